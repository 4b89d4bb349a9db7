"""Who of the customers can be written to: their addresses and names, and whether they agreed.

Knows nothing of mail tools (``mail_lists``).
"""

import re
from dataclasses import dataclass

import numpy as np
import pandas as pd

from desktop_app.core.checking.columns import Column, Role
from desktop_app.core.checking.headers.topics import Topic
from desktop_app.core.checking.headers.vocabulary import header_words, speaks_of
from desktop_app.core.checking.values import YES_WORDS
from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.segmenting.results import IntArray, Segmentation
from desktop_app.core.tracking.hold_out import BoolArray

_ADDRESS = re.compile(r"[^@\s,;:<>()\"']+@[^@\s,;:<>()\"']+\.[^@\s,;:<>()\"'.]{2,}")
_ROWS_LOOKED_AT = 500  # enough to see whether a column holds addresses
_ADDRESSES_FROM = 0.5  # share of the filled cells
_NOT_LETTERS = re.compile(r"[\s().-]")

_FIRST_NAMES = "first name|firstname|first|given name|forename|fname|vorname|prénom|prenom|voornaam"
_LAST_NAMES = "last name|lastname|last|surname|family name|lname|nachname|nom|achternaam|apellidos"
_FULL_NAMES = "name|customer name|full name|customer|billing name|client name|naam|nombre|nome"
_TAGS = ("tags", "customer tags")
_OTHER_WAYS = frozenset({"sms", "whatsapp", "text", "push", "phone", "telephone"})
_TAKEN_BACK = ("unsubscribed", "unsubscribe", "opt out", "optout", "opted out", "blocked")
_AGREED = YES_WORDS | {
    *("subscribed", "subscribe", "opted in", "opted-in", "opt in", "opt-in", "agreed", "accepted"),
    *("accepts", "confirmed", "granted", "explicit", "abonniert", "angemeldet", "abonné"),
    *("inscrit", "suscrito", "iscritto", "ingeschreven"),
}


@dataclass(frozen=True, slots=True)
class MailColumns:
    """The columns that tell how to write to a customer; ``""`` where there is none.

    ``consents`` say who agreed, ``refusals`` who took it back.
    """

    email: str
    first_name: str = ""
    last_name: str = ""
    full_name: str = ""
    phone: str = ""
    tags: str = ""
    consents: tuple[str, ...] = ()
    refusals: tuple[str, ...] = ()

    @property
    def knows_consent(self) -> bool:
        """The list says who agreed to mail."""
        return bool(self.consents or self.refusals)


@dataclass(frozen=True, slots=True, eq=False)
class People:
    """The rows of customers who can be written to, and how many are left out for which reason.

    Each customer who is in a segment is counted once: an address is missing, they did not agree,
    they are held out, or their address was there before.
    """

    rows: IntArray
    n_without_address: int
    n_not_agreed: int
    n_held_out: int
    n_twice: int


def mail_columns(table: CustomerTable) -> MailColumns | None:
    """Find the columns by which customers can be written to; ``None`` without e-mail addresses.

    Examples
    --------
    >>> from desktop_app.core.checking.columns import Kind
    >>> frame = pd.DataFrame({"Email": ["ann@example.org"], "First Name": ["Ann"]})
    >>> columns = tuple(Column(name, Kind.TEXT, Role.CONTACT) for name in frame)
    >>> mail_columns(CustomerTable(frame, columns, frame)).first_name
    'First Name'
    """
    head = table.head(_ROWS_LOOKED_AT)
    candidates = [
        (speaks_of(column.name, Topic.EMAIL), share, -place, column.name)
        for place, column in enumerate(table.columns)
        if column.role in (Role.CONTACT, Role.ID)
        and (share := _share_of_addresses(head.iloc[:, place])) >= _ADDRESSES_FROM
    ]
    if not candidates:
        return None
    consents = [c.name for c in table.columns if c.role is Role.CONSENT and _is_of_mail(c.name)]
    refusals = [name for name in consents if _speaks_of_refusal(name)]
    return MailColumns(
        max(candidates)[-1],
        _named(table, *_FIRST_NAMES.split("|")),
        _named(table, *_LAST_NAMES.split("|")),
        _named(table, *_FULL_NAMES.split("|")),
        next((c.name for c in table.columns if _is_phone(c)), ""),
        _named(table, *_TAGS),
        tuple(name for name in consents if name not in refusals),
        tuple(refusals),
    )


