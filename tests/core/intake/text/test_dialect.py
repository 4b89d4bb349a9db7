import io

import pytest

from desktop_app.core.intake.regions import Region
from desktop_app.core.intake.tables import ReadOptions
from desktop_app.core.intake.text.dialect import Dialect
from desktop_app.core.intake.text.form_finder import find_form
from desktop_app.core.intake.text.records import split_records


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a,b\n1,2\n", ","),
        ("a;b\n1,5;2,5\n3,5;4,5\n", ";"),
        ("Name\tPlace\nAnn\tBonn, DE\nBob\tRome; Paris\n", "\t"),
        ("a|b\n1,000|2\n", "|"),
        ("date;amount\n1.5.2024;1.234,56\n2.5.2024;99,00\n", ";"),
        ('name,tags\nAnn,"vip;new"\nBob,"old;vip;far"\n', ","),
        ('a;b\n"1;2";"3\n4"\n5;6\n', ";"),
        ("note\nfine\nwell\n", None),
        ("", None),
    ],
)
def test_the_delimiter_is_found(text, delimiter):
    assert find_form(text).dialect.delimiter == delimiter


def test_what_the_user_tells_is_not_questioned():
    told = ReadOptions(delimiter="|", decimal=",", has_header=False)

    form = find_form("a,b\n1.5,2.5\n", told)

    assert (form.dialect.delimiter, form.decimal, form.place.has_header) == ("|", ",", False)
    assert form.is_decimal_told


@pytest.mark.parametrize(("told", "delimiter"), [("\\t", "\t"), ("tab", "\t"), ("space", " ")])
def test_a_delimiter_may_be_told_by_name(told, delimiter):
    assert find_form("a b\n1 2\n", ReadOptions(delimiter=told)).dialect.delimiter == delimiter


@pytest.mark.parametrize("line", ["sep=;\n", '"sep=;"\r\n', "SEP=;\r"])
def test_a_separator_line_names_the_delimiter(line):
    form = find_form(line + "a;b\n1,5;2,5\n")

    assert (form.dialect.delimiter, form.has_separator_line, form.place.n_above) == (";", True, 0)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ('a,b\n"x, y",2\n', '"'),
        ("a,b\n'x, y','2'\n'z, w','3'\n", "'"),
        ("id,zip\n'721,'0193\n'722,'0194\n", '"'),
        ("a,b\nit's,fine\n", '"'),
    ],
)
def test_the_quote_is_found(text, quote):
    assert find_form(text).dialect.quote == quote


def test_a_backslash_before_quotes_escapes_them():
    text = 'id,text\n1,"say \\"hi\\", he said"\n2,"a, b"\n3,"c \\"d\\" e"\n'

    form = find_form(text)

    assert form.dialect.escape == "\\"
    assert list(split_records(io.StringIO(text), form.dialect))[1] == ["1", 'say "hi", he said']


@pytest.mark.parametrize(
    "text", ['a, "b", c\n1, "x, y", 3\n', "a, b, c\n1, 2, 3\n4, 5, 6\n", 'a,b\n1, "x,y"\n2, "z"\n']
)
def test_blanks_behind_delimiters_are_skipped_where_that_is_the_habit(text):
    assert find_form(text).dialect.skips_blanks


def test_a_blank_that_begins_some_cells_belongs_to_them():
    assert not find_form("a,b,c\n1, x,y\n2,z,w\n").dialect.skips_blanks


@pytest.mark.parametrize(
    ("text", "decimal"),
    [
        ("n;m\n3,5;x\n", ","),
        ("n;m\n1.234,56 €;x\n", ","),
        ("n;m\n1,234.56;x\n", "."),
        ("n;m\n3.5;x\n7;y\n", "."),
        ("n;m\n0,500;x\n", ","),
        ("n;m\n1.234.567;x\n", ","),
        ("n;m\n1 234,5;x\n", ","),
        ("day;n\n1.5.2024;7\n", "habit"),
        ("n;m\n1,234;5,678\n", "habit"),
        ("n;m\n7;8\n", "habit"),
    ],
)
@pytest.mark.parametrize("habit", [".", ","])
def test_the_decimal_sign_is_found_or_left_to_habit(text, decimal, habit):
    form = find_form(text, region=Region(decimal=habit))

    assert form.decimal == decimal.replace("habit", habit)


def test_preamble_counts_every_record_above_the_table():
    form = find_form('"A long\ntitle"\nmade by us\n\nName,Age,City\nAnn,41,Bonn\nBob,37,Rome\n')

    assert (form.place.n_above, form.place.has_header, form.place.n_columns) == (3, True, 3)


@pytest.mark.parametrize(
    ("lines", "records"),
    [
        (["a,b\n", "\n", "1,2"], [["a", "b"], [], ["1", "2"]]),
        (['1,"x\n', 'y"\n'], [["1", "x\ny"]]),
        (['1,"x\n', "2,y\n", "3,z\n"], [["1", '"x'], ["2", "y"], ["3", "z"]]),
        (['"1,x\n', '2,"y"\n', "3,z\n"], [['"1', "x"], ["2", "y"], ["3", "z"]]),
    ],
)
def test_records_are_split_and_swallowed_lines_given_back(lines, records):
    assert list(split_records(iter(lines), Dialect(",", n_columns=2))) == records


def test_a_quote_that_swallows_more_than_a_cell_can_hold_gives_it_back():
    lines = ['"0,x\n', *(f"{i},{'y' * 90}\n" for i in range(1, 3_000))]

    records = list(split_records(iter(lines), Dialect(",", n_columns=2)))

    assert len(records) == 3_000
    assert records[0] == ['"0', "x"]
    assert records[-1][0] == "2999"
