import pytest

from desktop_app.core.checking.columns import Column, Kind, Role
from desktop_app.wording.facts import highest_possible, lower_first, short_name, short_names


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Annual Income (k$)", "Annual income"),
        ("Spending Score (1-100)", "Spending score"),
        ("INCOME", "Income"),
        ("annual_income", "Annual income"),
        ("AnnualIncome", "Annual income"),
        ("CustomerID", "Customer ID"),
        ("VIP Level", "VIP level"),
        ("Favourite Paris shop", "Favourite Paris shop"),
        ("Score (Paris)", "Score (Paris)"),
        ("Discount (%)", "Discount"),
        ("(1-100)", "(1-100)"),
        ("a", "A"),
        ("", ""),
    ],
)
def test_short_name(name, short):
    assert short_name(name) == short


def test_names_that_would_be_the_same_stay_whole():
    columns = [
        Column(name, Kind.NUMBER, Role.FEATURE) for name in ("Income (k$)", "Income (%)", "Age")
    ]

    assert short_names(columns) == {
        "Income (k$)": "Income (k$)",
        "Income (%)": "Income (%)",
        "Age": "Age",
    }


def test_lower_first_leaves_abbreviations():
    assert [lower_first(t) for t in ("Age", "VIP level", "A list", "")] == [
        "age",
        "VIP level",
        "a list",
        "",
    ]


def test_the_top_of_a_range_is_read_from_the_name():
    tops = [highest_possible(n) for n in ("Score (1-100)", "Stars (0 to 5)", "Income (k$)", "Age")]

    assert tops == [100, 5, None, None]
