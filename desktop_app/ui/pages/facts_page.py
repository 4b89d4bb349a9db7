"""Choose facts: which columns form the groups, and which words describe them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.checking.columns import MADE_OF_FACTS, Column, Kind, Role, Subject
from desktop_app.core.checking.looks.exploring import explore_columns
from desktop_app.core.segmenting.choices import Scale
from desktop_app.i18n import _, ngettext
from desktop_app.ui.dialogs.preparation import PreparationDialog
from desktop_app.ui.pages.context import PageContext
from desktop_app.ui.widgets.buttons import push_button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.columns import Columns
from desktop_app.ui.widgets.fact_row import FactRow
from desktop_app.ui.widgets.facts_well import FactsWell
from desktop_app.ui.widgets.labels import text_label
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.widgets.segmented import SegmentedControl
from desktop_app.wording.columns import subject_words, unfit_words
from desktop_app.wording.facts import short_names
from desktop_app.wording.values import range_words

if TYPE_CHECKING:
    from desktop_app.core.checking.looks.exploring import ColumnBars
    from desktop_app.core.customers.table import CustomerTable
    from desktop_app.document.document import Document

OWN_CHOICE = "own"
WELL_WIDTH = 316


class FactsPage(Page):
    """Asks what the groups should be about; every tick is one undoable choice."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, "facts", parent)
        self._context = context
        self._customers: CustomerTable | None = None
        self._bars: dict[str, ColumnBars] = {}
        self._names: dict[str, str] = {}
        self._presets: SegmentedControl | None = None
        self._fact_rows: dict[str, FactRow] = {}
        self._word_rows: dict[str, FactRow] = {}
        self._build()

    @property
    def fact_rows(self) -> dict[str, FactRow]:
        """The rows of facts that can form groups, by column name."""
        return self._fact_rows

    def show_document(self, document: Document) -> None:
        """Show the columns of the document's customers and which of them are chosen."""
        assert document.customers is not None
        if document.customers is not self._customers:
            self._customers = document.customers
            self._bars = {}
            self._rebuild(document.customers)
            self._explore(document.customers)
        self._show_choice(document)

    # building -------------------------------------------------------------------------------

    def _build(self) -> None:
        theme = self._context.theme
        self.set_title(_("What should the groups be about?"))
        self.set_subtitle(_subtitle(is_scaled=True))
        self.main_button.setText(_("Next: how many groups"))
        self._preparation = push_button(_("How facts are prepared…"), theme, "quiet")
        self._preparation.clicked.connect(self._on_preparation_clicked)
        self.footer_extras.addWidget(self._preparation)
        self._top = QHBoxLayout()
        self._top.addStretch(1)
        left = QWidget()
        self._list = QVBoxLayout(left)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(theme.px(10))
        self._well = FactsWell(self._context.theme)
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self._well)
        beside.addStretch(1)
        columns = Columns(theme, spacing=16)
        columns.add(left)
        columns.add(right, WELL_WIDTH)
        self.body.setSpacing(theme.px(12))
        self.body.addLayout(self._top)
        self.body.addWidget(columns)
        self.body.addStretch(1)

    def _rebuild(self, customers: CustomerTable) -> None:
        while item := self._list.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        self._fact_rows, self._word_rows = {}, {}
        self._names = short_names(customers.columns)
        for subject in Subject:
            facts = [c for c in customers.columns if _is_fact(c) and _subject(c) is subject]
            if facts:
                self._list.addWidget(self._card(subject_words(subject), "", facts, self._fact_rows))
        words = [c for c in customers.columns if _is_describing(c)]
        if words:
            note = _("they tell who is in the groups")
            self._list.addWidget(self._card(_("Words that describe"), note, words, self._word_rows))
        self._rebuild_presets()
        unused = [c.name for c in customers.columns if c.role in (Role.ID, Role.CONTACT)]
        if unused:
            self._list.addWidget(self._unused_line(unused))
        self._list.addStretch(1)

    def _rebuild_presets(self) -> None:
        """Offer the subjects of which this list has facts, and the user's own choice."""
        if self._presets is not None:
            self._presets.deleteLater()
        options = [(s.value, subject_words(s)) for s in Subject if self._names_of(s)]
        self._presets = SegmentedControl(
            [*options, (OWN_CHOICE, _("Choose myself"))],
            self._context.theme,
            _("Kind of facts"),
        )
        self._presets.choice_changed.connect(self._on_preset_chosen)
        self._top.insertWidget(0, self._presets)

    def _card(self, title: str, note: str, columns: list[Column], rows: dict[str, FactRow]) -> Card:
        theme = self._context.theme
        card = Card(theme)
        head = QHBoxLayout()
        head.addWidget(text_label(title, theme, "body_strong"))
        head.addWidget(text_label(note, theme, "small", "text2", wrap=True), 1)
        card.body.addLayout(head)
        for column in columns:
            row = FactRow(column.name, self._names[column.name], theme)
            if not _is_usable(column):
                row.show_unfit(unfit_words(column))
            else:
                row.show_words(range_words(column, None, self._context.formats))
            on_ticked = self._on_fact_ticked if rows is self._fact_rows else self._on_word_ticked
            row.ticked.connect(on_ticked)
            rows[column.name] = row
            card.body.addWidget(row)
        return card

    def _unused_line(self, names: list[str]) -> QWidget:
        words = _("Not used, because it names a person: {names}").format(names=", ".join(names))
        return text_label(words, self._context.theme, "small", "text2", wrap=True)

    # showing --------------------------------------------------------------------------------

    def _show_choice(self, document: Document) -> None:
        assert document.customers is not None
        features = document.features
        described = document.plan.describe
        is_scaled = document.plan.features.scale is not Scale.NONE
        self.set_subtitle(_subtitle(is_scaled=is_scaled))
        for name, row in self._fact_rows.items():
            row.show_ticked(name in features)
        for name, row in self._word_rows.items():
            is_fit = _is_usable(document.customers.column(name))
            row.show_ticked(is_fit if described is None else name in described)
        assert self._presets is not None
        self._presets.choose(self._preset_of(features))
        known = {**self._fact_rows, **self._word_rows}
        chosen = [document.customers.column(name) for name in features if name in known]
        self._well.show_facts(chosen, self._names, self._bars, self._context.formats)
        n = len(features)
        chosen_words = ngettext("{n} fact chosen.", "{n} facts chosen.", n).format(n=n)
        self.set_footer_note(chosen_words + " " + _("2 to 6 work best."))

    def _preset_of(self, features: tuple[str, ...]) -> str:
        for subject in Subject:
            if features and set(features) == set(self._names_of(subject)):
                return subject.value
        return OWN_CHOICE

    def _names_of(self, subject: Subject) -> list[str]:
        assert self._customers is not None
        return [
            c.name
            for c in self._customers.columns
            if c.name in self._fact_rows and c.unfit is None and _subject(c) is subject
        ]

    def _explore(self, customers: CustomerTable) -> None:
        shown = tuple(
            c for c in customers.columns if c.name in {**self._fact_rows, **self._word_rows}
        )
        self._context.runner.start(
            "facts-bars",
            explore_columns,
            customers.counted,
            shown,
            on_done=self._on_explored,
        )

    # slots ----------------------------------------------------------------------------------

    @Slot(object)
    def _on_explored(self, bars: dict[str, ColumnBars]) -> None:
        self._bars = bars
        assert self._customers is not None
        for name, row in {**self._fact_rows, **self._word_rows}.items():
            column = self._customers.column(name)
            if _is_usable(column) and name in bars:
                row.show_bars(bars[name].counts)
                row.show_words(range_words(column, bars[name], self._context.formats))
        self._show_choice(self._context.session.document)

    @Slot(str, bool)
    def _on_fact_ticked(self, name: str, is_ticked: bool) -> None:
        ticked = tuple(n for n, row in self._fact_rows.items() if row.is_ticked)
        title = self._names[name]
        words = _("tick {fact}") if is_ticked else _("untick {fact}")
        features = self._context.session.document.features
        forming = tuple(n for n in features if n in self._word_rows)
        self._choose((*ticked, *forming), words.format(fact=title))

    @Slot(str, bool)
    def _on_word_ticked(self, _name: str, _is_ticked: bool) -> None:
        ticked = tuple(n for n, row in self._word_rows.items() if row.is_ticked)
        plan = self._context.session.document.plan
        self._context.session.apply(replace(plan, describe=ticked), _("choose describing words"))

    @Slot()
    def _on_preparation_clicked(self) -> None:
        PreparationDialog(self._context, self).open()

    @Slot(str)
    def _on_preset_chosen(self, key: str) -> None:
        if key != OWN_CHOICE:
            self._choose(tuple(self._names_of(Subject(key))), _("choose facts"))
            return
        assert self._presets is not None
        self._presets.choose(self._preset_of(self._context.session.document.features))

    def _choose(self, features: tuple[str, ...], label: str) -> None:
        plan = self._context.session.document.plan
        self._context.session.apply(plan.with_features(features), label)


def _subtitle(*, is_scaled: bool) -> str:
    if not is_scaled:
        return _(
            "Tick the facts that matter for what you want to say to people. "
            "Facts are used as they are, so large numbers count most."
        )
    return _(
        "Tick the facts that matter for what you want to say to people. "
        "Facts are put on one scale, so that euros do not drown years."
    )


def _is_fact(column: Column) -> bool:
    return column.role is Role.FEATURE or (
        column.kind is Kind.NUMBER and column.role is Role.IGNORE
    )


def _is_describing(column: Column) -> bool:
    return column.role is Role.DESCRIBE and column.kind in (Kind.CATEGORY, Kind.YES_NO)


def _is_usable(column: Column) -> bool:
    """Tell whether a column can be ticked where it stands; what is made of facts only describes."""
    return column.unfit in (None, MADE_OF_FACTS)


def _subject(column: Column) -> Subject:
    return column.subject or Subject.BEHAVIOURAL
