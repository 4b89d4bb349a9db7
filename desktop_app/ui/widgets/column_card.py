"""One column of the user's file: its shape, its values in words, and what it is used for."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop_app.i18n import _
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.buttons import icon_button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.choice_box import ChoiceBox
from desktop_app.ui.widgets.column_chart import ColumnChart
from desktop_app.ui.widgets.icon_label import IconLabel
from desktop_app.ui.widgets.labels import text_label
from desktop_app.ui.widgets.plain_words import plain_tooltip


class ColumnCard(Card):
    """Shows one column and lets its use be changed.

    Signals: ``use_chosen(column_name, key)``; ``look_requested(column_name)`` for a closer look, by
    its button or by a click anywhere on a card that has bars.
    """

    use_chosen = Signal(str, str)
    look_requested = Signal(str)

    def __init__(
        self, column: str, title: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self.column = column
        self._title_words = title
        self._build(title, theme)
        self.setAccessibleName(title)
        self.setToolTip(plain_tooltip(column))
        self.use.choice_made.connect(self._on_use_chosen)
        self._closer.clicked.connect(self._on_closer_clicked)

    def show_look(self, words: str, *, needs_look: bool) -> None:
        """Say what the values are; a sign beside the name tells that something is odd."""
        self._look.setText(words)
        self._sign.setVisible(needs_look)

    def show_bars(self, counts: Sequence[int], odd: Collection[int]) -> None:
        """Draw how often each value occurs; the places in ``odd`` are unusual."""
        self._chart.show_bars(counts, odd=odd, name=self._title_words)
        self._closer.show()

    def show_use(self, words_by_key: Mapping[str | None, str], chosen: str) -> None:
        """Offer what the column can be used for and show what it is used for."""
        self.use.show_choices(words_by_key, chosen)
        self.use.setMinimumWidth(self.use.width_of_words())  # they are ours and shall all be seen

    def _build(self, title: str, theme: Theme) -> None:
        px = theme.px
        # A long name wraps, so that all cards stay equally wide.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._sign = IconLabel("warn", "amber", theme, 15)
        self._sign.setAccessibleName(_("Needs a look"))
        self._sign.hide()
        self._closer = icon_button("look", _("Look closer at {column}").format(column=title), theme)
        policy = self._closer.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # so that all names stand on one line
        self._closer.setSizePolicy(policy)
        self._closer.hide()
        self._chart = ColumnChart(theme)
        self._chart.setAccessibleName(title)
        self._look = text_label("", theme, "small", "text2", wrap=True)
        self.use = ChoiceBox(_("Use of {column}").format(column=title), theme)
        self.use.setFont(theme.font("small"))
        name = text_label(title, theme, "small_strong", wrap=True)
        head = QHBoxLayout()
        head.addWidget(name, 1)
        head.addWidget(self._sign)
        head.addWidget(self._closer)
        self.body.setContentsMargins(px(11), px(4), px(7), px(10))
        self.body.setSpacing(px(5))
        self.body.addLayout(head)
        self.body.addStretch(1)
        self.body.addWidget(self._chart)
        self.body.addWidget(self._look)
        self.body.addWidget(self.use)

    @Slot()
    def _on_closer_clicked(self) -> None:
        self.look_requested.emit(self.column)

    @Slot(object)
    def _on_use_chosen(self, key: str) -> None:
        self.use_chosen.emit(self.column, key)

    # Qt overrides ---------------------------------------------------------------------------

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        is_click = event.button() is Qt.MouseButton.LeftButton and not self._closer.isHidden()
        if is_click and self.rect().contains(event.position().toPoint()):
            self.look_requested.emit(self.column)
        super().mouseReleaseEvent(event)
