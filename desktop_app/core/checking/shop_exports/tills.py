"""Exports of Square, the till: transactions, items, customers. A new format is one more entry."""

from desktop_app.core.checking.columns import Role
from desktop_app.core.checking.order_terms import LineRule, Returns
from desktop_app.core.checking.shop_exports.declaring import Sales, ShopExport, headers

_REFUNDS = Returns("Event Type", headers("refund", "refunded", "return"))
_NOT_DONE = LineRule(
    "Transaction Status",
    "cancelled",
    headers("canceled", "cancelled", "voided", "failed", "declined"),
)

SQUARE_TRANSACTIONS = ShopExport(
    "square_transactions",
    "Square",
    (headers("PAN Suffix", "Total Collected", "Net Sales"),),
    Sales(
        customers=(("Customer ID",),),
        date=("Date",),
        order_id=("Transaction ID",),
        amount=("Net Sales",),
        discount_marks=("Discounts", "Discount Name"),
        rules=(_NOT_DONE,),
        returns=_REFUNDS,
    ),
)

SQUARE_ITEMS = ShopExport(
    "square_items",
    "Square",
    (headers("Price Point Name", "Item", "Net Sales"),),
    Sales(
        customers=(("Customer ID",),),
        date=("Date",),
        order_id=("Transaction ID",),
        amount=("Net Sales",),
        discount_marks=("Discounts",),
        category=("Category",),
        returns=_REFUNDS,
        has_equal_lines=True,
    ),
)

SQUARE_CUSTOMERS = ShopExport(
    "square_customers",
    "Square",
    (
        headers("Square Customer ID"),
        headers("Reference ID", "First Name", "Email Address", "Creation Source", "Lifetime Spend"),
    ),
    roles={
        "Square Customer ID": Role.ID,
        "Reference ID": Role.ID,
        "Memo": Role.IGNORE,
        "Transaction Count": Role.FEATURE,
        "Lifetime Spend": Role.FEATURE,
        "Email Subscription Status": Role.CONSENT,
        "Email Unsubscribed": Role.CONSENT,
    },
)

TILLS = (SQUARE_TRANSACTIONS, SQUARE_ITEMS, SQUARE_CUSTOMERS)
