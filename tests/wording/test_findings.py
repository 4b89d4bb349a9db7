import pytest

from desktop_app.core.checking.checked import Finding
from desktop_app.wording.findings import FINDING_CODES, finding_sentence, finding_words, fix_words

PROMISED = """not_a_number, unusual_value, impossible_negative, future_date, empty_values,
duplicate_rows, same_person, constant_column, identifier_column, nearly_same_columns,
dominating_column, shifted_row, undecided_date_order, unreadable_date, excel_error_value,
mixed_currencies, no_customer, preamble, notes_below, too_many_categories, impossible_birthday,
repeated_header, other_table, header_rows, empty_column_name, same_column_name"""


@pytest.mark.parametrize("code", PROMISED.replace("\n", " ").split(", "))
def test_every_promised_finding_is_worded(code):
    code = code.strip()

    for count in (1, 5):
        sentence = finding_words(Finding(code, count, "Age", (17,), "3a")).sentence
        assert sentence.endswith(".")
        assert "{" not in sentence
    assert code in FINDING_CODES


@pytest.mark.parametrize(
    ("finding", "sentence"),
    [
        (
            Finding("not_a_number", 1, "Spend", (17,), "3a"),
            "Spend: 1 value is not a number: row 17, “3a”.",
        ),
        (
            Finding("unusual_value", 2, "Age", (88, 90), "200"),
            "Age: 2 values are unusual: rows 88, 90, as in “200”.",
        ),
        (
            Finding("unusual_value", 9, "Age", (1, 2, 3, 4), "200"),
            "Age: 9 values are unusual: rows 1, 2, 3 and more, as in “200”.",
        ),
        (
            Finding("duplicate_rows", 4, rows=(3, 4, 5, 6)),
            "4 rows appear twice: rows 3, 4, 5 and more.",
        ),
        (
            Finding("nearly_same_columns", 1, "Income", example="Salary"),
            "Income: says nearly the same as Salary. One of them is enough.",
        ),
        (
            Finding("mixed_currencies", 3, "Spend", example="€, $"),
            "Spend: holds more than one currency: €, $. Amounts are not converted.",
        ),
        (
            Finding(
                "unusual_value", 1, "Age", (88,), "200", reason="far_above", usual=("18", "70")
            ),
            "Age: 1 value is unusual: row 88, “200”. "
            "It is far above the others, which lie between 18 and 70.",
        ),
        (
            Finding(
                "unusual_value", 2, "Age", (8, 9), "-1", reason="far_below", usual=("18", "70")
            ),
            "Age: 2 values are unusual: rows 8, 9, as in “-1”. "
            "They are far below the others, which lie between 18 and 70.",
        ),
        (
            Finding("same_person", 1, "Email", (4,), "a@x.example", reason="same_email"),
            "Email: 1 row seems to be the same person as another one: row 4, “a@x.example”. "
            "The e-mail address is the same.",
        ),
        (
            Finding("undecided_date_order", 9, "Joined", (2,), "03/04/2024", fixes=("dmy", "mdy")),
            "Joined: could have the day or the month first (“03/04/2024”). "
            "We took the day to come first. Is that right?",
        ),
        (Finding("preamble", 2, rows=(1, 2)), "2 lines above the column names are left out."),
    ],
)
def test_a_finding_says_what_and_where(finding, sentence):
    assert finding_sentence(finding) == sentence


def test_values_with_braces_stay_as_they_are():
    sentence = finding_sentence(Finding("not_a_number", 1, "{n}", (2,), "{place}"))

    assert sentence == "{n}: 1 value is not a number: row 2, “{place}”."


@pytest.mark.parametrize(
    ("fix", "code", "words"),
    [
        ("leave_out", "unusual_value", "Leave out"),
        ("use_middle", "not_a_number", "Use the middle value"),
        ("leave_out", "not_a_number", "Leave customer out"),
        ("keep", "unusual_value", "Keep"),
        ("keep", "duplicate_rows", "Keep all"),
        ("keep", "nearly_same_columns", "Keep both"),
        ("keep_one", "duplicate_rows", "Keep one of each"),
        ("dmy", "undecided_date_order", "Day first"),
    ],
)
def test_answers_name_what_they_do(fix, code, words):
    assert fix_words(fix, code) == words


def test_in_orders_it_is_no_customer_that_is_left_out():
    assert fix_words("leave_out", "not_a_number", in_orders=True) == "Leave out"


def test_unknown_codes_are_our_own_mistake():
    with pytest.raises(AssertionError):
        finding_words(Finding("moon", 1))
    with pytest.raises(AssertionError):
        fix_words("moon")
