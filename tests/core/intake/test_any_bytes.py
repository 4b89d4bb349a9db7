"""Whatever the bytes, a table or one sentence comes out."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.core.errors import AppError
from desktop_app.core.intake.reading import read_table

SIGNS = st.sampled_from(
    [*",;|\t \"'\\\n\r", "\r\n", '""', '\\"', "a", "7", "3,5", "é", "Total", "name", "", "sep=;\n"]
)
TEXTS = st.lists(SIGNS, max_size=60).map("".join)
GOOD = 'name,town,spent\nAnn,Bonn,3.50\nBob,"Paris, FR",7.25\nCid,Oslo,1.20\n'


@st.composite
def spoiled_tables(draw):
    """Draw a good text of a few tables' length, with pieces put in, taken out or doubled."""
    text = GOOD + draw(st.sampled_from(["", GOOD, "\nTotal,,12\n", "x;y\n1;2\n" * 3]))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(text)))
        end = draw(st.integers(at, min(at + 20, len(text))))
        text = text[:at] + draw(SIGNS) * draw(st.integers(0, 3)) + text[end:]
    return text


@pytest.fixture(scope="module")
def path(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("any") / "list.csv"


def check(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    try:
        table = read_table(path)
    except AppError:
        return
    assert table.n_rows > 0
    assert {len(row) for row in table.rows} == {len(table.header)}
    assert len({name.casefold() for name in table.header}) == len(table.header)
    assert table.file_row(table.n_rows - 1) >= table.n_rows


QUICKLY = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@QUICKLY
@given(data=st.binary(max_size=300))
def test_random_bytes_make_a_table_or_a_sentence(path, data):
    check(path, data)


@QUICKLY
@given(text=TEXTS)
def test_random_signs_make_a_table_or_a_sentence(path, text):
    check(path, text.encode())


@QUICKLY
@given(text=spoiled_tables())
def test_spoiled_tables_make_a_table_or_a_sentence(path, text):
    check(path, text.encode())
