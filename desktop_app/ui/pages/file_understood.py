"""What was understood of the open file, in sentences, with the fields to correct it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.core.customers.choices import CustomerChoice
from desktop_app.core.customers.orders.parts import order_parts, order_terms
from desktop_app.core.errors import AppError
from desktop_app.core.intake.text.previews import preview_letters
from desktop_app.document.plan import Plan
from desktop_app.i18n import _, ngettext
from desktop_app.ui.models.frame_model import FrameModel
from desktop_app.ui.pages.letters_choice import LettersChoice
from desktop_app.ui.pages.odd_places import FileRows
from desktop_app.ui.pages.orders_card import OrdersCard
from desktop_app.ui.pages.reading_choices import ReadingChoices
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.data_table import DataTable
from desktop_app.ui.widgets.icon_label import IconLabel
from desktop_app.ui.widgets.labels import text_label
from desktop_app.ui.widgets.segmented import SegmentedControl
from desktop_app.wording import reading as words
from desktop_app.wording import shop_exports as shops
from desktop_app.wording.errors import sentence_for
from desktop_app.wording.joining import joined_sentences

if TYPE_CHECKING:
    from desktop_app.core.intake.tables import FileForm, RawTable, ReadOptions
    from desktop_app.core.intake.text.encodings import LettersPreview
    from desktop_app.document.document import Document
    from desktop_app.ui.pages.context import PageContext

N_FIRST_ROWS = 8
CHOICES_WIDTH = 366
TABLE_HEIGHT = 180
SIDE_BY_SIDE_EMS = 60
QWIDGETSIZE_MAX = 16_777_215  # Qt's own word for no limit, which PySide does not know


class UnderstoodPart(QWidget):
    """Shows the file of a document; every field changes the plan through the session.

    Signals: ``step_requested(key)`` to go to another step.
    """

    step_requested = Signal(str)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._raw: RawTable | None = None
        self._said: tuple[object, ...] = ()
        self.title = ""
        self.subtitle = _("This is how it was read. If something looks wrong, change it here.")
        self._build()
        self._choices.reading_changed.connect(self._on_reading_changed)
        self._choices.date_order_chosen.connect(self._on_date_order_chosen)
        self._choices.letters_requested.connect(self._on_letters_requested)
        self._letters.letters_chosen.connect(self._on_letters_chosen)
        self._row_kind.choice_changed.connect(self._on_row_kind_chosen)
        self._orders.columns_requested.connect(self._on_columns_requested)

    def show_document(self, document: Document) -> None:
        """Show the document's file; while it is read anew the reading before stays."""
        self.title = self._title(document)
        # Of two tables only checking tells which is the main one.
        raw = document.raw if document.checked is None else document.checked.raw
        if raw is not None and raw is not self._raw:
            if self._raw is None or _paths(self._raw) != _paths(raw):
                self._choices.letters.setChecked(False)
            self._raw = raw
            self._show_rows(raw)
        if self._raw is not None:
            reading = document.plan.reading
            self._choices.show_reading(self._raw.form, reading)
            encoding = reading.encoding or _doubtful(self._raw).encoding
            self._letters.show_chosen(encoding, is_told=reading.encoding is not None)
        if document.checked is not None:
            orders = {c.date_order for c in document.checked.columns if c.date_order is not None}
            self._choices.show_date_order(orders, document.plan.customers.date_order)
        self._orders.show_document(document)
        results = (document.raw, document.checked, document.customers)
        if document.checked is not None and results != self._said:
            self._said = results
            self._show_sentences(document)
            kind = document.plan.customers.table or document.checked.kind.value
            self._row_kind.choose(kind)

    # building -------------------------------------------------------------------------------

    def _build(self) -> None:
        theme, px = self._context.theme, self._context.theme.px
        self._choices = ReadingChoices(theme)
        self._letters = LettersChoice(theme)
        self._letters.hide()
        self._table = DataTable(theme, _("First rows as they were read"))
        self._model = FrameModel(self._table)
        self._table.setModel(self._model)
        self._table.setMinimumHeight(px(TABLE_HEIGHT))
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(px(16))
        self._columns.addWidget(self._build_sentences(), 1)
        self._columns.addWidget(self._choices)
        self._orders = OrdersCard(self._context)
        rows = Card(theme)
        rows.body.setContentsMargins(px(4), px(2), px(4), px(4))
        rows.body.addWidget(self._table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addLayout(self._columns)
        column.addWidget(self._letters)
        column.addWidget(self._orders)
        column.addWidget(text_label(_("The first rows"), theme, "heading"))
        column.addWidget(rows, 1)

    def _build_sentences(self) -> Card:
        theme = self._context.theme
        card = Card(theme)
        # Long file and sheet names wrap, they do not push the fields off the page.
        card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._sentences = QVBoxLayout()
        self._sentences.setSpacing(theme.px(10))
        self._row_kind = SegmentedControl(
            [("customers", _("one customer")), ("orders", _("one line of an order"))],
            theme,
            _("Each row is"),
        )
        choice = QHBoxLayout()
        choice.setSpacing(theme.px(10))
        choice.addWidget(text_label(_("Each row is"), theme, "body", "text2"))
        choice.addWidget(self._row_kind)
        choice.addStretch(1)
        card.body.setSpacing(theme.px(12))
        card.body.addLayout(self._sentences)
        card.body.addStretch(1)
        card.body.addLayout(choice)
        return card

    def _sentence(self, icon: str, sentence: str) -> QWidget:
        theme = self._context.theme
        widget = QWidget()
        row = QHBoxLayout(widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(10))
        row.addWidget(IconLabel(icon, "text2", theme), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text_label(sentence, theme, wrap=True), 1)
        return widget

    # showing --------------------------------------------------------------------------------

    def _title(self, document: Document) -> str:
        n_files, file = len(document.plan.files), document.plan.files[0].name
        if n_files > 1:
            file = ngettext("{n} file", "{n} files", n_files).format(n=n_files)
        if document.customers is None:
            return file
        n = document.customers.n_customers
        return ngettext("{n} customer in {file}", "{n} customers in {file}", n).format(
            n=self._context.formats.count(n), file=file
        )

    def _show_rows(self, raw: RawTable) -> None:
        frame = pd.DataFrame(raw.head(N_FIRST_ROWS), columns=list(raw.header))
        no_formats = [None] * len(raw.header)
        self._model.show_frame(frame, raw.header, no_formats, row_numbers=FileRows(raw))
        self._table.resizeColumnsToContents()

    def _show_sentences(self, document: Document) -> None:
        while item := self._sentences.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for icon, sentence in self._sentences_about(document):
            self._sentences.addWidget(self._sentence(icon, sentence))

    def _sentences_about(self, document: Document) -> Iterator[tuple[str, str]]:
        checked, formats = document.checked, self._context.formats
        assert checked is not None
        raw = checked.raw
        yield (
            "file",
            _join(
                shops.recognised_sentence(checked.recognised),
                words.form_sentence(raw.form),
                words.packed_sentence(raw.form),
            ),
        )
        yield (
            "table",
            _join(words.header_sentence(raw.form), words.rows_sentence(raw.forms, formats)),
        )
        if files := words.files_sentence(raw.all_forms, formats):
            yield "folder", files
        if signs := _join(words.decimal_sentence(raw.form), *words.date_sentences(checked)):
            yield "count", signs
        for oddity in words.oddity_sentences(raw, formats):
            yield "info", oddity
        if document.customers is not None and (orders := document.customers.orders) is not None:
            parts = order_parts(checked, document.plan.customers)
            terms = order_terms(checked, parts)
            yield "people", words.orders_sentence(orders, formats)
            yield "info", _join(shops.known_by_sentence(terms), shops.worth_sentence(parts, terms))
        if document.customers is not None and (
            told := _join(*joined_sentences(checked, document.customers, formats))
        ):
            yield "people", told

    # slots ----------------------------------------------------------------------------------

    @Slot(object, str)
    def _on_reading_changed(self, reading: ReadOptions, label: str) -> None:
        plan = self._context.session.document.plan
        # Columns may have other names now, so what was said about columns no longer holds.
        fresh = Plan(
            files=plan.files,
            reading=reading,
            customers=CustomerChoice(date_order=plan.customers.date_order),
            scan=plan.scan,
            region=plan.region,
        )
        self._context.session.apply(fresh, label)

    @Slot(object)
    def _on_date_order_chosen(self, order: str | None) -> None:
        plan = self._context.session.document.plan
        columns = tuple(replace(choice, date_order=None) for choice in plan.columns)
        customers = replace(plan.customers, date_order=order)
        fresh = replace(plan, columns=columns, customers=customers)
        self._context.session.apply(fresh, _("read dates differently"))

    @Slot(bool)
    def _on_letters_requested(self, is_asked: bool) -> None:
        self._letters.setVisible(is_asked)
        if not is_asked or self._raw is None:
            self._context.runner.cancel("letters")
            return
        self._letters.show_note(_("Looking at the letters of your file…"))
        region = self._context.session.document.plan.region
        self._context.runner.start(
            "letters",
            preview_letters,
            _doubtful(self._raw).path,
            region,
            on_done=self._on_letters_previewed,
            on_error=self._on_letters_not_previewed,
        )

    @Slot(object)
    def _on_letters_previewed(self, previews: tuple[LettersPreview, ...]) -> None:
        self._letters.show_previews(previews)
        self.show_document(self._context.session.document)

    @Slot(object)
    def _on_letters_not_previewed(self, problem: Exception) -> None:
        if not isinstance(problem, AppError):
            raise problem
        self._letters.show_note(sentence_for(problem))

    @Slot(object)
    def _on_letters_chosen(self, encoding: str | None) -> None:
        reading = self._context.session.document.plan.reading
        self._on_reading_changed(replace(reading, encoding=encoding), _("read other letters"))

    @Slot()
    def _on_columns_requested(self) -> None:
        self.step_requested.emit("check")

    @Slot(str)
    def _on_row_kind_chosen(self, kind: str) -> None:
        plan = self._context.session.document.plan
        fresh = Plan(
            files=plan.files,
            reading=plan.reading,
            columns=plan.columns,
            answers=plan.answers,
            customers=replace(plan.customers, table=kind),
            scan=plan.scan,
            region=plan.region,
        )
        self._context.session.apply(fresh, _("say what a row is"))

    # Qt overrides ---------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        theme = self._context.theme
        is_wide = self.width() >= SIDE_BY_SIDE_EMS * theme.em
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)
        width = theme.px(CHOICES_WIDTH)
        self._choices.setMinimumWidth(width if is_wide else 0)
        self._choices.setMaximumWidth(width if is_wide else QWIDGETSIZE_MAX)


def _paths(raw: RawTable) -> list[Path]:
    return [form.path for form in raw.all_forms]


def _doubtful(raw: RawTable) -> FileForm:
    """Give the first file whose letters were guessed, else the first of all."""
    guessed = (f for f in raw.forms if not (f.encoding or "utf-8").lower().startswith("utf"))
    return next(guessed, raw.form)


def _join(*sentences: str) -> str:
    return " ".join(sentence for sentence in sentences if sentence)
