import csv
import tempfile
from pathlib import Path

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from desktop_app.core.intake.reading import read_table

WORDS = st.text("abcdefghijklmnop", min_size=3, max_size=8)
DELIMITERS = st.sampled_from([",", ";", "\t", "|"])


@st.composite
def written_tables(draw):
    """Draw a delimiter, a header of words and rows of text; the delimiter may be in the cells."""
    delimiter = draw(DELIMITERS)
    width = draw(st.integers(2, 5))
    header = draw(st.lists(WORDS, min_size=width, max_size=width, unique=True))
    cell = st.text('abcdefgXYZ äöß北" \n0123' + delimiter, max_size=12)
    name = st.text("ABCDEFGxyz", min_size=1, max_size=8)  # a row without any text is none
    rows = draw(st.lists(st.tuples(name, *[cell] * (width - 1)), min_size=1, max_size=12))
    assume(not any(holds_rows(text, delimiter, width) for row in rows for text in row))
    return delimiter, header, rows


def holds_rows(cell, delimiter, width):
    """Nothing tells such a cell from rows that stray quotation marks have joined."""
    return any(line.count(delimiter) == width - 1 for line in cell.split("\n")[1:-1])


@settings(max_examples=60, deadline=None)
@given(written_tables())
@example((";", ["aaa", "aab", "aac", "aaaa"], [("A", "\n;0", "", "\n")]))
def test_what_was_written_is_read(written):
    delimiter, header, rows = written

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "table.csv")
        with path.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file, delimiter=delimiter).writerows([header, *rows])
        table = read_table(path)

    assert table.header == tuple(header)
    assert table.rows == rows
