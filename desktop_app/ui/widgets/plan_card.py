"""One way to cut the list: a number of groups, a reason, and how large the groups would be."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout

from desktop_app.i18n import ngettext
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.card import paint_card
from desktop_app.ui.widgets.labels import set_tone, text_label
from desktop_app.ui.widgets.strip import Strip


class PlanCard(QAbstractButton):
    """A card that is one large button; ``plan_chosen`` carries its number of groups."""

    plan_chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._k = 0
        self._is_chosen = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._build()
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self._on_theme_changed)

    def show_plan(
        self, k: int, title: str, reason: str, sizes: Sequence[int], is_chosen: bool
    ) -> None:
        """Show the plan of ``k`` groups of ``sizes`` customers."""
        self._k = k
        self._is_chosen = is_chosen
        self._number.setText(str(k))
        self._title.setText(title)
        self._reason.setText(reason)
        self._strip.show_sizes(sizes)
        set_tone(self._number, "accent" if is_chosen else "text")
        set_tone(self._title, "accent" if is_chosen else "text2")
        groups = ngettext("{n} group", "{n} groups", k).format(n=k)
        self.setAccessibleName(f"{title}: {groups}")
        self.setAccessibleDescription(reason)
        self._show_tick()
        self.update()

    def _build(self) -> None:
        px = self._theme.px
        self._number = text_label("", self._theme, "number")
        self._title = text_label("", self._theme, "small_strong", "text2", wrap=True)
        self._reason = text_label("", self._theme, "small", wrap=True)
        self._tick = QLabel()
        self._tick.setFixedWidth(px(20))
        self._strip = Strip(self._theme)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._reason)
        row = QHBoxLayout()
        row.setSpacing(px(18))
        row.addWidget(self._number)
        row.addLayout(words, 1)
        row.addWidget(self._tick)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(16), px(14), px(12))
        column.setSpacing(px(14))
        column.addLayout(row)
        column.addWidget(self._strip)
        for label in (self._number, self._title, self._reason, self._tick, self._strip):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _show_tick(self) -> None:
        if self._is_chosen:
            self._tick.setPixmap(self._theme.pixmap("tick", "accent", self._theme.px(20)))
        else:
            self._tick.clear()

    @Slot()
    def _on_clicked(self) -> None:
        self.plan_chosen.emit(self._k)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._show_tick()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_card(
            QPainter(self),
            QRectF(self.rect()),
            self._theme.palette,
            is_chosen=self._is_chosen,
            is_hovered=self.underMouse(),
        )
