"""Several files as one table: what is the same is joined, what differs is kept and told."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.core.checking.understanding import check_table
from desktop_app.core.errors import FilesDiffer
from desktop_app.core.intake.reading import read_tables
from desktop_app.core.intake.tables import Oddity, ReadOptions


@pytest.fixture
def files(tmp_path):
    """Write one file per text: a.csv, b.csv ..."""

    def write(*texts):
        paths = [tmp_path / f"{chr(97 + i)}.csv" for i in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, encoding="utf-8")
        return paths

    return write


def test_columns_meet_by_name_case_and_blanks_aside(files):
    table = read_tables(files("First name,Spent\nAnn,1\n", "SPENT , first  NAME\n2,Bob\n"))

    assert table.header == ("First name", "Spent")
    assert table.rows == [("Ann", "1"), ("Bob", "2")]
    assert table.oddities == ()


def test_columns_that_only_some_files_have_are_kept_and_told(files):
    paths = files("Name,Spent\nAnn,1\n", "Town,Name\nDelft,Bob\n", "Name,Spent,Town\nCas,3,Gouda\n")

    table = read_tables(paths)

    assert table.header == table.original_header == ("Name", "Spent", "Town")
    assert table.rows == [("Ann", "1", ""), ("Bob", "", "Delft"), ("Cas", "3", "Gouda")]
    assert table.oddities == (Oddity("columns_differ", 2, example="a.csv: Town"),)
    assert list(table.column("Town")) == ["", "Delft", "Gouda"]


def test_rows_keep_their_places_in_their_files(files):
    table = read_tables(files("a,b\n1,2\n\n3,4\n", "b,c\n5,6\n", "a,c\n7,8\n\n9,0\n"))

    assert [table.file_row(row) for row in range(table.n_rows)] == [2, 4, 2, 2, 4]
    assert [form.n_rows for form in table.forms] == [2, 1, 2]


ORDERS = (
    "Order,Email,Day,Total\n{0}1,ann@a.example,2024-0{0}-01,5\n{0}2,bob@a.example,2024-0{0}-02,7\n"
)
PEOPLE = "Email,First name,Town\nann@a.example,Ann,Delft\n"
STOCK = "SKU,Stock\nx-1,3\n"


def test_files_with_other_columns_are_a_table_beside(files):
    months = [ORDERS.format(month) for month in range(1, 6)]
    paths = files(*months, PEOPLE)

    for order in (paths, paths[::-1], [*paths[:2], paths[-1], *paths[2:-1]]):
        table = read_tables(order)

        assert (table.header[:2], table.n_rows) == (("Order", "Email"), 10)
        assert table.beside.rows == [("ann@a.example", "Ann", "Delft")]
        assert len(table.forms) == 5
        assert len(table.all_forms) == 6


def test_a_third_kind_of_table_is_refused_by_its_name(files):
    paths = files(STOCK, ORDERS.format(1), ORDERS.format(2), PEOPLE + "bob@a.example,Bob,Gouda\n")

    for order in (paths, paths[::-1]):
        with pytest.raises(FilesDiffer) as caught:
            read_tables(order)

        assert caught.value.details == {"path": paths[0], "columns": ("SKU", "Stock")}


def test_a_chunk_without_column_names_goes_on_with_those_of_the_first(files):
    paths = files("id,age,spent\n1,31,3.5\n2,44,7.5\n", "3,27,1.5\n4,52,2.5\n")

    table = read_tables(paths)

    assert table.header == ("id", "age", "spent")
    assert table.rows[2:] == [("3", "27", "1.5"), ("4", "52", "2.5")]
    assert table.oddities == ()


def test_a_file_with_the_other_decimal_sign_is_made_alike_and_told(files):
    may = "id;Spent;SKU\n1;1.234,50;1.234\n2;7,25;2.345\n3;1.500;3.456\n"
    june = 'id,Spent,SKU\n4,1234.50,1.234\n5,2.75,2.345\n6,"1,500",3.456\n'

    table = read_tables(files(may, june))

    checked = check_table(table)
    assert list(checked.series("Spent")) == [1234.5, 7.25, 1500.0, 1234.5, 2.75, 1500.0]
    assert list(table.column("SKU")) == ["1.234", "2.345", "3.456"] * 2
    assert table.oddities == (Oddity("decimal_signs_differ", 1, example="b.csv: Spent"),)


def test_a_decimal_sign_that_was_told_is_not_touched(files):
    paths = files("id;Spent\n1;3,50\n2;4,25\n", "id,Spent\n3,3.50\n4,4.25\n")

    table = read_tables(paths, ReadOptions(decimal="."))

    assert list(table.column("Spent")) == ["3,50", "4,25", "3.50", "4.25"]


def test_a_file_with_the_month_first_is_made_alike_and_told(files):
    may = "id,Ordered\n1,14/03/2024\n2,03/04/2024\n3,25/12/2024\n"
    june = "id,Ordered\n4,03/14/2024 10:05\n5,04/03/2024\n6,12/25/2024\n"

    table = read_tables(files(may, june))

    days = check_table(table).series("Ordered").dt.strftime("%d %b")
    assert list(days) == ["14 Mar", "03 Apr", "25 Dec"] * 2
    assert table.oddities == (Oddity("date_orders_differ", 1, example="b.csv: Ordered"),)


def test_what_was_noticed_in_several_files_is_told_once(files):
    text = "Our customers\nMay 2024\n\nName,Spent,Town\n" + "".join(
        f"Ann,{i},Delft\n" for i in range(9)
    )

    table = read_tables(files(text, text))

    assert len({oddity.code for oddity in table.oddities}) == len(table.oddities)
    assert [form.n_preamble_rows for form in table.forms] == [3, 3]


def test_chunks_of_a_thousand_rows_are_the_whole_again(files):
    draw = random.Random(3)
    rows = [f"{i},{draw.randint(18, 80)},{draw.random():.2f}" for i in range(3_000)]
    chunks = ["id,age,spent\n" + "\n".join(rows[i : i + 1000]) for i in (0, 1000, 2000)]

    table = read_tables(files(*chunks))

    assert [",".join(row) for row in table.rows] == rows


NAMES = ("id", "Age", "Spent", "Town", "Note")


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30
)
@given(
    st.lists(
        st.tuples(st.permutations(NAMES), st.integers(1, 3), st.integers(1, 5)),
        min_size=2,
        max_size=4,
    )
)
def test_no_cell_is_lost_or_moved_to_another_column(files, shapes):
    """Every file holds "id", "Age" and some more, in some order; cells say where they are from."""
    texts, expected = [], []
    for place, (order, n_columns, n_rows) in enumerate(shapes):
        header = ["id", "Age", *[name for name in order if name not in ("id", "Age")][:n_columns]]
        header.sort(key=order.index)
        rows = [{name: f"{name}-{place}-{row}" for name in header} for row in range(n_rows)]
        texts.append("\n".join(",".join(line) for line in [header, *(r.values() for r in rows)]))
        expected += rows

    table = read_tables(files(*texts), ReadOptions(has_header=True, delimiter=","))

    frame = table.frame()
    assert len(frame) == len(expected)
    for row, cells in enumerate(expected):
        assert {name: cell for name, cell in frame.iloc[row].items() if cell} == cells
    is_told = [oddity.code for oddity in table.oddities] == ["columns_differ"]
    has_all = all(len(cells) == len(table.header) for cells in expected)
    assert is_told is not has_all
