import csv
import tempfile
from pathlib import Path

from hypothesis import given, settings
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
    rows = st.lists(st.tuples(name, *[cell] * (width - 1)), min_size=1, max_size=12)
    return delimiter, header, draw(rows)


@settings(max_examples=60, deadline=None)
@given(written_tables())
def test_what_was_written_is_read(written):
    delimiter, header, rows = written

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "table.csv")
        with path.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file, delimiter=delimiter).writerows([header, *rows])
        table = read_table(path)

    assert table.header == tuple(header)
    assert table.rows == rows
