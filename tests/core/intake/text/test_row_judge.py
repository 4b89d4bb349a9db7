import pytest

from desktop_app.core.intake.table_place import find_place
from desktop_app.core.intake.text.row_judge import Noticed, RowJudge

NAMES = ["id", "name", "spent"]
ROWS = [[f"{i}", f"n{i}", f"{i}.50"] for i in range(1, 13)]


def judged(*below: list[str]) -> tuple[list[list[str]], dict[str, int]]:
    """Give the rows that are kept of a list with others below, and what was noticed."""
    sheet = [NAMES, *ROWS, *below]
    place, noticed = find_place(sheet), Noticed()
    judge = RowJudge(place, sheet[place.n_top :], noticed)
    kept = [
        placed
        for file_row, row in enumerate(sheet[place.n_top :], start=place.n_top + 1)
        for placed in judge.weigh([*row], file_row)
    ]
    kept += judge.rest(has_rows=bool(kept))
    del kept[len(kept) - judge.n_sums(kept) :]
    return [row for row, _ in kept], {odd.code: odd.count for odd in noticed.oddities()}


@pytest.mark.parametrize(
    ("below", "noticed"),
    [
        ([], {}),
        ([["", "", ""], ["made by Ann", "", ""]], {"notes_below": 1}),
        ([["", "Some of them bought more than once,", ""]], {"notes_below": 1}),
        ([["Total", "", "78.00"]], {"notes_below": 1}),
        ([["", "Summe:", "78.00"]], {"notes_below": 1}),
        ([["", "", "78.00"]], {"notes_below": 1}),
        ([["Total", "", "78.00"], ["Average", "", "6.50"]], {"notes_below": 2}),
        ([["---", "---", "---"]], {}),
        ([NAMES], {"repeated_header": 1}),
        ([["item", "sold"], ["mug", "3"], ["hat", "4"]], {"other_table": 3}),
        ([["", ""], ["item", "sold"], ["mug", "3"], ["hat", "4"]], {"other_table": 3}),
    ],
)
def test_what_is_no_row_is_noticed_and_taken_off(below, noticed):
    assert judged(*below) == (ROWS, noticed)


@pytest.mark.parametrize(
    "row", [["13"], ["13", "Total", "3.50"], ["13", "", ""], ["13", "Zoë", ""], ["", "Zoë", "3.50"]]
)
def test_rows_with_gaps_stay(row):
    kept, noticed = judged(row)

    assert kept == [*ROWS, row]
    assert "notes_below" not in noticed


def test_rows_in_doubt_stay_if_others_follow():
    kept, noticed = judged(["North", "", ""], *ROWS)

    assert kept == [*ROWS, ["North", "", ""], *ROWS]
    assert noticed == {}


def test_many_sparse_rows_are_the_habit_of_the_file():
    sparse = [["x", "", ""] for _ in range(40)]

    kept, noticed = judged(*sparse)

    assert kept == [*ROWS, *sparse]
    assert noticed == {}


def test_a_list_of_words_is_not_cut_by_what_looks_like_names():
    sheet = [["town"], *[[f"Town {letter}"] for letter in "abcdefghijkl"], [], ["Bonn"], ["Rome"]]
    place, noticed = find_place(sheet), Noticed()
    judge = RowJudge(place, sheet[1:], noticed)

    kept = [p for i, row in enumerate(sheet[1:], start=2) for p in judge.weigh([*row], i)]

    assert len([*kept, *judge.rest(has_rows=True)]) == 14
