"""A table that shows as many columns as there is room for, so that nothing scrolls sideways."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent

from desktop_app.ui.widgets.data_table import DataTable
from desktop_app.ui.widgets.table_head import TableHead

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop_app.ui.theme import Theme

ALWAYS_SHOWN = 2


@dataclass(frozen=True, slots=True)
class OfferedColumn:
    """A column of the model, as wide as it needs; one that needs more than ``most`` is narrowed.

    ``room`` is kept for words that are still to come.
    """

    column: int
    most: int | None = None
    room: int = 0


def fit_widths(wanted: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Give the widths of the first columns that fit into ``room``.

    Columns are narrowed to ``least`` so that more of them fit; what is left over goes to the
    narrowed ones, the first of them first. The first two are always there.

    >>> fit_widths([200, 300, 80, 90], [120, 150, 80, 90], 380)
    [150, 150, 80]
    """
    used, n_shown = 0, 0
    for width in least:
        if used + width > room and n_shown >= ALWAYS_SHOWN:
            break
        used, n_shown = used + width, n_shown + 1
    spare = max(0, room - used)
    widths = []
    for most, width in zip(wanted[:n_shown], least, strict=False):
        more = min(spare, most - width)
        spare -= more
        widths.append(width + more)
    return widths


class FittingTable(DataTable):
    """Shows the weightiest columns that fit, or on demand all of them.

    Signals: ``fit_changed()`` when the columns were fitted anew.
    """

    fit_changed = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self._columns: list[int] = []
        self._wanted: list[int] = []
        self._least: list[int] = []
        self.shows_all = False

    @property
    def has_room_for_all(self) -> bool:
        """Every offered column fits without a scroll bar."""
        return sum(self._least) <= self.viewport().width()

    def offer_columns(self, offered: Sequence[OfferedColumn]) -> None:
        """Show these columns of the model, the weightiest first, as far as they fit."""
        self._columns = []  # moving may resize the table, which must not fit what is half known
        head = self.horizontalHeader()
        for place, offer in enumerate(offered):
            head.moveSection(head.visualIndex(offer.column), place)
        self._wanted = [max(self._wanted_width(o.column), o.room) for o in offered]
        self._least = [
            min(wanted, offer.most or wanted)
            for offer, wanted in zip(offered, self._wanted, strict=True)
        ]
        self._columns = [offer.column for offer in offered]
        self._fit()

    def show_all(self, shows_all: bool) -> None:
        """Show every offered column, or only those that fit."""
        self.shows_all = shows_all
        self._fit()

    def _wanted_width(self, column: int) -> int:
        """Give the width at which head and cells of a column are wholly seen, hidden or not."""
        head = self.horizontalHeader()
        assert isinstance(head, TableHead)
        needed = max(self.sizeHintForColumn(column), head.needed_width(column))
        return min(needed, head.maximumSectionSize())

    def _fit(self) -> None:
        room = self.viewport().width()
        is_whole = self.shows_all and not self.has_room_for_all
        widths = self._wanted if is_whole else fit_widths(self._wanted, self._least, room)
        width_by_column = dict(zip(self._columns, widths, strict=False))
        head = self.horizontalHeader()
        for column in range(head.count()):
            self.setColumnHidden(column, column not in width_by_column)
        for column, width in width_by_column.items():
            head.resizeSection(column, width)
        self.fit_changed.emit()

    # Qt overrides ---------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width() and self._columns:
            self._fit()
