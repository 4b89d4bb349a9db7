"""What is said of one kind of export: its headers, and what they mean. Knows no shop by name.

Headers are named in any case; the first of several that the file has, and has filled, is taken.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop_app.core.checking.columns import Role
from desktop_app.core.checking.order_terms import LineRule, Returns

Headers = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sales:
    """How the lines of an export are sales.

    ``customers``: ways to know a customer, the best first, each a header or several that name a
    customer together. The amount of a line is ``amount``, or ``quantity`` times ``price``, less
    ``discount`` and ``refund``. ``is_known_by_name``: two people of one name cannot be told apart.
    ``is_without_buyers``: nothing says who bought, or only in few files. The rest is as in
    ``OrderTerms``.
    """

    customers: tuple[Headers, ...]
    date: Headers
    order_id: Headers
    amount: Headers = ()
    quantity: Headers = ()
    price: Headers = ()
    refund: Headers = ()
    discount: Headers = ()
    discount_marks: Headers = ()
    category: Headers = ()
    currency: Headers = ()
    rules: tuple[LineRule, ...] = ()
    returns: Returns | None = None
    date_order: str | None = None
    is_amount_of_order: bool = False
    has_only_income: bool = False
    has_equal_lines: bool = False
    is_known_by_name: bool = False
    is_without_buyers: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """What stands where in a file whose headers are translated.

    ``places``: the headers as they are named here, from left to right; ``optional`` are those that
    may follow. ``values``: what all values of some columns look like.
    """

    places: Headers
    optional: Headers
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ShopExport:
    """One kind of file that a shop system writes.

    ``word`` is its fixed name and ``system`` the name of who wrote it. A file is one if it has all
    headers of one of the ``signatures``, in any order, whatever else it has; ``starts`` are what
    the values of a column begin with where headers alone do not tell. ``sales`` is ``None`` for a
    list of customers. ``roles`` are of headers that do not speak for themselves. ``layout`` tells a
    file in any language.
    """

    word: str
    system: str
    signatures: tuple[frozenset[str], ...]
    sales: Sales | None = None
    starts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    roles: Mapping[str, Role] = field(default_factory=dict)
    layout: Layout | None = None

    @property
    def is_without_buyers(self) -> bool:
        """The system keeps to itself who bought."""
        return self.sales is not None and self.sales.is_without_buyers


def headers(*names: str) -> frozenset[str]:
    """Give a set of headers as they are compared: in small letters.

    >>> sorted(headers("Financial Status", "Lineitem name"))
    ['financial status', 'lineitem name']
    """
    return frozenset(name.casefold() for name in names)
