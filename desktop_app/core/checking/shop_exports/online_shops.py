"""Exports of online shops and marketplaces: Shopify, Squarespace, Etsy, Gumroad, Lightspeed, Amazon.

A new format is one more entry.
"""

from desktop_app.core.checking.columns import Role
from desktop_app.core.checking.order_terms import LineRule
from desktop_app.core.checking.shop_exports.declaring import Sales, ShopExport, headers

_YES = frozenset({"1", "true", "yes"})

SQUARESPACE_ORDERS = ShopExport(
    "squarespace_orders",
    "Squarespace",
    (headers("Order ID", "Financial Status", "Lineitem variant"),),
    Sales(
        customers=(("Email",), ("Billing Name", "Billing Zip")),
        date=("Created at", "Paid at"),
        order_id=("Order ID",),
        amount=("Total",),
        refund=("Amount Refunded",),
        discount_marks=("Discount Code", "Discount Amount"),
        currency=("Currency",),
        rules=(
            LineRule(
                "Financial Status",
                "cancelled",
                headers("voided", "cancelled", "canceled", "failed"),
            ),
            LineRule("Cancelled at", "cancelled"),
            LineRule("Financial Status", "pending", headers("pending", "unpaid", "expired")),
        ),
        is_amount_of_order=True,
    ),
)

SHOPIFY_ORDERS = ShopExport(
    "shopify_orders",
    "Shopify",
    (
        headers("Financial Status", "Lineitem name"),
        headers("Name", "Email", "Created at", "Total", "Lineitem name"),
    ),
    Sales(
        customers=(("Email",), ("Phone",), ("Billing Name", "Billing Zip")),
        date=("Created at", "Paid at"),
        order_id=("Name", "Id"),
        amount=("Total",),
        refund=("Refunded Amount",),
        discount_marks=("Discount Code", "Discount Amount", "Lineitem discount"),
        currency=("Currency",),
        rules=(
            LineRule("Financial Status", "cancelled", headers("voided")),
            LineRule("Cancelled at", "cancelled"),
            LineRule("Financial Status", "pending", headers("pending", "unpaid", "expired")),
        ),
        is_amount_of_order=True,
    ),
)

SHOPIFY_CUSTOMERS = ShopExport(
    "shopify_customers",
    "Shopify",
    (headers("Total Spent", "Total Orders", "Accepts Email Marketing"),),
    roles={
        "Customer ID": Role.ID,
        "Email": Role.CONTACT,
        "Total Spent": Role.FEATURE,
        "Total Orders": Role.FEATURE,
        "Accepts Email Marketing": Role.CONSENT,
        "Accepts SMS Marketing": Role.CONSENT,
        "Accepts WhatsApp Marketing": Role.CONSENT,
    },
)

ETSY_ORDER_ITEMS = ShopExport(
    "etsy_order_items",
    "Etsy",
    (headers("Sale Date", "Item Name", "Listing ID", "Order ID"),),
    Sales(
        customers=(("Buyer",), ("Ship Name", "Ship Zipcode")),
        date=("Sale Date", "Date Paid"),
        order_id=("Order ID",),
        quantity=("Quantity",),
        price=("Price",),
        discount=("Discount Amount",),
        discount_marks=("Coupon Code", "Discount Amount", "InPerson Discount"),
        currency=("Currency",),
        date_order="mdy",
    ),
)

ETSY_ORDERS = ShopExport(
    "etsy_orders",
    "Etsy",
    (headers("Sale Date", "Order ID", "Order Value", "Order Net"),),
    Sales(
        customers=(("Buyer User ID",), ("Full Name", "Ship Zipcode"), ("Buyer",)),
        date=("Sale Date",),
        order_id=("Order ID",),
        amount=("Order Value",),
        discount=("Discount Amount",),
        discount_marks=("Coupon Code", "Discount Amount", "InPerson Discount"),
        currency=("Currency",),
        rules=(
            LineRule("Status", "cancelled", phrases=("cancel",)),
            LineRule("Status", "refunded", headers("refunded", "fully refunded")),
        ),
        date_order="mdy",
        is_amount_of_order=True,
    ),
)

GUMROAD_SALES = ShopExport(
    "gumroad_sales",
    "Gumroad",
    (headers("Purchase ID", "Purchase Email", "Purchase Date", "Sale Price ($)"),),
    Sales(
        customers=(("Purchase Email",), ("Buyer Email",)),
        date=("Purchase Date",),
        order_id=("Purchase ID",),
        amount=("Sale Price ($)",),
        refund=("Partial Refund ($)",),
        discount_marks=("Discount Code",),
        rules=(
            LineRule("Purchase ID", "no_sale", headers("totals")),
            LineRule("Fully Refunded?", "refunded", _YES),
            LineRule("Disputed?", "refunded", _YES, unless="Dispute Won?"),
        ),
    ),
)

LIGHTSPEED_ECOM_CUSTOMERS = ShopExport(
    "lightspeed_ecom_customers",
    "Lightspeed eCom",
    (headers("Internal ID", "Registered", "LastnamePreposition", "E-Mail"),),
    roles={
        "Internal ID": Role.ID,
        "LastnamePreposition": Role.CONTACT,
        "Attn": Role.CONTACT,
        "Shipping Attn": Role.CONTACT,
        "Streetname": Role.CONTACT,
        "Number": Role.CONTACT,
        "Extension": Role.CONTACT,
        "Coc number": Role.CONTACT,
        "Vat number": Role.CONTACT,
    },
)

LIGHTSPEED_X_CUSTOMERS = ShopExport(
    "lightspeed_x_customers",
    "Lightspeed X-Series",
    (
        headers("customer_code", "loyalty_balance"),
        headers("customer_group_name", "loyalty_balance"),
        headers("year_to_date", "loyalty_balance"),
    ),
    roles={
        "id": Role.ID,
        "customer_code": Role.ID,
        "loyalty_balance": Role.FEATURE,
        "year_to_date": Role.FEATURE,
        "balance": Role.FEATURE,
        "customer_group_name": Role.DESCRIBE,
    },
)

AMAZON_ORDERS = ShopExport(
    "amazon_orders",
    "Amazon",
    (headers("amazon-order-id", "purchase-date", "item-price"),),
    Sales(
        customers=(("buyer-email",),),  # only reports of orders that wait for the parcel have one
        date=("purchase-date",),
        order_id=("amazon-order-id",),
        amount=("item-price",),
        discount=("item-promotion-discount",),
        discount_marks=("item-promotion-discount",),
        currency=("currency",),
        rules=(
            LineRule("order-status", "cancelled", headers("cancelled", "canceled")),
            LineRule("item-status", "cancelled", headers("cancelled", "canceled")),
            LineRule("order-status", "pending", headers("pending")),
        ),
        is_without_buyers=True,
    ),
)

ONLINE_SHOPS = (
    SQUARESPACE_ORDERS,
    SHOPIFY_ORDERS,
    SHOPIFY_CUSTOMERS,
    ETSY_ORDER_ITEMS,
    ETSY_ORDERS,
    GUMROAD_SALES,
    LIGHTSPEED_ECOM_CUSTOMERS,
    LIGHTSPEED_X_CUSTOMERS,
    AMAZON_ORDERS,
)
