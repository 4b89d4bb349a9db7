"""What each line costs and what was paid back, as expressions of SQL in whole parts of money."""

from desktop_app.core.checking.order_shape import OrderColumns
from desktop_app.core.checking.order_terms import OrderTerms
from desktop_app.core.checking.values import LARGEST_AMOUNT
from desktop_app.core.customers.orders.word_values import WordValues

PARTS_OF_MONEY = 10_000  # amounts are added as whole ten-thousandths: exact, in any order


def listed_amount(
    values: WordValues, parts: OrderColumns, terms: OrderTerms, is_return: str
) -> str:
    """What each line costs, by its amount or by its price and quantity, less its discount."""
    listed = _price(values, parts)
    if terms.discount is not None:
        listed = f"({listed} - abs({_whole_parts(values.number(terms.discount))}))"
    if terms.returns is not None:
        listed = f"CASE WHEN {is_return} THEN -abs({listed}) ELSE {listed} END"
    return listed


def _price(values: WordValues, parts: OrderColumns) -> str:
    if parts.amount is not None:
        return _whole_parts(values.number(parts.amount))
    assert parts.price is not None
    price = values.number(parts.price)
    if parts.quantity is None:
        return _whole_parts(price)
    return _whole_parts(f"{price} * {values.number(parts.quantity)}")


def refunded_amount(values: WordValues, parts: OrderColumns) -> str:
    """What was paid back, where a column tells it."""
    if parts.refund is None or parts.refund == parts.amount:
        return "0"
    return _whole_parts(values.number(parts.refund))


def _whole_parts(amount: str) -> str:
    """Give amounts as whole parts of money, 0 where there is none."""
    parts = f"round_even({amount} * {PARTS_OF_MONEY}, 0)::BIGINT"
    return f"CASE WHEN abs({amount}) <= {LARGEST_AMOUNT:.0f} THEN {parts} ELSE 0 END"
