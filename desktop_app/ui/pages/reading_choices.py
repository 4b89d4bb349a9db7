"""The fields with which the user corrects how a file was read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from desktop_app.core.intake.tables import FileKind, ReadOptions
from desktop_app.i18n import _
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.choice_box import ChoiceBox
from desktop_app.ui.widgets.labels import text_label
from desktop_app.ui.widgets.tick_box import TickBox
from desktop_app.wording.reading import decimal_words, delimiter_words, encoding_words

if TYPE_CHECKING:
    from desktop_app.core.intake.tables import FileForm
    from desktop_app.ui.theme import Theme

ENCODINGS = ("utf-8", "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1257")
DELIMITERS = (",", ";", "\t", "|")
DECIMALS = (".", ",")


class ReadingChoices(Card):
    """A well with one field per thing that may have been misread.

    Signals: ``reading_changed(ReadOptions, str)`` with the new reading and the name of the change.
    """

    reading_changed = Signal(object, str)

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
        self._form.setRowVisible(self.encoding, is_text)
        self._form.setRowVisible(self.delimiter, is_text)
        self.header.show_words(_header_words(form))
        self.header.setChecked(form.header_row is not None)
        self.sheet.show_choices({name: name for name in form.sheets}, form.sheet)
        for box, keys, words, chosen in (
            (self.encoding, ENCODINGS, encoding_words, reading.encoding),
            (self.delimiter, DELIMITERS, delimiter_words, reading.delimiter),
            (self.decimal, DECIMALS, decimal_words, reading.decimal),
        ):
            choices: dict[str | None, str] = {None: _("Automatic")}
            choices.update((key, words(key)) for key in (*keys, chosen) if key is not None)
            box.show_choices(choices, chosen)

    # building -------------------------------------------------------------------------------

    def _build(self) -> None:
        px = self._theme.px
        self.header = TickBox("", self._theme)
        self.sheet = ChoiceBox(_("Sheet"), self._theme)
        self.encoding = ChoiceBox(_("Letters look wrong?"), self._theme)
        self.delimiter = ChoiceBox(_("Columns are parted by"), self._theme)
        self.decimal = ChoiceBox(_("Decimal sign"), self._theme)
        self._form = QFormLayout()
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setVerticalSpacing(px(8))
        self._form.setHorizontalSpacing(px(12))
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for box in (self.sheet, self.encoding, self.delimiter, self.decimal):
            self._form.addRow(self._label(box), box)
        self.body.setSpacing(px(10))
        self.body.addWidget(text_label(_("Read it differently"), self._theme, "heading"))
        self.body.addWidget(self.header)
        self.body.addLayout(self._form)
        self.body.addStretch(1)

    def _label(self, box: ChoiceBox) -> QLabel:
        label = text_label(box.accessibleName(), self._theme, "body", "text2")
        label.setBuddy(box)
        return label

    # slots ----------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.header.clicked.connect(self._on_header_clicked)
        self.sheet.choice_made.connect(self._on_sheet_chosen)
        self.encoding.choice_made.connect(self._on_encoding_chosen)
        self.delimiter.choice_made.connect(self._on_delimiter_chosen)
        self.decimal.choice_made.connect(self._on_decimal_chosen)

    @Slot(bool)
    def _on_header_clicked(self, has_header: bool) -> None:
        words = _("use the first line as names") if has_header else _("number the columns")
        self.reading_changed.emit(replace(self._reading, has_header=has_header), words)

    @Slot(object)
    def _on_sheet_chosen(self, sheet: str) -> None:
        self.reading_changed.emit(replace(self._reading, sheet=sheet), _("read another sheet"))

    @Slot(object)
    def _on_encoding_chosen(self, encoding: str | None) -> None:
        reading = replace(self._reading, encoding=encoding)
        self.reading_changed.emit(reading, _("read other letters"))

    @Slot(object)
    def _on_delimiter_chosen(self, delimiter: str | None) -> None:
        reading = replace(self._reading, delimiter=delimiter)
        self.reading_changed.emit(reading, _("part the columns differently"))

    @Slot(object)
    def _on_decimal_chosen(self, decimal: str | None) -> None:
        reading = replace(self._reading, decimal=decimal)
        self.reading_changed.emit(reading, _("read another decimal sign"))


def _header_words(form: FileForm) -> str:
    if not form.header_row:
        return _("The first line holds the column names")
    return _("Line {n} holds the column names").format(n=form.header_row + 1)
