"""Check: what the list holds, what deserves a look, every column, and the rows themselves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QWidget

from desktop_app.core.checking.columns import Column, Kind
from desktop_app.core.checking.looks.exploring import explore_columns
from desktop_app.document.answering import changes_so_far, open_findings, plan_with_fix
from desktop_app.i18n import _, ngettext
from desktop_app.ui.models.frame_model import FrameModel
from desktop_app.ui.models.held_rows import HeldRows
from desktop_app.ui.pages.column_uses import holds_orders, plan_with_use, possible_uses, uses_of
from desktop_app.ui.pages.finding_lines import in_order, lines_of
from desktop_app.ui.pages.look_area import LookArea
from desktop_app.ui.pages.odd_places import FileRows, odd_bars, odd_cells
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.change_list import ChangeList
from desktop_app.ui.widgets.column_cards import ColumnCards
from desktop_app.ui.widgets.data_table import DataTable
from desktop_app.ui.widgets.finding_rows import FindingRows
from desktop_app.ui.widgets.page import Page
from desktop_app.wording.changes import answer_words, choice_words
from desktop_app.wording.column_look import ALIKE, look_words, use_words
from desktop_app.wording.facts import short_name, short_names
from desktop_app.wording.findings import fix_words

if TYPE_CHECKING:
    from desktop_app.core.checking.checked import CheckedTable, Finding
    from desktop_app.core.checking.looks.exploring import ColumnBars
    from desktop_app.core.checking.mending import MendedTable
    from desktop_app.core.customers.table import CustomerTable
    from desktop_app.core.intake.tables import RawTable
    from desktop_app.document.answering import DataChange
    from desktop_app.document.document import Document
    from desktop_app.document.plan import Plan
    from desktop_app.ui.pages.context import PageContext

TABLE_HEIGHT = 210
_FIRST_USES = ("feature", "customer", "date", "amount", "quantity", "price", "describe")
_KINDS_WITHOUT_SHAPE = (Kind.TEXT, Kind.EMPTY)
_NAMES = ("identifier", "contact")
_NOT_ODD = (*ALIKE, "dominating_column")
"""What is told of columns and is as it should be."""


class CheckPage(Page):
    """Shows the checked table; the use of a column can be changed on its card."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, "check", parent)
        self._context = context
        self._checked: CheckedTable | None = None
        self._raw: RawTable | None = None
        self._told: RawTable | None = None
        self._mended: MendedTable | None = None
        self._plan: Plan | None = None
        self._bars: dict[str, ColumnBars] = {}
        self._shown_findings: list[Finding] = []
        self._made: tuple[DataChange, ...] = ()
        self._build()
        self._findings.cell_requested.connect(self._on_cell_requested)
        self._findings.fix_chosen.connect(self._on_fix_chosen)
        self._changes.taking_back_requested.connect(self._on_taking_back_requested)
        self._cards.use_chosen.connect(self._on_use_chosen)
        self._cards.look_requested.connect(self._looks.show_column)
        self._cards.together_requested.connect(self._looks.show_together)

    def show_document(self, document: Document) -> None:
        """Show the document's table; what was found last stays while it is checked anew."""
        checked = document.checked
        if checked is None:
            return
        if checked is not self._checked:
            self._checked = checked
            self._show_table(checked)
            self._show_columns(document.plan, checked)
        if document.mended is not None and document.mended is not self._mended:
            self._mended = document.mended
            self._looks.show_checked(self._mended.counted, n_without=self._mended.n_without)
        self._show_findings(document, checked)
        self._show_changes(document)
        if document.plan != self._plan:
            self._plan = document.plan
            self._show_looks(document.plan, checked)
        self._show_words(document, checked)

    # building -------------------------------------------------------------------------------

    def _build(self) -> None:
        theme, px = self.theme, self.theme.px
        self.main_button.setText(_("Next: choose facts"))
        self._findings = FindingRows(theme)
        self._changes = ChangeList(theme)
        self._cards = ColumnCards(theme)
        self._table = DataTable(theme, _("Rows of the list"))
        self._model = FrameModel(self._table)
        self._table.setModel(self._model)
        self._table.setSortingEnabled(True)
        self._rows = Card(theme)
        self._rows.body.setContentsMargins(px(4), px(2), px(4), px(4))
        self._rows.body.addWidget(self._table)
        self._rows.setMinimumHeight(px(TABLE_HEIGHT))
        self.body.addWidget(self._findings)
        self.body.addWidget(self._changes)
        self.body.addWidget(self._cards)
        self._looks = LookArea(self._context, self._rows)
        self.body.addWidget(self._looks, 1)

    # showing --------------------------------------------------------------------------------

    def _show_words(self, document: Document, checked: CheckedTable) -> None:
        count = self._context.formats.count
        n_rows, n_columns = checked.n_rows, len(checked.columns)
        rows = ngettext("{n} row", "{n} rows", n_rows).format(n=count(n_rows))
        columns = ngettext("{n} column", "{n} columns", n_columns).format(n=count(n_columns))
        title = _("{rows}, {columns}.").format(rows=rows, columns=columns)
        if document.customers is not None:
            n = _n_in_rows(document.customers)
            people = ngettext("{n} customer", "{n} customers", n).format(n=count(n))
            is_summed_up = document.customers.orders is not None
            words = (
                _("{customers} in {rows}. Ready to use.")
                if is_summed_up
                else _("{customers}, {columns}. Ready to use.")
            )
            title = words.format(customers=people, rows=rows, columns=columns)
        self.set_title(title)
        n_found = sum(bool(finding.fixes) for finding in checked.findings)
        is_told = any(finding.code not in _NOT_ODD for finding in checked.findings)
        self.set_subtitle(_subtitle(n_found, len(open_findings(document)), is_told=is_told))
        self.set_footer_note(_settled(len(self._made)))

    def _show_findings(self, document: Document, checked: CheckedTable) -> None:
        self._shown_findings = in_order(checked.findings)
        lines = lines_of(self._shown_findings, document, checked)
        self._findings.show_lines(lines, is_other_list=checked.raw is not self._told)
        self._told = checked.raw

    def _show_changes(self, document: Document) -> None:
        self._made = changes_so_far(document)
        in_orders = self._checked is not None and holds_orders(document.plan, self._checked)
        words = [_change_words(change, in_orders=in_orders) for change in self._made]
        self._changes.show_changes(words)
        # What was made last would be reached last with Tab, whatever its place on the page.
        made = (
            b for part in (self._findings, self._changes) for b in part.findChildren(QPushButton)
        )
        for before, after in pairwise((self.main_button, *made)):
            QWidget.setTabOrder(before, after)

    def _show_columns(self, plan: Plan, checked: CheckedTable) -> None:
        """Make cards for a new file only: a card keeps its place and focus when its use changes."""
        if checked.raw is not self._raw:
            self._raw = checked.raw
            titles, uses = short_names(checked.columns), uses_of(plan, checked)
            ordered = sorted(uses, key=lambda name: _place_of(uses[name]))
            self._cards.show_columns([(name, titles[name]) for name in ordered])
        self._bars, self._plan = {}, None
        self._context.runner.start(
            "check-bars",
            explore_columns,
            checked.series,
            tuple(column for column in checked.columns if _has_shape(column)),
            on_done=self._on_explored,
        )

    def _show_looks(self, plan: Plan, checked: CheckedTable) -> None:
        odd_columns = {finding.column for finding in checked.findings if finding.fixes}
        in_orders, uses = holds_orders(plan, checked), uses_of(plan, checked)
        for column in checked.columns:
            card, bars = self._cards.cards[column.name], self._bars.get(column.name)
            middle = None if bars is None else bars.middle
            look = look_words(column, middle, self._context.formats, in_orders=in_orders)
            card.show_look(look, needs_look=column.name in odd_columns)
            use = uses[column.name]
            possible = possible_uses(column, use, in_orders=in_orders)
            card.show_use({key: use_words(key) for key in possible}, use)
            if bars is not None:
                card.show_bars(bars.counts, odd_bars(checked, column, bars))

    def _show_table(self, checked: CheckedTable) -> None:
        """Show the rows with their numbers in the file and the odd cells outlined."""
        titles, is_held = short_names(checked.columns), not checked.has_frame
        self._table.setSortingEnabled(not is_held)
        self._model.show_frame(
            HeldRows(checked.raw, checked.columns) if is_held else checked.frame,
            [titles[column.name] for column in checked.columns],
            [None if is_held else self._formatter(column) for column in checked.columns],
            row_numbers=FileRows(checked.raw),
        )
        self._model.show_problems(
            odd_cells(checked), written=HeldRows(checked.raw, checked.columns).cell
        )
        self._table.resizeColumnsToContents()

    def _formatter(self, column: Column) -> Callable[[object], str] | None:
        formats = self._context.formats
        if column.kind is Kind.NUMBER:
            return lambda value: formats.value(cast(float, value), column, is_exact=True)
        if column.kind is Kind.DATE:
            return lambda value: formats.date(cast(date, value))
        return None

    # slots ----------------------------------------------------------------------------------

    @Slot(object)
    def _on_explored(self, bars: dict[str, ColumnBars]) -> None:
        self._bars = bars
        assert self._checked is not None
        self._show_looks(self._context.session.document.plan, self._checked)

    @Slot(int, int)
    def _on_cell_requested(self, row: int, column: int) -> None:
        self._looks.show_rows()
        self._table.choose_position(row)
        self._table.scrollTo(self._model.index(self._model.row_of(row) or 0, column))
        self._scroll.ensureWidgetVisible(self._rows)

    @Slot(int, str)
    def _on_fix_chosen(self, place: int, fix: str) -> None:
        assert self._checked is not None
        session, finding = self._context.session, self._shown_findings[place]
        label = _("answer “{answer}”").format(answer=fix_words(fix, finding.code))
        session.apply(plan_with_fix(session.document, finding, fix), label)
        # The button that was chosen already stays so, although clicking it changes nothing.
        self._show_findings(session.document, self._checked)

    @Slot(int)
    def _on_taking_back_requested(self, place: int) -> None:
        self._context.session.apply(self._made[place].plan_without, _("take a change back"))

    @Slot(str, str)
    def _on_use_chosen(self, name: str, use: str) -> None:
        assert self._checked is not None
        plan = self._context.session.document.plan
        label = _("change the use of {column}").format(column=short_name(name))
        self._context.session.apply(plan_with_use(plan, self._checked, name, use), label)


