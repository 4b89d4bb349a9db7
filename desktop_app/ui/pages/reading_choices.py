"""The fields with which the user corrects how a file was read."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from desktop_app.core.intake.tables import FileKind, ReadOptions
from desktop_app.i18n import _
from desktop_app.ui.widgets.buttons import push_button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.choice_box import ChoiceBox
from desktop_app.ui.widgets.labels import text_label
from desktop_app.ui.widgets.tick_box import TickBox
from desktop_app.wording.reading import date_order_words, decimal_words, delimiter_words

if TYPE_CHECKING:
    from desktop_app.core.intake.tables import FileForm
    from desktop_app.ui.theme import Theme

DELIMITERS = (",", ";", "\t", "|", " ")
DECIMALS = (".", ",")
DATE_ORDERS = ("dmy", "mdy", "ymd")


class ReadingChoices(Card):
    """A well with one field per thing that may have been misread.

    Signals: ``reading_changed(ReadOptions, str)`` with the new reading and the name of the change;
    ``date_order_chosen(str | None)``; ``letters_requested(bool)`` to show other letters or not.
    """

    reading_changed = Signal(object, str)
    date_order_chosen = Signal(object)
    letters_requested = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, kind="well")
        self._theme = theme
        self._reading = ReadOptions()
        self._build()
        self._connect()

    def show_reading(self, form: FileForm, reading: ReadOptions) -> None:
        """Show what the user chose, and what was found where nothing was chosen."""
        self._reading = reading
        is_text = form.kind is FileKind.DELIMITED
        self._form.setRowVisible(self.sheet, len(form.sheets) > 1)
        self._form.setRowVisible(self.delimiter, is_text)
        self.letters.setVisible(is_text)
        self.header.show_words(_header_words(form))
        self.header.setChecked(form.header_row is not None)
        self.sheet.show_choices({name: name for name in form.sheets}, form.sheet)
        for box, keys, words, chosen, found in (
            (self.delimiter, DELIMITERS, delimiter_words, reading.delimiter, form.delimiter),
            (self.decimal, DECIMALS, decimal_words, reading.decimal, form.decimal),
        ):
            _show(box, keys, words, chosen, found)

    def show_date_order(self, found: Collection[str], chosen: str | None) -> None:
        """Offer the order of day and month, if ``found`` has any that plays a part."""
        is_asked = chosen is not None or bool({"dmy", "mdy"} & set(found))
        self._form.setRowVisible(self.dates, is_asked)
        only = next(iter(found)) if len(found) == 1 else None
        _show(self.dates, DATE_ORDERS, date_order_words, chosen, only)

    # building -------------------------------------------------------------------------------

    def _build(self) -> None:
        px = self._theme.px
        self.header = TickBox("", self._theme)
        self.sheet = ChoiceBox(_("Sheet"), self._theme)
        self.delimiter = ChoiceBox(_("Columns are parted by"), self._theme)
        self.decimal = ChoiceBox(_("Decimal sign"), self._theme)
        self.dates = ChoiceBox(_("Dates are written"), self._theme)
        self.letters = push_button(_("Letters look wrong?"), self._theme, "quiet", "look")
        self.letters.setCheckable(True)
        self._form = QFormLayout()
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setVerticalSpacing(px(8))
        self._form.setHorizontalSpacing(px(12))
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for box in (self.sheet, self.delimiter, self.decimal, self.dates):
            self._form.addRow(self._label(box), box)
        self.body.setSpacing(px(10))
        self.body.addWidget(text_label(_("Read it differently"), self._theme, "heading"))
        self.body.addWidget(self.header)
        self.body.addLayout(self._form)
        self.body.addWidget(self.letters, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    def _label(self, box: ChoiceBox) -> QLabel:
        label = text_label(box.accessibleName(), self._theme, "body", "text2")
        label.setBuddy(box)
        return label

    # slots ----------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.header.clicked.connect(self._on_header_clicked)
        self.sheet.choice_made.connect(self._on_sheet_chosen)
        self.delimiter.choice_made.connect(self._on_delimiter_chosen)
        self.decimal.choice_made.connect(self._on_decimal_chosen)
        self.dates.choice_made.connect(self.date_order_chosen)
        self.letters.toggled.connect(self.letters_requested)

    @Slot(bool)
    def _on_header_clicked(self, has_header: bool) -> None:
        words = _("use the first line as names") if has_header else _("number the columns")
        self.reading_changed.emit(replace(self._reading, has_header=has_header), words)

    @Slot(object)
    def _on_sheet_chosen(self, sheet: str) -> None:
        self.reading_changed.emit(replace(self._reading, sheet=sheet), _("read another sheet"))

    @Slot(object)
    def _on_delimiter_chosen(self, delimiter: str | None) -> None:
        reading = replace(self._reading, delimiter=delimiter)
        self.reading_changed.emit(reading, _("part the columns differently"))

    @Slot(object)
    def _on_decimal_chosen(self, decimal: str | None) -> None:
        reading = replace(self._reading, decimal=decimal)
        self.reading_changed.emit(reading, _("read another decimal sign"))


def _show(
    box: ChoiceBox,
    keys: Sequence[str],
    words: Callable[[str], str],
    chosen: str | None,
    found: str | None,
) -> None:
    """Offer ``keys`` and, first, what the program finds out by itself, naming what it found."""
    automatic = _("Automatic")
    if chosen is None and found is not None:
        automatic = _("{words} (found)").format(words=words(found))
    choices: dict[str | None, str] = {None: automatic}
    choices.update((key, words(key)) for key in (*keys, chosen) if key is not None)
    box.show_choices(choices, chosen)
    box.setMinimumWidth(box.width_of_words())  # so that the row breaks before its words are cut


def _header_words(form: FileForm) -> str:
    if not form.header_row:
        return _("The first line holds the column names")
    return _("Line {n} holds the column names").format(n=form.header_row + 1)