def contact_columns(table: CustomerTable) -> tuple[str, ...]:
    """Give the columns that name or reach a person, except the one that tells customers apart.

    >>> nobody = pd.DataFrame({"Age": ["31"]})
    >>> contact_columns(CustomerTable(nobody, (), nobody))
    ()
    """
    return tuple(
        column.name
        for column in table.columns
        if column.role is Role.CONTACT and column.name != table.customer_id
    )


def people_to_write_to(
    table: CustomerTable,
    segmentation: Segmentation,
    columns: MailColumns,
    held: BoolArray | None = None,
) -> People:
    """Find who of the segments can be written to: an address, an agreement, not held out, once.

    Examples
    --------
    >>> people_to_write_to.__name__
    'people_to_write_to'
    """
    is_here = segmentation.labels >= 0
    addresses = text_of(table, columns.email).str.strip().str.lower()
    has_address = addresses.str.fullmatch(_ADDRESS).to_numpy(dtype=np.bool_)
    agreed = _agreed(table, columns)
    is_held = np.zeros(len(is_here), dtype=np.bool_) if held is None else held
    may_be_sent = is_here & has_address & agreed & ~is_held
    rows = np.flatnonzero(may_be_sent)
    is_first = ~addresses.iloc[rows].duplicated().to_numpy()
    return People(
        rows[is_first],
        int((is_here & ~has_address).sum()),
        int((is_here & has_address & ~agreed).sum()),
        int((is_here & has_address & agreed & is_held).sum()),
        int((~is_first).sum()),
    )


def text_of(table: CustomerTable, name: str) -> pd.Series:
    """Give a column as text, one per row.

    >>> ages = pd.DataFrame({"Age": ["31"]})
    >>> text_of(CustomerTable(ages, (), ages), "Age").tolist()
    ['31']
    """
    series = table.series(name)
    return series.astype("str").where(series.notna(), "").reset_index(drop=True)


def dialled(phone: str) -> str:
    """Give an international number as tools and tills take it; others stay as they are.

    >>> dialled("+31 (6) 12-34"), dialled("06-1234")
    ('+3161234', '06-1234')
    """
    bare = _NOT_LETTERS.sub("", phone)
    return bare if bare.startswith("+") and bare[1:].isdigit() else phone.strip()


def parts_of_name(name: str) -> tuple[str, str]:
    """Give first and last name; a comma stands behind the last one.

    >>> parts_of_name("Eva van der Berg"), parts_of_name("Berg, Eva")
    (('Eva', 'van der Berg'), ('Eva', 'Berg'))
    """
    last, comma, first = (part.strip() for part in name.partition(","))
    if comma and first:
        return first, last
    first, _blank, last = name.strip().partition(" ")
    return first, last.strip()


def _agreed(table: CustomerTable, columns: MailColumns) -> BoolArray:
    """Tell who agreed: some column says so and none says otherwise; everyone if none speaks of it."""
    agreed = np.ones(table.n_customers, dtype=np.bool_)
    for name in columns.consents:
        agreed &= _says_yes(table, name)
    for name in columns.refusals:
        agreed &= ~_says_yes(table, name)
    return agreed


def _says_yes(table: CustomerTable, name: str) -> BoolArray:
    words = text_of(table, name).str.strip().str.lower()
    return words.str.removesuffix(".0").isin(_AGREED).to_numpy(dtype=np.bool_)


def _share_of_addresses(texts: pd.Series) -> float:
    filled = texts[texts.str.strip() != ""]
    return float(filled.str.strip().str.fullmatch(_ADDRESS).mean()) if len(filled) else 0.0


def _named(table: CustomerTable, *phrases: str) -> str:
    """Give the column that says one of the phrases and nothing else; the first phrase decides."""
    by_words = {header_words(c.name): c.name for c in reversed(table.columns)}
    return next((by_words[phrase] for phrase in phrases if phrase in by_words), "")


def _is_phone(column: Column) -> bool:
    return column.role in (Role.CONTACT, Role.ID) and speaks_of(column.name, Topic.PHONE)


def _is_of_mail(name: str) -> bool:
    return not _OTHER_WAYS & set(header_words(name).split())


def _speaks_of_refusal(name: str) -> bool:
    words = f" {header_words(name)} "
    return any(f" {phrase} " in words for phrase in _TAKEN_BACK)
