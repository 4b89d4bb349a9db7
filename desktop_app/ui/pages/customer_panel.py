"""The table of customers on the page Your groups."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QCursor, QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop_app.core.checking.columns import Column, Kind
from desktop_app.core.customers.filtering import filter_customers
from desktop_app.core.segmenting.choices import Grouping
from desktop_app.i18n import _, ngettext
from desktop_app.ui.models.frame_model import FrameModel
from desktop_app.ui.models.sorting import SortRequest, sort_rows
from desktop_app.ui.models.sure_column import sure_column
from desktop_app.ui.pages.customer_filter import CustomerFilter
from desktop_app.ui.pages.customer_finder import CustomerFinder
from desktop_app.ui.widgets.buttons import push_button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.cell_delegate import PADDING
from desktop_app.ui.widgets.fitting_table import FittingTable, OfferedColumn
from desktop_app.ui.widgets.flow_rows import FlowRows
from desktop_app.ui.widgets.labels import text_label
from desktop_app.ui.widgets.piece import PieceLabel
from desktop_app.wording.facts import short_names
from desktop_app.wording.trusting import between_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.core.segmenting.results import IntArray
    from desktop_app.document.document import Document
    from desktop_app.report.story import Story
    from desktop_app.ui.pages.context import PageContext

FILTERING = "filter customers"  # the channel
LEAST_TABLE = 56  # pixels: the head and a row
FACTS_FIRST = 2  # before how sure this is; beside the group there is room for one less
NAME_WIDTH, GROUP_WIDTH = 120, 100  # narrowed to this, so that facts find room in a small window


class CustomerPanel(Card):
    """Lists the customers of one group or of all.

    Signals: ``customer_chosen(row)`` in the customer table; ``everyone_requested()``.
    """

    customer_chosen = Signal(int)
    everyone_requested = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        self._context = context
        self._document: Document | None = None
        self._story: Story | None = None
        self.chosen_customer: int | None = None
        self._has_sure = self._has_group = False
        self._base: IntArray | None = None
        self._unwanted: set[int] = set()
        self._build()

    def show_document(self, document: Document, story: Story) -> None:
        """List the customers of a complete document."""
        assert document.customers is not None
        assert document.segmentation is not None
        is_same = (
            self._document is not None
            and document.segmentation is self._document.segmentation
            and document.customers is self._document.customers
        )
        is_known = self._document is not None and document.trust is self._document.trust
        self._document, self._story = document, story
        self.finder.show_table(document.customers)
        names = [story.names[letter] for letter in document.segmentation.letters]
        labels = document.segmentation.labels
        if is_same:
            self._model.rename_segments(names)
            if self._has_sure and not is_known:
                sure = self._model.columnCount() - 2
                self._model.show_column(sure, sure_column(document.trust, document.segmentation))
            return
        # Only of groups that were found in this list it is looked into.
        self._has_sure = document.plan.grouping is Grouping.FOUND
        columns = _ordered_columns(document)
        titles = short_names(columns)
        frame = document.customers.frame
        series = [frame[column.name] for column in columns]
        heads = [titles[column.name] for column in columns]
        formatters = [self._formatter(column) for column in columns]
        if self._has_sure:
            series.append(sure_column(document.trust, document.segmentation))
            heads, formatters = [*heads, _("Sure?")], [*formatters, None]
        self.filter.show_columns(columns)
        self._unwanted.clear()
        self._model.show_frame(
            series,
            heads,
            formatters,
            segments=labels,
            segment_names=names,
            pieces=document.segmentation.pieces,
            n_added=int(self._has_sure),
        )

    def show_segment(self, segment: int | None) -> None:
        """List only the customers of ``segment``; ``None`` lists everyone."""
        assert self._document is not None
        assert self._story is not None
        assert self._document.segmentation is not None
        labels = self._document.segmentation.labels
        self._piece.setVisible(segment is not None)
        self._everyone.setVisible(segment is not None)
        if segment is None:
            n = len(labels)
            words = ngettext("{n} customer", "All {n} customers", n)
            words = words.format(n=self._context.formats.count(n))
            self._base = None
        else:
            self._piece.show_piece(self._document.segmentation.pieces[segment])
            words = self._story.names[self._document.segmentation.letters[segment]]
            self._base = np.flatnonzero(labels == segment)
        self._heading.setText(words)
        self._has_group = segment is None
        self._show_rows()

    def show_customers(self, rows: IntArray) -> None:
        """List only the customers in ``rows`` of the customer table."""
        self._piece.hide()
        self._everyone.show()
        n = len(rows)
        words = ngettext("{n} customer you drew around", "{n} customers you drew around", n)
        self._heading.setText(words.format(n=self._context.formats.count(n)))
        self._base, self._has_group = rows, True
        self._show_rows()

    @Slot()
    def _show_rows(self) -> None:
        """List the customers that were asked for, as far as they are as the filters say."""
        self._context.runner.cancel(FILTERING)
        filters, document = self.filter.filters, self._document
        if not filters or document is None:
            self._on_filtered(self._base)
            return
        self._context.runner.start(
            FILTERING,
            filter_customers,
            document.customers,
            filters,
            self._base,
            on_done=self._on_filtered,
        )

    @Slot(object)
    def _on_filtered(self, rows: IntArray | None) -> None:
        self._model.show_rows(rows)
        self.table.offer_columns(self._offered_columns(has_group=self._has_group))
        if self.filter.filters and rows is not None and self._document is not None:
            assert self._document.customers is not None
            count, n = self._context.formats.count, self._document.customers.n_customers
            every = n if self._base is None else len(self._base)
            self.filter.show_count(
                _("{n} of {every}").format(n=count(len(rows)), every=count(every))
            )

    def choose_customer(self, row: int) -> None:
        """Choose the customer in ``row`` of the customer table and scroll there."""
        self.chosen_customer = row
        self.table.choose_position(row)

    def _build(self) -> None:
        theme = self._context.theme
        self._piece = PieceLabel(0, theme, size_px=16)
        self._heading = text_label("", theme, "body_strong", wrap=True)
        self._columns_button = push_button(_("All columns"), theme, "quiet")
        self._columns_button.clicked.connect(self._on_columns_button_clicked)
        self._everyone = push_button(_("Show all"), theme, "quiet")
        self._everyone.clicked.connect(self.everyone_requested)
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(self._piece)
        head.addWidget(self._heading, 1)
        self.finder = CustomerFinder(self._context)
        self.finder.found.connect(self._on_finder_found)
        self.finder.searched.connect(self._on_finder_searched)
        tools = QWidget()  # longer words go on below
        rows = FlowRows(tools, spacing=theme.px(8), row_spacing=theme.px(2))
        self.filter = CustomerFilter(self._context)
        self.filter.changed.connect(self._show_rows)
        self.filter_button = push_button(_("Filter"), theme, "quiet")
        self.filter_button.clicked.connect(self._on_filter_button_clicked)
        for tool in (self.finder, self.filter_button, self._columns_button, self._everyone):
            rows.addWidget(tool)
        head.addWidget(tools)
        self.table = FittingTable(theme, _("Customers with their group"))
        self.table.setMinimumHeight(theme.px(LEAST_TABLE))  # a long name above may need the room
        self._model = FrameModel(self.table)
        self._model.sorts_elsewhere = True
        self._model.sort_requested.connect(self._on_sort_requested)
        self.table.setModel(self._model)
        self.table.setSortingEnabled(True)
        for words, slot in (
            (_("Choose all of these"), self.table.selectAll),
            (_("Choose columns…"), self._on_columns_asked),
        ):
            action = QAction(words, self.table)
            action.triggered.connect(slot)
            self.table.addAction(action)
        self.table.row_chosen.connect(self._on_row_chosen)
        self.table.fit_changed.connect(self._on_table_fit_changed)
        self._nobody = text_label("", theme, "small", "text2", wrap=True)
        self._nobody.hide()
        self.body.addLayout(head)
        self.body.addWidget(self._nobody)
        self.body.addWidget(self.filter)
        self.body.addWidget(self.table, 1)

    def _offered_columns(self, *, has_group: bool) -> list[OfferedColumn]:
        """Give the name, the group, the first facts, how sure that is, and the other facts.

        What is ours the model has last.
        """
        theme, group = self._context.theme, self._model.columnCount() - 1
        name, *facts = (OfferedColumn(column) for column in range(group - self._has_sure))
        groups = [OfferedColumn(group, theme.px(GROUP_WIDTH))] if has_group else []
        if self._has_sure:
            metrics = QFontMetrics(theme.font("small_strong"))
            room = metrics.horizontalAdvance(between_words("A", "B")) + 2 * theme.px(PADDING)
            facts.insert(FACTS_FIRST - has_group, OfferedColumn(group - 1, room=room))
        offered = [OfferedColumn(name.column, theme.px(NAME_WIDTH)), *groups, *facts]
        return [offer for offer in offered if offer.column not in self._unwanted]

    def columns_menu(self) -> QMenu:
        """Give the menu in which the columns on show are ticked."""
        menu = QMenu(self)
        for column in range(1, self._model.columnCount()):
            head = str(self._model.headerData(column, Qt.Orientation.Horizontal))
            action = menu.addAction(head.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(column not in self._unwanted)
            action.setData(column)
        menu.triggered.connect(self._on_column_ticked)
        return menu

    def _formatter(self, column: Column) -> Callable[[object], str] | None:
        if column.kind is not Kind.NUMBER:
            return None
        formats = self._context.formats
        return lambda value: formats.value(cast("float", value), column)

    @Slot()
    def _on_columns_button_clicked(self) -> None:
        self.table.show_all(not self.table.shows_all)

    @Slot()
    def _on_table_fit_changed(self) -> None:
        words = _("Fewer columns") if self.table.shows_all else _("All columns")
        self._columns_button.setText(words)
        self._columns_button.setHidden(self.table.has_room_for_all)

    @Slot()
    def _on_filter_button_clicked(self) -> None:
        self.filter.open_fields()

    @Slot()
    def _on_columns_asked(self) -> None:
        menu = self.columns_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(QCursor.pos())

    @Slot(QAction)
    def _on_column_ticked(self, action: QAction) -> None:
        self._unwanted ^= {int(action.data())}
        self.table.offer_columns(self._offered_columns(has_group=self._has_group))

    @Slot(object)
    def _on_sort_requested(self, request: SortRequest) -> None:
        self._context.runner.start(
            "sort customers", sort_rows, request, on_done=self._model.show_sorted
        )

    @Slot(int)
    def _on_finder_found(self, row: int) -> None:
        if self._model.row_of(row) is None:
            self.everyone_requested.emit()
        self.choose_customer(row)
        self.customer_chosen.emit(row)

    @Slot(str, int)
    def _on_finder_searched(self, words: str, count: int) -> None:
        self._nobody.setText(_("No customer matches “{words}”.").format(words=words))
        self._nobody.setVisible(bool(words) and not count)

    @Slot(int)
    def _on_row_chosen(self, position: int) -> None:
        self.chosen_customer = position
        self.customer_chosen.emit(position)


def _ordered_columns(document: Document) -> list[Column]:
    """The customer's name first, then what the groups are about, then the rest."""
    assert document.customers is not None
    first = [document.customers.customer_id, *document.features]
    known = {column.name: column for column in document.customers.columns}
    names = [name for name in dict.fromkeys(first) if name in known]
    names += [name for name in known if name not in names]
    return [known[name] for name in names]
