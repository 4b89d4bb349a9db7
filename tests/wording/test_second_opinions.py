import pytest

from desktop_app.core.segmenting.other_methods import NOWHERE
from desktop_app.core.segmenting.second_opinions import Method, Move, SecondOpinion, SecondOpinions
from desktop_app.wording.numbers import Formats
from desktop_app.wording.second_opinions import looked_at_words, method_words, opinion_words


def words(k=3, together=0.9, n_nowhere=0, moves=()):
    opinion = SecondOpinion(Method.HDBSCAN, k, together, 0.5, n_nowhere, moves)
    return opinion_words(opinion, "ABC", Formats())


@pytest.mark.parametrize("method", Method)
def test_every_method_has_its_words(method):
    assert method_words(method)


def test_who_agrees_is_told_shortly():
    assert words(together=1.0) == "All customers stay together."


def test_nearly_all_is_not_all():
    assert words(together=0.9999, moves=(Move(0, 1, 1),)) == (
        "99 of 100 customers stay together. 1 goes from A to B."
    )


def test_who_fits_no_group_is_counted_and_does_not_move():
    told = words(k=4, n_nowhere=2, moves=(Move(0, NOWHERE, 2), Move(1, 3, 1)))

    assert told == (
        "It finds 4 groups. 90 of 100 customers stay together. 2 customers fit no group. "
        "1 of B gets a group apart."
    )


def test_small_moves_are_put_together():
    moves = tuple(Move(0, 1, n) for n in (9, 8, 7, 2, 1))

    assert words(moves=moves).endswith("7 go from A to B. 3 more go elsewhere.")


def test_no_groups_at_all_are_said_to_be_none():
    assert words(k=0, together=0.0, n_nowhere=50).startswith("It finds no groups")


@pytest.mark.parametrize(
    ("n_looked_at", "told"),
    [(9000, ""), (2000, "The methods looked at 2,000 of your 9,000 customers, evenly picked.")],
)
def test_a_part_of_the_list_is_said_to_be_one(n_looked_at, told):
    assert looked_at_words(SecondOpinions(9000, n_looked_at, ()), Formats()) == told
