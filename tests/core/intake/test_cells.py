import pytest

from desktop_app.core.intake.cells import decimal_sign, is_clean, is_date, is_number

NUMBERS = ["0", "-7", "+7", "−5", "007", "3.5", ".5", "3,5", "12.-", "(12.50)", "1e-7"]
AMOUNTS = ["1,234.56", "1.234,56 €", "1'234.50", "1 234 567", "$3.50", "USD 12", "12 %", " 42 "]
DATES = ["2024-05-01", "1.5.2024", "09/24/26", "2024-05-01T10:00:00Z", "13:05"]


@pytest.mark.parametrize("cell", [*NUMBERS, *AMOUNTS])
def test_numbers_are_known(cell):
    assert is_number(cell)


@pytest.mark.parametrize(
    "cell", ["", " ", "3a", "a3", "1-2", "1.2.3.4", "€", "-", "#1001", "12 km", "1" * 60, "½"]
)
def test_other_things_are_no_numbers(cell):
    assert not is_number(cell)


@pytest.mark.parametrize(
    "cell",
    [
        *DATES,
        "2025-10-02 17:09:34 -0300",
        "3 Mar 2021",
        "Mar 3, 2021",
        "3. März 2021",
        "10:30:00 PM",
        "1/5/24 9:30 am",
    ],
)
def test_dates_are_known(cell):
    assert is_date(cell)


@pytest.mark.parametrize(
    "cell", ["", "10/2", "May", "Room 12, 2nd", "1.5", "2024", "12-345-6789-0"]
)
def test_other_things_are_no_dates(cell):
    assert not is_date(cell)


@pytest.mark.parametrize("cell", ["", "Ann", "Bonn, DE", "1,5", "1,234.56", "vip; new"])
def test_single_things_are_clean(cell):
    assert is_clean(cell)


@pytest.mark.parametrize("cell", ["a,b", "a;b", "a\tb", "a|b", "2024-05-01;3"])
def test_things_left_together_are_not_clean(cell):
    assert not is_clean(cell)


def test_the_majority_decides_on_the_decimal_sign():
    assert decimal_sign(["3,5", "4,25", "3.5"], by_habit=".") == ","
