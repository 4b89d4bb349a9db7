import os

import pytest

from desktop_app.core.errors import CannotWrite
from desktop_app.services.pasted_tables import LIMIT, PastedTables

TABLE = "Name\tAge\r\nZoë\t41\r\n"


@pytest.fixture
def tables(tmp_path):
    return PastedTables(tmp_path / "home" / "pasted")


def test_a_table_is_kept_as_a_file_letter_by_letter(tables):
    path = tables.keep(TABLE + "\0", "Pasted table")

    assert path.name == "Pasted table.tsv"
    assert path.read_bytes() == TABLE.encode()


def test_text_without_tabs_is_a_text_file(tables):
    assert tables.keep("a;b\n1;2\n", "Pasted table").suffix == ".txt"


def test_a_second_table_of_the_same_second_is_another_file(tables):
    first, second = tables.keep(TABLE, "Pasted table"), tables.keep("x\ty\n1\t2\n", "Pasted table")

    assert second.name == "Pasted table (2).tsv"
    assert first.read_bytes() == TABLE.encode()


def test_the_oldest_go(tables):
    paths = []
    for i in range(LIMIT + 3):
        paths.append(tables.keep(TABLE, f"table {i}"))
        os.utime(paths[-1], ns=(i * 10**9, i * 10**9))
    paths.append(tables.keep(TABLE, "last"))

    assert [path.exists() for path in paths] == [False] * 4 + [True] * LIMIT


def test_all_can_be_forgotten(tables, tmp_path):
    path = tables.keep(TABLE, "Pasted table")

    tables.forget_all()
    tables.forget_all()

    assert not path.exists()


def test_nothing_was_kept_yet(tables):
    tables.forget_all()


def test_half_a_letter_is_written_as_a_question_mark(tables):
    assert tables.keep("a\tb\n1\t\ud800\n", "x").read_bytes() == b"a\tb\n1\t?\n"


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "home").write_text("a file in the way")

    with pytest.raises(CannotWrite):
        PastedTables(tmp_path / "home" / "pasted").keep(TABLE, "Pasted table")
