"""A pandas frame as rows of a table: read cell by cell when seen, sorted and filtered by positions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)

from desktop_app.i18n import _
from desktop_app.ui.models.held_rows import HeldColumn, HeldRows
from desktop_app.ui.models.sorting import Sorted, SortRequest, sort_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    import numpy.typing as npt

    IntArray = npt.NDArray[np.int64]
    Index = QModelIndex | QPersistentModelIndex

PIECE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
PROBLEM_ROLE = PIECE_ROLE + 1
ADDED_ROLE = PIECE_ROLE + 2

LONG = 20_000  # rows; more are not sorted while the window waits

_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class FrameModel(QAbstractTableModel):
    """Shows a frame without copying it; a *position* is a row of the frame, a *row* one on screen.

    Signals: ``sort_requested(SortRequest)`` of a long table if it ``sorts_elsewhere``; the answer is
    given to ``show_sorted``.
    """

    sort_requested = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns: list[pd.Series | HeldColumn] = []
        self._headers: list[str] = []
        self._formatters: list[Callable[[object], str] | None] = []
        self._is_right: list[bool] = []
        self._segments: IntArray | None = None
        self._segment_names: list[str] = []
        self._pieces: Sequence[int] = ()
        self._pieces_by_column: dict[int, Sequence[int | None]] = {}
        self._row_numbers: Sequence[int] | None = None
        self._n_positions = 0
        self._n_added = 0
        self._problems: frozenset[tuple[int, int]] = frozenset()
        self._written: Callable[[int, int], str] | None = None
        self._filter: IntArray | None = None
        self._positions: IntArray | None = None  # None is every position in its own order
        self._rows: IntArray | None = None
        self._ranks: dict[int, npt.NDArray[np.float64]] = {}
        self.sort_column = -1
        self.sort_order = Qt.SortOrder.AscendingOrder
        self.sorts_elsewhere = False

    # showing --------------------------------------------------------------------------------

    def show_frame(
        self,
        frame: pd.DataFrame | Sequence[pd.Series] | HeldRows,
        headers: Sequence[str],
        formatters: Sequence[Callable[[object], str] | None],
        *,
        row_numbers: Sequence[int] | None = None,
        segments: IntArray | None = None,
        segment_names: Sequence[str] = (),
        pieces: Sequence[int] = (),
        n_added: int = 0,
        right_aligned: Collection[int] | None = None,
        pieces_by_column: Mapping[int, Sequence[int | None]] | None = None,
    ) -> None:
        """Show all rows of ``frame``, or of its columns, in their order; empty cells are shown empty.

        Rows that are held elsewhere are shown as they are written and cannot be sorted.

        ``segments``: the segment of each row (-1 = none), shown as a last column; its name and its
        piece are in ``segment_names`` and ``pieces``. ``n_added``: how many of the last columns are
        ours. ``right_aligned``: columns set like numbers; ``None`` is those that hold numbers.
        ``pieces_by_column``: the pieces that stand before the words of a column.
        """
        self.beginResetModel()
        if isinstance(frame, HeldRows):
            self._columns, self._n_positions = list(frame.columns()), len(frame)
        else:
            columns = (
                [frame.iloc[:, place] for place in range(frame.shape[1])]
                if isinstance(frame, pd.DataFrame)
                else list(frame)
            )
            self._columns, self._n_positions = columns, len(columns[0]) if columns else 0
        self._headers, self._formatters = list(headers), list(formatters)
        self._is_right = [
            _is_number(column.dtype) if right_aligned is None else place in right_aligned
            for place, column in enumerate(self._columns)
        ]
        self._segments, self._segment_names = segments, list(segment_names)
        self._pieces = pieces
        self._pieces_by_column = dict(pieces_by_column or {})
        self._row_numbers, self._n_added = row_numbers, n_added
        self._problems, self._written = frozenset(), None
        self._filter = self._positions = self._rows = None
        self._ranks.clear()
        self.sort_column, self.sort_order = -1, Qt.SortOrder.AscendingOrder
        self.endResetModel()

    def show_rows(self, positions: IntArray | None) -> None:
        """Show only the rows at ``positions``, sorted as before; ``None`` shows all."""
        self.beginResetModel()
        self._filter = positions
        is_asked = self._is_sorted_elsewhere()
        self._arrange(is_sorted=not is_asked)
        self.endResetModel()
        if is_asked:
            self.sort_requested.emit(self._sort_request())

    def show_problems(
        self,
        cells: Collection[tuple[int, int]],
        written: Callable[[int, int], str] | None = None,
    ) -> None:
        """Outline the cells given as (position, column).

        Where one of them has no value, ``written`` says what stands there in the file.
        """
        self._problems, self._written = frozenset(cells), written
        self._tell_changed(PROBLEM_ROLE)

    def rename_segments(self, names: Sequence[str]) -> None:
        """Show other names of the segments."""
        self._segment_names = list(names)
        self._tell_changed(int(Qt.ItemDataRole.DisplayRole))

    def show_column(self, column: int, values: pd.Series) -> None:
        """Put ``values``, one for each position, in place of those of ``column``."""
        self._columns[column] = values
        self._ranks.pop(column, None)
        self._tell_changed(int(Qt.ItemDataRole.DisplayRole))
        if self.sort_column == column:
            self.sort(column, self.sort_order)

    # finding --------------------------------------------------------------------------------

    @property
    def has_row_numbers(self) -> bool:
        """The rows carry numbers of their own, such as those of the file."""
        return self._row_numbers is not None

    def position_of(self, row: int) -> int:
        """Give the position in the frame of a row on screen."""
        return row if self._positions is None else int(self._positions[row])

    def row_of(self, position: int) -> int | None:
        """Give the row on screen of a position in the frame; ``None`` while it is not shown."""
        if not 0 <= position < self._n_positions:
            return None
        if self._positions is None:
            return position
        if self._rows is None:
            self._rows = np.full(self._n_positions, -1, dtype=np.int64)
            self._rows[self._positions] = np.arange(len(self._positions))
        row = int(self._rows[position])
        return None if row < 0 else row

    # ordering -------------------------------------------------------------------------------

    @Slot(object)
    def show_sorted(self, answer: Sorted) -> None:
        """Show the rows as they were sorted, if that is still what was asked for last."""
        asked, now = answer.request, self._sort_request()
        if now is None or (asked.column, asked.is_descending) != (now.column, now.is_descending):
            return
        if asked.values is now.values and asked.positions is now.positions:
            self._ranks[asked.column] = answer.ranks
            self._reorder(answer.positions)

    def _is_sorted_elsewhere(self) -> bool:
        is_long = (self._n_positions if self._filter is None else len(self._filter)) > LONG
        return self.sorts_elsewhere and is_long and self._sort_request() is not None

    def _sort_request(self) -> SortRequest | None:
        """Give what is to be sorted now; ``None`` is nothing."""
        column = self.sort_column
        if not 0 <= column < self.columnCount():
            return None
        values = self._columns[column] if column < len(self._columns) else self._segments
        assert isinstance(values, pd.Series | np.ndarray)
        is_descending = self.sort_order == Qt.SortOrder.DescendingOrder
        ranks = self._ranks.get(column)
        return SortRequest(column, is_descending, values, self._filter, ranks)

    def _arrange(self, *, is_sorted: bool = True) -> None:
        """Put the shown positions in order, or leave them in that of the frame."""
        self._positions, self._rows = self._filter, None
        request = self._sort_request() if is_sorted else None
        if request is not None:
            answer = sort_rows(request)
            self._ranks[request.column], self._positions = answer.ranks, answer.positions

    def _reorder(self, positions: IntArray | None) -> None:
        """Show the same rows in another order; what was chosen stays chosen."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        kept = [(self.position_of(index.row()), index.column()) for index in before]
        self._positions, self._rows = positions, None
        after = [self.index(self.row_of(position) or 0, place) for position, place in kept]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _tell_changed(self, role: int) -> None:
        if self.rowCount():
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last, [role])

    def _words(self, position: int, column: int) -> str:
        if column == len(self._columns):
            segment = self._segment_at(position)
            return "" if segment is None else self._segment_names[segment]
        value = self._columns[column].array[position]
        if value is None or value is pd.NA or value is pd.NaT or value != value:
            is_odd = self._written is not None and (position, column) in self._problems
            return self._written(position, column) if is_odd and self._written else ""
        formatter = self._formatters[column]
        return _plain(value) if formatter is None else formatter(value)

    def _segment_at(self, position: int) -> int | None:
        assert self._segments is not None
        segment = int(self._segments[position])
        return None if segment < 0 else segment

    def _alignment(self, column: int) -> int:
        return _RIGHT if column < len(self._columns) and self._is_right[column] else _LEFT

    # Qt overrides ---------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if parent.isValid():
            return 0
        return self._n_positions if self._positions is None else len(self._positions)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns) + (self._segments is not None)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        column = index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(self.position_of(index.row()), column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._alignment(column)
            case _ if role == PIECE_ROLE and column == len(self._columns):
                segment = self._segment_at(self.position_of(index.row()))
                return None if segment is None else self._pieces[segment]
            case _ if role == PIECE_ROLE and column in self._pieces_by_column:
                return self._pieces_by_column[column][self.position_of(index.row())]
            case _ if role == PROBLEM_ROLE:
                return (self.position_of(index.row()), column) in self._problems
            case _ if role == ADDED_ROLE:
                return len(self._columns) - self._n_added <= column < len(self._columns)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical:
            if role != Qt.ItemDataRole.DisplayRole:
                return None
            position = self.position_of(section)
            return position + 1 if self._row_numbers is None else self._row_numbers[position]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section] if section < len(self._columns) else _("Group")
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.sort_column, self.sort_order = column, order
        if self._is_sorted_elsewhere():
            self.sort_requested.emit(self._sort_request())
            return
        request = self._sort_request()
        if request is None:
            self._reorder(self._filter)
        else:
            self.show_sorted(sort_rows(request))


def _is_number(dtype: object) -> bool:
    return pd.api.types.is_numeric_dtype(dtype) and not pd.api.types.is_bool_dtype(dtype)


def _plain(value: object) -> str:
    """Write a whole number without the point that a column with empty cells gives it."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
