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


def test_the_size_of_letters_says_nothing_in_an_e_mail():
    raw = RawTable.from_rows(["Email", "Town"], [["a@x.example", "Rye"], ["A@X.example", "Rye"]])

    assert equal_rows(raw).tolist() == []
    assert equal_rows(raw, ["Email"]).tolist() == [1]


def test_rows_of_hundreds_of_columns_are_compared_to_the_last_cell():
    row = [str(place) for place in range(250)]
    others = [[*row[:place], "x", *row[place + 1 :]] for place in (0, 120, 249)]

    wide = RawTable.from_rows([f"c{place}" for place in range(250)], [row, *others, row, others[1]])

    assert equal_rows(wide).tolist() == [4, 5]
