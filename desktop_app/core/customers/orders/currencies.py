"""In which money each line is, where a file has more than one."""

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from desktop_app.core.checking.checked import CheckedTable
from desktop_app.core.checking.kinds import Reading
from desktop_app.core.checking.order_shape import OrderColumns
from desktop_app.core.checking.order_terms import UNSAID
from desktop_app.core.checking.texts import WordArray
from desktop_app.core.checking.values import is_empty_word, money_sign
from desktop_app.core.customers.orders.amounts import PARTS_OF_MONEY
from desktop_app.core.customers.orders.word_values import WordValues
from desktop_app.core.customers.table import CurrencyLines
from desktop_app.core.errors import BadValue
from desktop_app.core.intake.questions import Questions

_MOST = 100  # a column of more has something else in it, and an id of each fits into a byte


@dataclass(frozen=True, slots=True)
class Currencies:
    """The currencies of a file, as they are written there, sorted by what they are.

    ``of_line`` is SQL for the place in ``names`` of a line's currency, NULL = it does not say.
    """

    names: tuple[str, ...] = ()
    of_line: str = "NULL::TINYINT"

    @property
    def are_several(self) -> bool:
        """There is more than one, so that lines have to be told apart."""
        return len(self.names) > 1

    def place(self, name: str) -> int:
        """Give the place of a currency, however it is written.

        Raises
        ------
        BadValue
            The file has no such currency.
        """
        known = [currency_key(written) for written in self.names]
        if currency_key(name) not in known:
            raise BadValue(what="currency", value=name)
        return known.index(currency_key(name))


@dataclass(frozen=True, slots=True)
class Money:
    """The currency that counts, ``""`` = none is named, and all that are in the file.

    ``listed``: what all lines of it together say was paid, in ten-thousandths, the total of an order
    once. ``place``: where it is among several, ``None`` = there are not.
    """

    listed: int
    currency: str = ""
    place: int | None = None
    currencies: tuple[CurrencyLines, ...] = ()


def only_one(currencies: Currencies, chosen: str | None, n_lines: int, listed: int) -> Money:
    """Give the money of a file that has one currency, or names none.

    Raises
    ------
    BadValue
        Another one was chosen.
    """
    if chosen is not None:
        currencies.place(chosen)
    if not currencies.names:
        return Money(listed)
    name = currencies.names[0]
    lines = CurrencyLines(name, n_lines, listed / PARTS_OF_MONEY)
    return Money(listed, name, currencies=(lines,))


def most_or_chosen(questions: Questions, currencies: Currencies, chosen: str | None) -> Money:
    """Give the money that counts of several: the chosen one, else that of most lines.

    Lines that do not say theirs are in the one that counts.

    Raises
    ------
    BadValue
        The chosen one is not in the file.
    """
    found = questions.arrays(
        "SELECT coalesce(currency, -1) AS place, count(*) AS n,"
        " sum(greatest(gross, 0))::BIGINT AS paid FROM line GROUP BY ALL"
    )
    rows = zip(*(found[part].tolist() for part in ("place", "n", "paid")), strict=True)
    n_and_paid = {place: (n, paid) for place, n, paid in rows}
    names, silent = currencies.names, n_and_paid.pop(-1, (0, 0))
    counts = (
        currencies.place(chosen)
        if chosen is not None
        else min(n_and_paid, key=lambda place: (-n_and_paid[place][0], names[place]))
    )
    told = n_and_paid.get(counts, (0, 0))
    n_and_paid[counts] = (told[0] + silent[0], told[1] + silent[1])
    several = tuple(
        CurrencyLines(names[place], n, paid / PARTS_OF_MONEY)
        for place, (n, paid) in sorted(n_and_paid.items(), key=lambda p: (-p[1][0], names[p[0]]))
    )
    return Money(n_and_paid[counts][1], names[counts], counts, several)


def currency_key(word: str) -> str:
    """Give one key for the ways to write a currency, ``""`` for none.

    >>> currency_key("eur"), currency_key("Euro"), currency_key("xyz"), currency_key("n/a")
    ('€', '€', 'XYZ', '')
    """
    word = word.strip()
    if is_empty_word(np.array([word], dtype=object))[0]:
        return ""
    return sign_of(word) or word.upper()


def sign_of(name: str) -> str:
    """Give the sign of a currency that is written as a code or a word, ``""`` if it has none."""
    return money_sign(f"1 {name.upper()}") or money_sign(f"1 {name.lower()}")


def currencies_of(
    checked: CheckedTable, parts: OrderColumns, column: str | None, values: WordValues
) -> Currencies:
    """Find out in which money lines are: by the column that says it, else by signs at the amounts."""
    said = checked.typed.get(column or "")
    amount = checked.typed.get(parts.amount or parts.price or "")
    if isinstance(said, Reading):
        return _told_by(said, currency_key, values)
    if isinstance(amount, Reading) and len(amount.signs) > 1:
        return _told_by(amount, money_sign, values)
    return Currencies()


def _told_by(reading: Reading, key_of: Callable[[str], str], values: WordValues) -> Currencies:
    texts = reading.texts
    keys = [key_of(word) for word in texts.words]
    is_sign = key_of is money_sign
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for key, word, n in zip(keys, texts.words, texts.counts.tolist(), strict=True):
        if key:
            written[key][key if is_sign else word] += n
    texts.release()
    known = sorted(written)
    names = tuple(
        min(written[key].items(), key=lambda pair: (-pair[1], pair[0]))[0] for key in known
    )
    if not 1 < len(names) <= _MOST:
        return Currencies(names[:1] if len(names) == 1 else ())
    place_by_key = {key: place for place, key in enumerate(known)}

    def tell(words: WordArray) -> npt.NDArray[np.int8]:
        return np.array([place_by_key.get(key_of(word), UNSAID) for word in words], dtype=np.int8)

    return Currencies(names, values.told(reading.name, tell))
