"""A calm table for frames of any length: one row is chosen, several can be copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QSignalBlocker,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QAction, QGuiApplication, QHelpEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QToolTip, QWidget

from desktop_app.core.sharing.safe_cells import defused
from desktop_app.i18n import _
from desktop_app.ui.models.frame_model import FrameModel
from desktop_app.ui.widgets.cell_delegate import CellDelegate
from desktop_app.ui.widgets.plain_words import plain_tooltip
from desktop_app.ui.widgets.table_head import TableHead

if TYPE_CHECKING:
    from desktop_app.ui.theme import Theme

ROW_HEIGHT, HEAD_HEIGHT = 27, 28
WIDEST_COLUMN = 320
_ONLY_THIS_ROW = (
    QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
)
MEASURED_ROWS = 40  # enough to guess a column's width; measuring a million rows is not


class DataTable(QTableView):
    """Shows a ``FrameModel``.

    Signals: ``row_chosen(position)`` when the user goes to another row, as position in the frame.
    """

    row_chosen = Signal(int)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setItemDelegate(CellDelegate(theme, self))
        self._build_look()
        self._build_heads()
        self._copy = QAction(_("Copy"), self)
        self._copy.setShortcut(QKeySequence.StandardKey.Copy)
        self._copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._copy.triggered.connect(self.copy_rows)
        self.addAction(self._copy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        theme.changed.connect(self._on_theme_changed)

    def choose_position(self, position: int) -> None:
        """Choose the row of ``position`` in the frame and scroll there, without telling anybody."""
        model = self.model()
        row = model.row_of(position) if isinstance(model, FrameModel) else None
        if row is None:
            self.clearSelection()
            return
        with QSignalBlocker(self):
            index = model.index(row, 0)
            # The view's own way looks at the keys that are held down.
            self.selectionModel().setCurrentIndex(index, _ONLY_THIS_ROW)
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    @Slot()
    def copy_rows(self) -> None:
        """Put the chosen rows and the heads into the clipboard, as they stand, with tabs between.

        No cell comes to life as a formula where it is pasted.
        """
        model, head = self.model(), self.horizontalHeader()
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        columns = [head.logicalIndex(place) for place in range(head.count())]
        columns = [column for column in columns if not head.isSectionHidden(column)]
        names = [model.headerData(column, Qt.Orientation.Horizontal) for column in columns]
        cells = [[model.index(row, column).data() for column in columns] for row in rows]
        if cells:
            lines = [
                "\t".join(defused(_one_line(cell)) for cell in line) for line in (names, *cells)
            ]
            QGuiApplication.clipboard().setText("\n".join(lines))

    def _share_spare_room(self) -> None:
        """Widen all columns alike; the last one alone would stand far from the others."""
        head = self.horizontalHeader()
        spare = self.viewport().width() - head.length()
        extra = spare // max(head.count(), 1)
        if extra > 0:
            for column in range(head.count()):
                head.resizeSection(column, head.sectionSize(column) + extra)

    def _is_cut(self, index: QModelIndex) -> bool:
        """Whether the words of a cell are not wholly seen; the longest are not even measured."""
        needed = self.sizeHintForIndex(index).width()
        is_longest = needed >= self.horizontalHeader().maximumSectionSize()
        return is_longest or needed > self.visualRect(index).width()

    def _build_look(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def _build_heads(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(self._theme.px(ROW_HEIGHT))
        rows.setDefaultSectionSize(self._theme.px(ROW_HEIGHT))
        head = TableHead(self._theme, self)
        self.setHorizontalHeader(head)
        head.setFont(self._theme.font("small"))
        head.setFixedHeight(self._theme.px(HEAD_HEIGHT))
        head.setStretchLastSection(True)
        head.setMaximumSectionSize(self._theme.px(WIDEST_COLUMN))
        head.setResizeContentsPrecision(MEASURED_ROWS)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.setSortIndicatorClearable(True)

    @Slot()
    def _on_model_reset(self) -> None:
        model = self.model()
        if isinstance(model, FrameModel):
            head = self.horizontalHeader()
            with QSignalBlocker(head):
                head.setSortIndicator(model.sort_column, model.sort_order)
            self.verticalHeader().setVisible(model.has_row_numbers)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        model = self.model()
        if current.isValid() and isinstance(model, FrameModel):
            self.row_chosen.emit(model.position_of(current.row()))

    @Slot()
    def _on_theme_changed(self) -> None:
        self.viewport().update()

    # Qt overrides ---------------------------------------------------------------------------

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().viewportEvent(event)
        index = self.indexAt(event.pos())
        words = plain_tooltip(str(index.data() or "")) if self._is_cut(index) else ""
        QToolTip.showText(event.globalPos(), words, self)
        return True

    def resizeColumnsToContents(self) -> None:
        head = self.horizontalHeader()
        head.setStretchLastSection(False)  # a stretched column would not be measured
        super().resizeColumnsToContents()
        self._share_spare_room()
        head.setStretchLastSection(True)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is not None:
            model.modelReset.connect(self._on_model_reset)
            self.selectionModel().currentRowChanged.connect(self._on_current_row_changed)


def _one_line(words: object) -> str:
    return " ".join(str(words or "").split())