def _change_words(change: DataChange, *, in_orders: bool) -> tuple[str, str]:
    if change.answer is not None:
        title, sentence = answer_words(change.answer, change.n, in_orders=in_orders)
    else:
        assert change.choice is not None
        title, sentence = choice_words(change.choice)
    return short_name(title) if title else "", sentence


def _n_in_rows(customers: CustomerTable) -> int:
    """Give how many customers the rows are of; a list beside may add others who never ordered."""
    return customers.n_customers if customers.orders is None else customers.orders.n_customers


def _subtitle(n_found: int, n_open: int, *, is_told: bool) -> str:
    if n_found == 0 and is_told:
        return _("Nothing needs an answer. Your own file is never changed.")
    if n_found == 0:
        return _("Nothing odd was found. Your own file is never changed.")
    if n_open == 0:
        return _("You have answered everything. Your own file is never changed.")
    return ngettext(
        "{n} thing needs a look. Your own file is never changed.",
        "{n} things need a look. Your own file is never changed.",
        n_open,
    ).format(n=n_open)


def _settled(n_choices: int) -> str:
    if n_choices == 0:
        return _("Every change can be undone.")
    return ngettext(
        "Settled so far: {n} thing. Every change can be undone.",
        "Settled so far: {n} things. Every change can be undone.",
        n_choices,
    ).format(n=n_choices)


def _place_of(use: str) -> int:
    """What the groups are about comes first, then what describes them."""
    return _FIRST_USES.index(use) if use in _FIRST_USES else len(_FIRST_USES)


def _has_shape(column: Column) -> bool:
    """Names and free text are all different: their bars would say nothing."""
    return column.kind not in _KINDS_WITHOUT_SHAPE and column.unfit not in _NAMES
