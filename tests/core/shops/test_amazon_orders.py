"""Amazon does not say who bought, and the program says so."""

import pytest

from desktop_app.core.errors import BuyersNotInExport
from desktop_app.wording.errors import sentence_for

FILE = "amazon_orders.txt"


def test_it_is_recognised(check_shop):
    assert check_shop(FILE).recognised == "amazon_orders"


def test_that_nobody_is_named_is_answered_kindly(sell):
    with pytest.raises(BuyersNotInExport) as caught:
        sell(FILE)

    assert sentence_for(caught.value).startswith(
        "This is a list of orders from Amazon, and Amazon does not say in it who bought."
    )


def test_the_user_may_still_name_who_bought(sell):
    assert sell(FILE, customer_id="ship-city").by_customer == {"Bonn": (2, 36.0)}
