"""Who and what stays out of the files: columns that reach a person, and people who get no mail."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop_app.i18n import _
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.flow_rows import FlowRows
from desktop_app.ui.widgets.labels import text_label
from desktop_app.ui.widgets.segmented import SegmentedControl
from desktop_app.ui.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from desktop_app.ui.theme import Theme
    from desktop_app.wording.numbers import Formats

SHARES = (0.0, 0.1, 0.2)
"""What share of each group may be kept back from mail."""


class LeavingOut(Card):
    """Asks for columns to leave out and for people to keep back.

    Signals: ``columns_changed()``; ``share_chosen(float)``.
    """

    columns_changed = Signal()
    share_chosen = Signal(float)

    def __init__(self, theme: Theme, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._theme = theme
        self.boxes: dict[str, TickBox] = {}
        self._build(formats)
        self.shares.choice_changed.connect(self._on_shares_choice_changed)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns to leave out."""
        return tuple(name for name, box in self.boxes.items() if box.isChecked())

    def offer_columns(self, titles: dict[str, str]) -> None:
        """Offer to leave out columns, by name; those that were ticked stay so."""
        ticked = self.columns
        for box in self.boxes.values():
            self._flow.removeWidget(box)
            box.deleteLater()
        self.boxes = {}
        for name, title in titles.items():
            box = self.boxes[name] = TickBox(title, self._theme)
            box.setChecked(name in ticked)
            box.toggled.connect(self._on_box_toggled)
            self._flow.addWidget(box)
        self._columns_row.setVisible(bool(titles))

    def forget(self) -> None:
        """Leave no column out."""
        self.offer_columns({})

    def show_share(self, share: float) -> None:
        """Show what share is kept back from mail."""
        self.shares.choose(str(share if share in SHARES else SHARES[0]))

    def say(self, sentences: Sequence[str]) -> None:
        """Say what follows from the choices."""
        self._words.setText(" ".join(sentences))
        self._words.setVisible(bool(sentences))

    def _build(self, formats: Formats) -> None:
        theme = self._theme
        self._columns_row = QWidget()
        self._flow = FlowRows(self._columns_row, spacing=theme.px(14))
        self._flow.addWidget(text_label(_("Leave out"), theme, "body_strong"))
        self._columns_row.hide()
        keep_back = QWidget()
        row = FlowRows(keep_back, spacing=theme.px(10))
        row.addWidget(text_label(_("Keep back from mail"), theme, "body_strong"))
        options = [
            (str(share), formats.percent(share) if share else _("Nobody")) for share in SHARES
        ]
        self.shares = SegmentedControl(options, theme, _("Keep back from mail"))
        row.addWidget(self.shares)
        note = _("To see later what it did")
        row.addWidget(text_label(note, theme, "small", "text2"))
        self._words = text_label("", theme, "small", "text2", wrap=True)
        self._words.hide()
        self.body.addWidget(self._columns_row)
        self.body.addWidget(keep_back)
        self.body.addWidget(self._words)

    @Slot()
    def _on_box_toggled(self) -> None:
        self.columns_changed.emit()

    @Slot(str)
    def _on_shares_choice_changed(self, share: str) -> None:
        self.share_chosen.emit(float(share))
