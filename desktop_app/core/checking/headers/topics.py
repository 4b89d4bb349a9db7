"""What a header can speak of, and how the phrases of a language are written down."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

Language = Mapping["Topic", tuple[str, ...]]
"""The phrases of one language, as ``header_words`` gives them, by topic."""


class Topic(StrEnum):
    """What a header can speak of."""

    CUSTOMER = "customer"
    ORDER = "order"
    ORDER_ITSELF = "order_itself"
    IDENTIFIER = "identifier"
    IDENTIFIER_AT_END = "identifier_at_end"
    NO_IDENTIFIER = "no_identifier"
    EMAIL = "email"
    CONTACT = "contact"
    PERSON_NAME = "person_name"
    PART_OF_NAME = "part_of_name"
    THING = "thing"
    CONSENT = "consent"
    DATE = "date"
    AMOUNT = "amount"
    ORDER_TOTAL = "order_total"
    NO_AMOUNT = "no_amount"
    PRICE = "price"
    QUANTITY = "quantity"
    REFUND = "refund"
    DISCOUNT = "discount"
    NO_DISCOUNT = "no_discount"
    CATEGORY = "category"
    STATUS = "status"
    CANCELLED = "cancelled"
    MONEY = "money"
    NO_MONEY = "no_money"
    SPENT = "spent"
    AVERAGE = "average"
    NEVER_NEGATIVE = "never_negative"
    DAYS = "days"
    CODED = "coded"
    AGE = "age"
    GENDER = "gender"
    BIRTH = "birth"
    PHONE = "phone"
    POST_CODE = "post_code"
    CURRENCY = "currency"
    FORWARD = "forward"
    SUMS_UP = "sums_up"
    REMARK = "remark"
    MEASURED = "measured"
    DEMOGRAPHIC = "demographic"
    BEHAVIOURAL = "behavioural"
    GEOGRAPHIC = "geographic"
    PSYCHOGRAPHIC = "psychographic"


def table(**phrases: str) -> Language:
    """Give the phrases by topic; a topic without any has none.

    >>> table(price="unit price, price")[Topic.PRICE]
    ('unit price', 'price')
    """
    by_topic = {Topic(topic): text.split(",") for topic, text in phrases.items()}
    return MappingProxyType(
        {topic: tuple(phrase.strip() for phrase in by_topic.get(topic, ())) for topic in Topic}
    )
