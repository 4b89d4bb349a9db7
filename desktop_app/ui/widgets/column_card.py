"""One column of the user's file: its shape, its values in words, and what it is used for."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop_app.i18n import _
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.choice_box import ChoiceBox
from desktop_app.ui.widgets.column_chart import ColumnChart
from desktop_app.ui.widgets.icon_label import IconLabel
from desktop_app.ui.widgets.labels import text_label
from desktop_app.ui.widgets.plain_words import plain_tooltip


class ColumnCard(Card):
    """Shows one column and lets its use be changed.

    Signals: ``use_chosen(column_name, key)``.
    """

    use_chosen = Signal(str, str)

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

    def show_look(self, words: str, *, needs_look: bool) -> None:
        """Say what the values are; a sign beside the name tells that something is odd."""
        self._look.setText(words)
        self._sign.setVisible(needs_look)

    def show_bars(self, counts: Sequence[int], odd: Collection[int]) -> None:
        """Draw how often each value occurs; the places in ``odd`` are unusual."""
        self._chart.show_bars(counts, odd=odd, name=self._title_words)

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
        self._chart = ColumnChart(theme)
        self._chart.setAccessibleName(title)
        self._look = text_label("", theme, "small", "text2", wrap=True)
        self.use = ChoiceBox(_("Use of {column}").format(column=title), theme)
        self.use.setFont(theme.font("small"))
        name = text_label(title, theme, "small_strong", wrap=True)
        head = QHBoxLayout()
        head.addWidget(name, 1)
        head.addWidget(self._sign)
        self.body.setContentsMargins(px(11), px(8), px(11), px(10))
        self.body.setSpacing(px(5))
        self.body.addLayout(head)
        self.body.addStretch(1)
        self.body.addWidget(self._chart)
        self.body.addWidget(self._look)
        self.body.addWidget(self.use)

    @Slot(object)
    def _on_use_chosen(self, key: str) -> None:
        self.use_chosen.emit(self.column, key)
