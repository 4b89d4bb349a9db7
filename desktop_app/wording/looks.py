"""One column in a sentence: what half of the customers are like, what is commonest, who differs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from desktop_app.core.checking.checked import TableKind
from desktop_app.core.checking.columns import Column, Kind, Unit
from desktop_app.i18n import _, ngettext
from desktop_app.wording.facts import lower_first, upper_first

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.core.checking.looks.bands import Bands
    from desktop_app.core.checking.looks.comparing import CategorySpread, Comparison
    from desktop_app.core.checking.looks.looking import ColumnLook
    from desktop_app.core.checking.looks.summaries import NumberSummary, WordSummary
    from desktop_app.wording.numbers import Formats

_EPOCH = date(1970, 1, 1).toordinal()
_SAME = 0.25  # of the width of the middle half: such a difference hardly shows
_PULLED = 0.5  # of it: the average is no longer where most people are


@dataclass(frozen=True, slots=True)
class LookWords:
    """How to speak of a table: its short names by column, its country, what a row is."""

    names: Mapping[str, str]
    formats: Formats
    kind: TableKind = TableKind.CUSTOMERS

    def count(self, n: int) -> str:
        """Give "12 customers", or "12 rows" of a table of orders."""
        words = (
            ngettext("{n} customer", "{n} customers", n)
            if self.kind is TableKind.CUSTOMERS
            else ngettext("{n} row", "{n} rows", n)
        )
        return words.format(n=self.formats.count(n))

    @property
    def all(self) -> str:
        """Give the words for all of them, for the middle of a sentence."""
        return _("your customers") if self.kind is TableKind.CUSTOMERS else _("the rows")

    @property
    def head(self) -> str:
        """Give the head of a column that counts them."""
        return _("Customers") if self.kind is TableKind.CUSTOMERS else _("Rows")

    def share(self, part: int, whole: int) -> str:
        """Give a share in percents; of nothing, nothing."""
        return self.formats.percent(part / whole if whole else 0.0)


def value_words(x: float, column: Column, formats: Formats, *, is_exact: bool = False) -> str:
    """Give a number of ``column`` with its unit; days since 1970 become a date.

    >>> from desktop_app.core.checking.columns import Role
    >>> from desktop_app.wording.numbers import Formats
    >>> value_words(19_723.5, Column("Joined", Kind.DATE, Role.DESCRIBE), Formats())
    '1 January 2024'
    """
    if column.kind is Kind.DATE:
        day = min(max(_EPOCH + int(x // 1), 1), date.max.toordinal())
        return formats.date(date.fromordinal(day))
    return formats.value(x, column, is_exact=is_exact)


def look_sentence(look: ColumnLook, words: LookWords) -> str:
    """Say what a column holds, in a sentence or two."""
    if look.words is not None and look.words.n:
        return commonest_sentence(look.words, look.column, words)
    if look.numbers is not None:
        return middle_sentence(look.numbers, look.column, words)
    return _("There is no value in this column.")


def middle_sentence(numbers: NumberSummary, column: Column, words: LookWords) -> str:
    """Say between which values half of the customers lie, and what an average hides."""

    def value(x: float) -> str:
        return value_words(x, column, words.formats)

    if value(numbers.lower) == value(numbers.upper):
        return _("Half of {customers} or more have {value}.").format(
            customers=words.all, value=value(numbers.middle)
        )
    sentence = _(
        "Half of {customers} are between {low} and {high}; the middle is {middle}."
    ).format(
        customers=words.all,
        low=value(numbers.lower),
        high=value(numbers.upper),
        middle=value(numbers.middle),
    )
    pull = (numbers.mean - numbers.middle) / (numbers.upper - numbers.lower)
    if column.kind is Kind.DATE or abs(pull) < _PULLED:
        return sentence
    few = (
        _("A few very large values pull the average up to {mean}.")
        if pull > 0
        else _("A few very small values pull the average down to {mean}.")
    )
    return f"{sentence} {few.format(mean=value(numbers.mean))}"


def commonest_sentence(summary: WordSummary, column: Column, words: LookWords) -> str:
    """Say which value is commonest and how much the others hold."""
    shares = [words.share(count, summary.n) for count in summary.counts]
    if len(summary.values) == 1:
        return _("All values are {value}.").format(value=summary.values[0])
    if len(summary.values) == 2 and not summary.n_other:
        return _("{share} of {customers}: {value}. {other_share}: {other}.").format(
            share=shares[0],
            customers=words.all,
            value=summary.values[0],
            other_share=shares[1],
            other=summary.values[1],
        )
    return _("The commonest of {n} is {value}: {share} of {customers}.").format(
        n=words.formats.count(column.n_distinct),
        value=summary.values[0],
        share=shares[0],
        customers=words.all,
    )


def band_words(bands: Bands, column: Column, formats: Formats) -> list[str]:
    """Give the names of bands: "under 20", "20 to 29", "30 and over".

    >>> from desktop_app.core.checking.looks.bands import Bands
    >>> from desktop_app.core.checking.columns import Role
    >>> from desktop_app.wording.numbers import Formats
    >>> age = Column("Age", Kind.NUMBER, Role.FEATURE)
    >>> band_words(Bands((20.0, 30.0), (1, 2, 3), are_whole=True), age, Formats())
    ['under 20', '20 to 29', '30 and over']
    """
    bare = replace(column, unit=Unit.PLAIN) if column.unit is Unit.DAYS else column
    step = 1.0 if bands.are_whole and bare.unit is Unit.PLAIN else 0.0
    edges = [formats.value(edge, bare, is_exact=True) for edge in bands.edges]
    lasts = [formats.value(edge - step, bare, is_exact=True) for edge in bands.edges]
    between = [
        first if first == last else _("{low} to {high}").format(low=first, high=last)
        for first, last in zip(edges[:-1], lasts[1:], strict=True)
    ]
    return [
        _("under {high}").format(high=edges[0]),
        *between,
        _("{low} and over").format(low=edges[-1]),
    ]


def band_sentence(bands: Bands, column: Column, words: LookWords) -> str:
    """Say which band is the largest."""
    largest = max(range(len(bands.counts)), key=lambda place: bands.counts[place])
    return _("The largest band is {band}: {share} of {customers}.").format(
        band=band_words(bands, column, words.formats)[largest],
        share=words.share(bands.counts[largest], bands.n),
        customers=words.all,
    )


def comparison_sentence(comparison: Comparison, column: Column, words: LookWords) -> str:
    """Say where a number is higher, or that it is about the same; ``column`` is the number."""
    named, number = comparison.named, words.names[comparison.number]
    if len(named) < 2:
        return _("{category} has too few different values with enough {customers}.").format(
            category=words.names[comparison.category], customers=lower_first(words.head)
        )
    first, last = named[0], named[-1]
    high, low = (
        value_words(spread.summary.middle, column, words.formats) for spread in (first, last)
    )
    known = {"number": number, "n": len(named), "high": high, "low": low}
    known |= {"first": first.name, "last": last.name}
    if _are_alike(named) or not comparison.is_clear:
        pattern = (
            _(
                "{number} is about the same for {first} and {last}: the middles are {high} and {low}."
            )
            if len(named) == 2
            else _(
                "{number} is about the same for all {n}: the middles lie between {low} and {high}."
            )
        )
        sentence = pattern.format(**known)
        if _are_alike(named):
            return sentence
        return sentence + " " + _("So small a difference may well be chance.")
    if len(named) == 2:
        return _(
            "{number} is higher for {first} than for {last}: the middles are {high} and {low}."
        ).format(**known)
    return _(
        "{number} is highest for {first}, with {high} in the middle, and lowest for {last}, with {low}."
    ).format(**known)


def category_words(spread: CategorySpread) -> str:
    """Name a category; all others are one."""
    return _("all others") if spread.name is None else spread.name


def reading_aid(look: ColumnLook, view: str, words: LookWords) -> str:
    """Say how to read a picture: ``shape``, ``bands`` or ``compared``."""
    if view == "compared":
        return _(
            "Dot: the middle. Thick line: the middle half. Thin line: nine of ten {customers}."
        ).format(customers=lower_first(words.head))
    if view == "bands" or look.words is not None:
        return _("A longer bar: more {customers}.").format(customers=lower_first(words.head))
    return _("A higher bar: more {customers}. Shaded: the middle half.").format(
        customers=lower_first(words.head)
    )


def without_words(n: int, formats: Formats) -> str:
    """Say how many rows are not looked at because the user left them out; ``""`` for none.

    >>> from desktop_app.wording.numbers import Formats
    >>> without_words(2, Formats())
    'Without the 2 rows that you left out.'
    """
    if not n:
        return ""
    return ngettext(
        "Without the row that you left out.", "Without the {n} rows that you left out.", n
    ).format(n=formats.count(n))


def figure_lines(look: ColumnLook, words: LookWords) -> list[tuple[str, str]]:
    """Give the figures of a column as pairs of what and how much."""
    column, formats, numbers = look.column, words.formats, look.numbers
    n_known = look.words.n if look.words is not None else numbers.n if numbers is not None else 0
    lines = [(_("Known"), formats.count(n_known))]
    if n_known < look.n_rows:
        lines.append((_("Without a value"), formats.count(look.n_rows - n_known)))
    lines.append((_("Different"), formats.count(column.n_distinct)))
    if numbers is None:
        return lines

    def value(x: float) -> str:
        return value_words(x, column, formats)

    def between(low: float, high: float) -> str:
        return _("{low} to {high}").format(low=value(low), high=value(high))

    is_number = column.kind is not Kind.DATE
    lines += [
        (_("Middle"), value(numbers.middle)),
        *([(_("Average"), value(numbers.mean))] if is_number else []),
        (_("Middle half"), between(numbers.lower, numbers.upper)),
        (_("Nine of ten"), between(numbers.usual_low, numbers.usual_high)),
    ]
    ends = (_("Lowest"), _("Highest")) if is_number else (_("First"), _("Last"))
    return [*lines, (ends[0], value(numbers.minimum)), (ends[1], value(numbers.maximum))]


def title_words(look: ColumnLook, words: LookWords, *, is_compared: bool) -> str:
    """Give the title of a picture of one column: "Age", or "Income by gender"."""
    comparison = look.comparison
    if comparison is None or not is_compared:
        return words.names[look.column.name]
    return upper_first(
        _("{number} by {category}").format(
            number=words.names[comparison.number],
            category=lower_first(words.names[comparison.category]),
        )
    )


def _are_alike(named: tuple[CategorySpread, ...]) -> bool:
    widths = sorted(spread.summary.upper - spread.summary.lower for spread in named)
    difference = named[0].summary.middle - named[-1].summary.middle
    return difference <= _SAME * widths[len(widths) // 2]
