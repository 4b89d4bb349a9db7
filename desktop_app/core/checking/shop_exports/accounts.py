"""Exports of payment and mail accounts: Stripe, PayPal, Mailchimp. A new one is one more entry."""

from desktop_app.core.checking.columns import Role
from desktop_app.core.checking.order_terms import LineRule, Returns
from desktop_app.core.checking.shop_exports.declaring import Sales, ShopExport, headers

STRIPE_PAYMENTS = ShopExport(
    "stripe_payments",
    "Stripe",
    (headers("id", "Amount", "Status"),),
    Sales(
        customers=(("Customer Email",), ("Customer ID",)),
        date=("Created date (UTC)", "Created (UTC)", "Created date", "Created"),
        order_id=("id",),
        amount=("Amount",),
        refund=("Amount Refunded",),
        currency=("Currency",),
        rules=(
            LineRule("Status", "refunded", headers("refunded")),
            LineRule("Status", "cancelled", phrases=("failed", "cancel", "blocked", "expired")),
            LineRule(
                "Status",
                "pending",
                headers("paid", "succeeded", "partially refunded", "partial refund", "disputed"),
                is_kept=True,
            ),
            LineRule("Captured", "pending", headers("false", "no", "0")),
        ),
    ),
    starts={"id": ("ch_", "py_", "pi_")},
)

STRIPE_CUSTOMERS = ShopExport(
    "stripe_customers",
    "Stripe",
    (headers("id", "Email"),),
    starts={"id": ("cus_", "gcus_")},
    roles={
        "id": Role.ID,
        "Email": Role.CONTACT,
        "Total Spend": Role.FEATURE,
        "Payment Count": Role.FEATURE,
        "Refunded Volume": Role.FEATURE,
        "Dispute Losses": Role.FEATURE,
        "Card Last4": Role.IGNORE,
        "Card Last 4": Role.IGNORE,
        "Card Fingerprint": Role.IGNORE,
    },
)

_NO_SALES = (
    *("conversion", "withdrawal", "hold", "release", "deposit", "transfer", "memo", "fee"),
    *("authorization", "reversal of", "chargeback reversal", "reserve"),
)
_DONE = headers(
    *("Completed", "Partially Refunded", "Abgeschlossen", "Terminé", "Completado", "Voltooid")
)

PAYPAL_ACTIVITY = ShopExport(
    "paypal_activity",
    "PayPal",
    (headers("Date", "Gross", "Fee", "Net", "Transaction ID", "From Email Address"),),
    Sales(
        customers=(("From Email Address",), ("Name",)),
        date=("Date",),
        order_id=("Transaction ID",),
        amount=("Gross",),
        currency=("Currency",),
        rules=(
            LineRule("Balance Impact", "no_sale", headers("memo")),
            LineRule("Type", "no_sale", headers("order"), _NO_SALES),
            LineRule("Status", "refunded", headers("refunded"), is_of_order=True),
            LineRule("Status", "pending", _DONE, is_kept=True),
        ),
        returns=Returns(
            "Type",
            headers("Refund", "Payment Refund", "Payment Reversal", "Chargeback", "Rückzahlung"),
            customer="To Email Address",
            order_id="Reference Txn ID",
        ),
        has_only_income=True,
    ),
)

MAILCHIMP_AUDIENCE = ShopExport(
    "mailchimp_audience",
    "Mailchimp",
    (headers("LEID", "EUID"),),
    roles={
        "Email Address": Role.CONTACT,
        "OPTIN_IP": Role.CONTACT,
        "CONFIRM_IP": Role.CONTACT,
        "MEMBER_RATING": Role.FEATURE,
        "LEID": Role.ID,
        "EUID": Role.ID,
        **dict.fromkeys(
            (
                *("OPTIN_TIME", "CONFIRM_TIME", "LAST_CHANGED"),
                *("LATITUDE", "LONGITUDE", "GMTOFF", "DSTOFF", "NOTES", "TAGS"),
                *("UNSUB_TIME", "UNSUB_CAMPAIGN_TITLE", "UNSUB_CAMPAIGN_ID", "UNSUB_REASON"),
            ),
            Role.IGNORE,
        ),
    },
)

ACCOUNTS = (STRIPE_PAYMENTS, STRIPE_CUSTOMERS, PAYPAL_ACTIVITY, MAILCHIMP_AUDIENCE)
