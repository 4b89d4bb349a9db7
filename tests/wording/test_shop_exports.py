"""What is said of a file that a shop system wrote."""

import pytest

from desktop_app.core.checking.order_shape import OrderColumns
from desktop_app.core.checking.order_terms import OrderTerms
from desktop_app.core.checking.shop_exports.recognising import SHOP_EXPORTS
from desktop_app.core.customers.table import REASONS
from desktop_app.wording import shop_exports as words
from desktop_app.wording.numbers import Formats


@pytest.mark.parametrize(
    ("recognised", "expected"),
    [
        ("shopify_orders", "This is a Shopify orders export."),
        ("etsy_order_items", "This is an Etsy items export."),
        ("lightspeed_x_customers", "This is a Lightspeed X-Series customers export."),
        ("woocommerce_export", "This is a WooCommerce export."),
        (None, ""),
        ("nobody_knows", ""),
    ],
)
def test_a_known_shop_system_is_named(recognised, expected):
    assert words.recognised_sentence(recognised) == expected


@pytest.mark.parametrize("export", SHOP_EXPORTS, ids=lambda export: export.word)
def test_every_export_is_named(export):
    assert export.system in words.recognised_sentence(export.word)


def test_what_tells_customers_apart_is_told():
    one = OrderTerms(customers=(("Email",),))
    more = OrderTerms(customers=(("Email",), ("Phone",), ("Name", "Zip")))
    name = OrderTerms(customers=(("Customer",),), is_known_by_name=True)

    assert words.known_by_sentence(one) == "Customers are told apart by “Email”."
    assert words.known_by_sentence(more) == (
        "Customers are told apart by “Email”, where that is empty by “Phone”, "
        "else by “Name” and “Zip”."
    )
    assert words.known_by_sentence(name) == (
        "Customers are told apart by “Customer”. "
        "Two people of one name count as one: there are no e-mail addresses."
    )


def test_what_an_order_is_worth_is_told():
    order = OrderColumns(amount="Total", refund="Refunded Amount")
    items = OrderColumns(quantity="Quantity", price="Price")

    assert words.worth_sentence(order, OrderTerms(is_amount_of_order=True)) == (
        "An order is worth “Total” less “Refunded Amount”, counted once however many lines it has."
    )
    assert words.worth_sentence(items, OrderTerms(discount="Discount Amount")) == (
        "A line is worth “Quantity” times “Price” less “Discount Amount”."
    )


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_to_take_lines_out_is_told(reason):
    assert "1,200 lines" in words.reason_sentence(reason, 1200, Formats())
