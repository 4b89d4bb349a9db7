"""What is said about the grid of recency and value: its cells, a sentence, the same as a table."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from desktop_app.core.customers.classic.kinds import kind_of
from desktop_app.core.customers.classic.views import ClassicKind, ClassicView, GridCell, ScoreBand
from desktop_app.core.customers.table import Clock
from desktop_app.i18n import _, ngettext
from desktop_app.wording.numbers import Formats


@dataclass(frozen=True, slots=True)
class GridWords:
    """What the grid says: the kinds' names, how numbers are written, the shop's clock if known."""

    names: Mapping[ClassicKind, str]
    formats: Formats
    clock: Clock | None = None


def cell_words(view: ClassicView, cell: GridCell, words: GridWords) -> str:
    """Say who is in ``cell``: "Champions: 45 customers, 31 % of the money"."""
    who = ngettext("{n} customer", "{n} customers", cell.n).format(n=words.formats.count(cell.n))
    text = _("{kind}: {customers}").format(kind=kinds_in(cell, words), customers=who)
    share = money_share(view, cell, words)
    return text + ", " + _("{share} of the money").format(share=share) if share else text


def describe_recency_value_grid(view: ClassicView, words: GridWords) -> str:
    """Say in one sentence where most customers and most of the money are."""
    cells = [cell for cell in view.cells if cell.n]
    if not cells:
        return _("Nobody ordered.")
    fullest, richest = max(cells, key=lambda c: c.n), max(cells, key=lambda c: c.money)
    n = sum(cell.n for cell in cells)
    text = ngettext(
        "{n} customer by how recently and how much they bought.",
        "{n} customers by how recently and how much they bought.",
        n,
    ).format(n=words.formats.count(n))
    text += " " + _("The fullest place is {who}.").format(who=cell_words(view, fullest, words))
    if richest is fullest or money_share(view, richest, words) == "":
        return text
    return text + " " + _("Most money: {who}.").format(who=cell_words(view, richest, words))


def recency_value_table(
    view: ClassicView, words: GridWords
) -> tuple[list[tuple[str, ...]], tuple[str, ...]]:
    """Give rows and headers of the same picture as a table, without the empty cells."""
    headers = (
        _("Days since last order"),
        _("Often and much, 5 is best"),
        _("Kind"),
        _("Customers"),
        _("Share of money"),
    )
    bands = {band.score: band for band in view.bands}
    rows: list[tuple[str, ...]] = [
        (
            band_words(bands[cell.recency], words.formats, has_unit=False),
            words.formats.count(cell.value),
            kinds_in(cell, words),
            words.formats.count(cell.n),
            money_share(view, cell, words) or "–",
        )
        for cell in view.cells
        if cell.n
    ]
    return rows, headers


def kinds_in(cell: GridCell, words: GridWords) -> str:
    """Name the kinds of a cell, the larger first; of an empty one the kind that it would have."""
    kinds = cell.kinds or (kind_of(cell.recency, cell.value),)
    return ", ".join(words.names[kind] for kind in kinds)


def money_share(view: ClassicView, cell: GridCell, words: GridWords) -> str:
    """Give the share of the money that a cell has; "" where there is no money to share."""
    total = sum(other.money for other in view.cells)
    return words.formats.percent(cell.money / total) if total > 0 else ""


def value_words() -> tuple[str, str]:
    """Give the words at both ends of the value axis, the best first, with their breaks."""
    return _("buy often,\nspend\nmuch"), _("buy seldom,\nspend\nlittle")


def recency_words() -> str:
    """Name the recency axis."""
    return _("last order")


def band_words(band: ScoreBand, formats: Formats, *, has_unit: bool) -> str:
    """Give the days since the last order of a band: "0–23 days"."""
    if np.isnan(band.lowest):
        return "–"
    low, high = (formats.count(round(day)) for day in (band.lowest, band.highest))
    days = low if low == high else f"{low}–{high}"
    if not has_unit:
        return days
    return ngettext("{n} day", "{n} days", round(band.highest)).format(n=days)
