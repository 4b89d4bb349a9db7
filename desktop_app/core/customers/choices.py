"""What the user may choose about turning rows into customers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CustomerChoice:
    """How rows become customers; ``None`` means "find out".

    ``table`` is ``"customers"``, ``"orders"`` or ``None``. ``as_of`` is an ISO date. ``look_back``:
    only orders of that many months before ``as_of`` count; ``None`` = all. ``currency``: of several
    in the file, the one whose lines count, as it is written there; ``None`` = that of most lines.
    ``counted``: the reasons, of those in ``REVERSIBLE``, whose lines count all the same.
    """

    table: str | None = None
    customer_id: str | None = None
    date: str | None = None
    amount: str | None = None
    order_id: str | None = None
    as_of: str | None = None
    date_order: str | None = None
    look_back: int | None = None
    currency: str | None = None
    counted: frozenset[str] = frozenset()
