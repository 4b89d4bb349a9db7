from concurrent.futures import ThreadPoolExecutor

import pandas as pd
import pytest

from desktop_app.core.errors import ColumnMissing
from desktop_app.core.intake.tables import RawTable, RowPlaces, unique_names

HEADER = ["Card", "Name", "Spent"]
ROWS = [["007", " Ann ", "1,50"], ["", "NA", "null"], ["1e5", "Zoë \n 北", ""]]


@pytest.fixture
def table() -> RawTable:
    return RawTable.from_rows(HEADER, ROWS)


def test_text_is_untouched(table):
    assert [list(row) for row in table.rows] == ROWS


def test_head_gives_the_first_rows(table):
    assert table.head(1) == [("007", " Ann ", "1,50")]


def test_a_column_is_text_over_a_range_index(table):
    column = table.column("Card")

    assert column.tolist() == ["007", "", "1e5"]
    assert column.name == "Card"
    assert column.index.equals(pd.RangeIndex(3))


def test_an_unknown_column_is_told_with_those_there_are(table):
    with pytest.raises(ColumnMissing) as caught:
        table.column("Age")

    assert caught.value.details == {"column": "Age", "columns": ("Card", "Name", "Spent")}


def test_the_frame_has_the_columns_of_the_header(table):
    frame = table.frame()

    assert list(frame.columns) == HEADER
    assert frame.to_numpy().tolist() == ROWS


def test_a_question_in_sql_sees_names_and_row_numbers(table):
    answer = table.query('SELECT _row, "Spent" FROM lines WHERE "Name" <> \'NA\' ORDER BY _row')

    assert answer["_row"].tolist() == [0, 2]
    assert answer["_row"].dtype == "int64"
    assert answer["Spent"].tolist() == ["1,50", ""]


def test_threads_may_ask_at_the_same_time():
    table = RawTable.from_rows(["n"], [[str(i)] for i in range(5_000)])

    with ThreadPoolExecutor(8) as pool:
        sums = list(
            pool.map(lambda _: table.query("SELECT sum(n::INT) AS s FROM lines").s[0], range(40))
        )

    assert set(sums) == {5_000 * 4_999 / 2}


def test_names_that_sql_would_trip_over_are_fine():
    table = RawTable.from_rows(['Size "L"', "rowid", "_row", "select"], [["a", "b", "c", "d"]])

    answer = table.query('SELECT "Size ""L""", "rowid", "_row (2)", "select", _row FROM lines')

    assert answer.iloc[0].tolist() == ["a", "b", "c", "d", 0]
    assert table.original_header == ('Size "L"', "rowid", "_row", "select")


def test_a_table_without_rows_has_columns():
    table = RawTable.from_rows(["a", "b"], [])

    assert table.n_rows == 0
    assert table.rows == []
    assert list(table.frame().columns) == ["a", "b"]


def test_order_and_number_of_many_rows_stay():
    rows = [[str(i), str(-i)] for i in range(130_000)]

    table = RawTable.from_rows(["up", "down"], rows)

    assert table.n_rows == len(rows)
    assert table.column("up").tolist() == [row[0] for row in rows]
    assert table.query("SELECT bool_and(_row = up::BIGINT) AS same FROM lines").same[0]


@pytest.mark.parametrize(
    ("header", "names"),
    [
        (["a", "b"], ("a", "b")),
        (["Name", "Name", "Name"], ("Name", "Name (2)", "Name (3)")),
        (["Name", "NAME"], ("Name", "NAME (2)")),
        (["", "a", " "], ("Column 1", "a", "Column 3")),
        (["Column 2", ""], ("Column 2", "Column 2 (2)")),
        (["\ufeffa", " b "], ("a", "b")),
    ],
)
def test_every_column_gets_its_own_name(header, names):
    assert unique_names(header) == names


def test_places_follow_the_runs_of_the_file():
    places = RowPlaces(first_rows=(0, 2), file_rows=(4, 9))

    assert [places.file_row(row) for row in range(4)] == [4, 5, 9, 10]


def test_places_of_a_second_file_follow_those_of_the_first():
    places = RowPlaces().followed_by(RowPlaces((0, 1), (3, 5)), n_rows=2)

    assert [places.file_row(row) for row in range(4)] == [2, 3, 3, 5]


def test_a_column_is_fetched_without_a_look_at_the_others():
    table = RawTable.from_rows([f"c {i}" for i in range(600)], [["x"] * 599 + ["y"]])
    table.store.cursor().execute("DROP VIEW lines")  # binding it costs more the wider the table

    text = table.column("c 599")

    assert (text.name, text.tolist()) == ("c 599", ["y"])
