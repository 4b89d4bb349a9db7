"""Exports of WooCommerce, a shop whose headers are in the language of its owner.

Its analytics write the same columns in the same places whatever the language, so they are also
known by what stands where. A new format is one more entry.
"""

from desktop_app.core.checking.columns import Role
from desktop_app.core.checking.order_terms import LineRule
from desktop_app.core.checking.shop_exports.declaring import Layout, Sales, ShopExport, headers

_NUMBER = r"-?\d+(?:[.,]\d+)?"
_NEW_OR_RETURNING = (
    r"(?i)new|returning|neu|wiederkehrend|nouveau|récurrent|nuevo|recurrente|nieuw|terugkerend"
)
_RULES = (
    (
        "cancelled",
        headers("cancelled", "wc-cancelled", "failed", "wc-failed", "trash", "storniert",
                "fehlgeschlagen", "annulée", "échouée", "cancelado", "fallido", "geannuleerd",
                "mislukt"),
    ),
    (
        "refunded",
        headers("refunded", "wc-refunded", "rückerstattet", "erstattet", "remboursée",
                "reembolsado", "terugbetaald"),
    ),
    (
        "pending",
        headers("pending", "wc-pending", "pending payment", "checkout-draft", "wc-checkout-draft",
                "draft", "zahlung ausstehend", "en attente de paiement", "pendiente de pago",
                "in afwachting van betaling"),
    ),
)  # fmt: skip
"""Orders on hold wait for a bank transfer, as in the shop's own figures they count."""

WOOCOMMERCE_ORDERS = ShopExport(
    "woocommerce_orders",
    "WooCommerce",
    (
        headers("Order #", "Customer", "Customer type", "Items sold", "Net Sales"),
        headers("Order #", "Customer", "Customer type", "Items sold", "N. Revenue"),
    ),
    Sales(
        customers=(("Customer",),),
        date=("Date",),
        order_id=("Order #",),
        amount=("Net Sales", "N. Revenue"),
        discount_marks=("Coupon(s)",),
        rules=tuple(LineRule("Status", reason, words) for reason, words in _RULES),
        is_known_by_name=True,
    ),
    layout=Layout(
        (
            *("Date", "Order #", "N. Revenue (formatted)", "Status", "Customer", "Customer type"),
            *("Product(s)", "Items sold", "Coupon(s)", "Net Sales"),
        ),
        ("Attribution",),
        {
            "Date": r"\d{4}-\d\d-\d\d.*",
            "Customer type": _NEW_OR_RETURNING,
            "Items sold": r"-?\d+",
            "Net Sales": _NUMBER,
        },
    ),
)

WOOCOMMERCE_CUSTOMERS = ShopExport(
    "woocommerce_customers",
    "WooCommerce",
    (headers("Username", "Last Active", "Email", "Total Spend", "AOV"),),
    roles={
        "Name": Role.CONTACT,
        "Username": Role.ID,
        "Last Active": Role.DESCRIBE,  # a visit, not an order
        "Sign Up": Role.DESCRIBE,
        "Email": Role.CONTACT,
        "Orders": Role.FEATURE,
        "Total Spend": Role.FEATURE,
        "AOV": Role.FEATURE,
        "Billing Phone": Role.CONTACT,
        "Shipping Phone": Role.CONTACT,
    },
    layout=Layout(
        (
            *("Name", "Username", "Last Active", "Sign Up", "Email", "Orders", "Total Spend"),
            *("AOV", "Country / Region", "City", "Region", "Postal Code"),
        ),
        ("Billing Phone", "Shipping Phone", "Role"),
        {
            "Last Active": r"(?:\d{4}-\d\d-\d\d.*)?",
            "Sign Up": r"(?:\d{4}-\d\d-\d\d.*)?",
            "Email": r"(?:\S+@\S+)?",
            "Orders": r"\d+",
            "Total Spend": _NUMBER,
            "AOV": _NUMBER,
            "Country / Region": r"(?:[A-Z]{2})?",
        },
    ),
)

WOOCOMMERCE_EXPORT = ShopExport(
    "woocommerce_export",
    "WooCommerce",
    (headers("order_id", "order_date", "billing_first_name"),),
    Sales(
        customers=(
            ("billing_email",),
            ("customer_email",),
            ("customer_id",),
            ("billing_first_name", "billing_last_name", "billing_postcode"),
        ),
        date=("order_date",),
        order_id=("order_id", "order_number"),
        amount=("order_total",),
        refund=("refunded_total", "total_refunded", "order_refund"),
        discount_marks=("discount_total", "cart_discount", "order_discount", "coupon_items"),
        currency=("order_currency",),
        rules=tuple(LineRule("status", reason, words) for reason, words in _RULES),
        is_amount_of_order=True,
    ),
)

WOOCOMMERCE = (WOOCOMMERCE_ORDERS, WOOCOMMERCE_CUSTOMERS, WOOCOMMERCE_EXPORT)
