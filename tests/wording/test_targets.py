"""Who to start with: the order, the reasons, and nothing that the file does not hold."""

import pytest

from desktop_app.core.checking.columns import Column, Kind, Role, Unit
from desktop_app.core.describing.targets import Aim, TargetColumns, possible_aims, rank_targets
from desktop_app.wording.numbers import Formats
from desktop_app.wording.targets import aim_note, aim_words, target_columns, target_reason

LAST = Column("Days since last order", Kind.NUMBER, Role.FEATURE, unit=Unit.DAYS)
FIRST = Column("Days since first order", Kind.NUMBER, Role.FEATURE, unit=Unit.DAYS)
ORDERS = Column("Orders", Kind.NUMBER, Role.FEATURE)
SHOP = (LAST, FIRST, ORDERS)


@pytest.fixture
def shop(describe):
    """A: away long, brings much. B: new and lately here. C: regulars. D: away long, brings little."""
    return describe(
        {
            LAST.name: [200, 10, 15, 300],
            FIRST.name: [900, 40, 800, 700],
            ORDERS.name: [6, 1, 12, 1],
        },
        {LAST.name: (130, 100), FIRST.name: (600, 300), ORDERS.name: (5, 4)},
        money=[0.3, 0.1, 0.55, 0.05],
        sizes=[20, 30, 25, 25],
    )


def order_of(description, columns, aim):
    targets = rank_targets(description, aim, target_columns(description, columns))
    return "".join(target.letter if target.fits else target.letter.lower() for target in targets)


@pytest.mark.parametrize(
    ("aim", "order"),
    [(Aim.MONEY, "CAbd"), (Aim.LOSS, "ADcb"), (Aim.GROWTH, "Bcad"), (Aim.SIZE, "BCDA")],
)
def test_groups_stand_in_the_order_of_what_the_owner_is_after(shop, aim, order):
    assert order_of(shop, SHOP, aim) == order


@pytest.mark.parametrize(
    ("aim", "part"),
    [
        (Aim.MONEY, "Bring 30 % of the money; they are 20 customers (20 %)."),
        (Aim.LOSS, "bring 30 % of the money; they are 20 customers (20 %)."),
        (Aim.SIZE, "20 customers (20 %)."),
    ],
)
def test_a_reason_is_one_sentence_with_its_figures(shop, aim, part):
    found = target_columns(shop, SHOP)
    target = next(t for t in rank_targets(shop, aim, found) if t.letter == "A")

    reason = target_reason(target, aim, shop.profiles[0], SHOP, Formats())

    assert part in reason.replace("\N{NO-BREAK SPACE}", " ")
    assert reason.count(". ") == 0


def test_without_times_nothing_is_said_of_growth_or_leaving(mall, columns):
    found = target_columns(mall, columns)

    assert possible_aims(mall, found) == (Aim.MONEY, Aim.SIZE)
    assert order_of(mall, columns, Aim.MONEY)[:2] == "BE"
    best = rank_targets(mall, Aim.MONEY, found)[0]
    reason = target_reason(best, Aim.MONEY, mall.profiles[1], columns, Formats())
    assert reason.startswith("Spend most (82 of 100); they are ")


def test_a_list_without_any_of_it_still_has_sizes(describe, columns):
    description = describe({"Age": [20, 60]}, {"Age": (40, 20)})

    found = target_columns(description, columns)

    assert found == TargetColumns()
    assert possible_aims(description, found) == (Aim.SIZE,)


def test_growth_is_told_by_how_often_where_the_first_order_is_not_known(describe):
    columns = (LAST, ORDERS)
    description = describe(
        {LAST.name: [10, 200], ORDERS.name: [1, 6]},
        {LAST.name: (100, 80), ORDERS.name: (4, 2)},
    )

    found = target_columns(description, columns)

    assert Aim.GROWTH in possible_aims(description, found)
    assert order_of(description, columns, Aim.GROWTH) == "Ab"
    assert "more rarely" in aim_note(Aim.GROWTH, found)


@pytest.mark.parametrize("aim", Aim)
def test_every_aim_says_how_it_is_put_in_order_and_promises_nothing(aim):
    note = aim_note(aim, TargetColumns(tenure="Since"))

    assert aim_words(aim)
    assert note.endswith(".")
    assert "will buy more" not in note or "is not in your file" in note


def test_a_difference_that_is_hardly_one_speaks_for_no_group(describe):
    description = describe(
        {LAST.name: [100, 110], FIRST.name: [600, 590]},
        {LAST.name: (105, 100), FIRST.name: (595, 300)},
    )

    assert order_of(description, (LAST, FIRST), Aim.GROWTH).islower()
    assert order_of(description, (LAST, FIRST), Aim.LOSS).islower()
