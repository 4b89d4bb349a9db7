"""What the user may choose about turning rows into customers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CustomerChoice:
    """How rows become customers; ``None`` means "find out".

    ``table`` is ``"customers"``, ``"orders"`` or ``None``. ``as_of`` is an ISO date.
    """

    table: str | None = None
    customer_id: str | None = None
    date: str | None = None
    amount: str | None = None
    order_id: str | None = None
    as_of: str | None = None
    date_order: str | None = None
