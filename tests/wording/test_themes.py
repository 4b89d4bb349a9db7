import pytest

from desktop_app.core.checking.columns import Column, Kind, Role, Unit
from desktop_app.wording.themes import Theme, name_words, theme_of, themes


def number(name, unit=Unit.PLAIN):
    return Column(name, Kind.NUMBER, Role.FEATURE, unit=unit)


@pytest.mark.parametrize(
    ("name", "theme"),
    [
        ("Age", Theme.AGE),
        ("Annual Income (k$)", Theme.INCOME),
        ("SPEND", Theme.SPENDING),
        ("total_spent", Theme.SPENDING),
        ("Spending Score (1-100)", Theme.SPENDING),
        ("Days since last order", Theme.RECENCY),
        ("Days since first order", Theme.TENURE),
        ("Years as customer", Theme.TENURE),
        ("Orders", Theme.FREQUENCY),
        ("Average order", Theme.BASKET),
        ("Spent per visit", Theme.BASKET),
        ("Discount share of orders", Theme.OTHER),
        ("Days between orders", Theme.GAP),
        ("Gap between orders", Theme.OTHER),
        ("Visits per month", Theme.VISITS),
        ("Minutes per visit", Theme.DURATION),
        ("Points", Theme.COUNT),
        ("Number of returns", Theme.COUNT),
        ("Monthly savings", Theme.OTHER),
        ("Status", Theme.OTHER),
        ("Average", Theme.OTHER),
        ("Marriage", Theme.OTHER),
    ],
)
def test_the_name_tells_what_a_column_is_about(name, theme):
    assert theme_of(number(name)) is theme


def test_orders_in_money_are_spending():
    assert theme_of(number("Orders", Unit.MONEY)) is Theme.SPENDING


def test_words_have_no_theme():
    assert theme_of(Column("Age", Kind.CATEGORY, Role.DESCRIBE)) is Theme.OTHER


def test_only_the_first_column_about_something_has_its_words():
    assert themes([number("Income"), number("Salary"), number("Hats"), number("Size")]) == {
        "Income": Theme.INCOME,
        "Salary": Theme.OTHER,
        "Hats": Theme.COUNT,
        "Size": Theme.OTHER,
    }


@pytest.mark.parametrize(
    ("name", "theme", "most"),
    [
        ("Orders with a discount (%)", Theme.DISCOUNT, "Most discounts"),
        ("Money given back (%)", Theme.GIVEN_BACK, "Most refunds"),
    ],
)
def test_shares_of_orders_and_of_money_have_words_of_their_own(name, theme, most):
    column = number(name, Unit.PERCENT)

    assert theme_of(column) is theme
    assert name_words(theme, True).most == most
