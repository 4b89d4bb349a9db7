"""Rows that equal an earlier one."""

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.checking.findings.equal_rows import equal_rows
from desktop_app.core.intake.tables import RawTable


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(*[st.sampled_from(["", "a", " a", "b\u3000", "b"])] * 2), min_size=1))
def test_rows_equal_an_earlier_one_as_they_do_one_by_one(rows):
    seen, expected = set(), []
    for place, row in enumerate(rows):
        words = tuple(cell.strip() for cell in row)
        expected += [place] if words in seen else []
        seen.add(words)

    assert equal_rows(RawTable.from_rows(["word", "hash"], rows)).tolist() == expected


def test_a_cell_is_never_mistaken_for_the_end_of_the_one_before():
    assert equal_rows(RawTable.from_rows(["a", "b"], [["x", "yz"], ["xy", "z"]])).tolist() == []
