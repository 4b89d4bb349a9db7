import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.sharing.safe_cells import HARMLESS, LIVE_START, defused, is_live


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-1+cmd|' /C calc'!A0",
        "@SUM(A1:A9)",
        "@ann",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        "\ttext",
        "  =1+1",
        "\u00a0=1+1",
        "\ufeff=1+1",
        "＝1+1",
        "－1+1",
        "-2+3",
        "-5 kg",
        "+1-555-123-4567",
        "- with gift wrap",
        "-(1)",
        '=HYPERLINK("http://x","y")',
    ],
)
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(text):
    assert defused(text) == "'" + text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ann",
        "-3.5",
        "+3,5",
        "-1.234,56",
        "- 5",
        "-.5",
        "-$5",
        "-€ 12",
        "-12 €",
        "-5 %",
        "-1e5",
        "+31 6 1234 5678",
        "+1 (555) 123.4567",
        "+(31) 6",
        "-",
        "--",
        "a=b",
        "ann@shop.example",
        "'=1+1",
        "3-4",
        " -3 ",
    ],
)
def test_what_is_harmless_stays_as_it_is(text):
    assert defused(text) == text


@given(st.text(max_size=12))
def test_a_cell_made_harmless_is_harmless(text):
    assert not is_live(defused(text))


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_are_never_changed(number):
    assert defused(repr(number)) == repr(number)


@given(
    st.lists(
        st.text(alphabet="=+-@＝ \t\r\n\u00a0'\"09.,e%€$()aé\ufeff", max_size=8),
        min_size=1,
        max_size=20,
    )
)
def test_the_database_reads_the_rule_as_python_does(texts):
    import duckdb

    with duckdb.connect() as connection:
        rows = connection.execute(
            "SELECT regexp_matches(t, $1) AND NOT regexp_matches(t, $2) FROM unnest($3) AS u(t)",
            [LIVE_START, HARMLESS, texts],
        ).fetchall()

    assert [row[0] for row in rows] == [is_live(text) for text in texts]
