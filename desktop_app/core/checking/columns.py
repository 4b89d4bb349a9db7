"""What a column is (kind) and what it is for (role)."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What the values of a column are."""

    NUMBER = "number"
    YES_NO = "yes_no"
    CATEGORY = "category"
    DATE = "date"
    TEXT = "text"
    EMPTY = "empty"


class Role(StrEnum):
    """What a column is for."""

    ID = "id"
    FEATURE = "feature"
    DESCRIBE = "describe"
    CONTACT = "contact"
    CONSENT = "consent"
    DATE = "date"
    AMOUNT = "amount"
    ORDER_ID = "order_id"
    IGNORE = "ignore"


class Subject(StrEnum):
    """The plain group of facts that a column belongs to."""

    DEMOGRAPHIC = "demographic"
    BEHAVIOURAL = "behavioural"
    GEOGRAPHIC = "geographic"
    PSYCHOGRAPHIC = "psychographic"


class Unit(StrEnum):
    """How the numbers of a column are to be written on screen."""

    PLAIN = "plain"
    MONEY = "money"
    THOUSANDS = "thousands"
    PERCENT = "percent"
    DAYS = "days"


MADE_OF_FACTS = "made_of_facts"
"""Why a column forms no groups that follows from facts beside it; it describes them all the same."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column as it is understood.

    ``name`` is the header of the file, or a fixed name for a feature built from orders.
    ``n_distinct`` does not count empty cells. ``minimum`` and ``maximum`` are numbers, or ISO dates
    as text, or ``None``. ``unfit`` says why it can never form segments (``constant``,
    ``identifier``, ``contact``, ``too_many_categories``, ``empty``, ``text``, ``date``,
    ``made_of_facts``), else ``None``.
    ``sign`` is the currency sign seen in the values ("" if none). ``is_default`` of ``False`` marks
    a feature that is offered but not ticked by itself.
    """

    name: str
    kind: Kind
    role: Role
    subject: Subject | None = None
    n_empty: int = 0
    n_distinct: int = 0
    minimum: float | str | None = None
    maximum: float | str | None = None
    date_order: str | None = None
    unfit: str | None = None
    unit: Unit = Unit.PLAIN
    sign: str = ""
    is_default: bool = True


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """The user's own word on a column; ``date_order`` is ``dmy``, ``mdy`` or ``ymd``."""

    name: str
    role: Role | None = None
    kind: Kind | None = None
    date_order: str | None = None
