"""The small buttons in the upper right corner of a chart that is looked around in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.i18n import _
from desktop_app.ui.widgets.buttons import TintedButton, icon_button, push_button
from desktop_app.ui.widgets.plot_hand import KEY_ZOOM_STEP, MIDDLE

if TYPE_CHECKING:
    from desktop_app.ui.theme import Theme
    from desktop_app.ui.widgets.buttons import IconButton
    from desktop_app.ui.widgets.plot_view import PlotView

SIDE_PX, GAP_PX = 24, 4
TURN_SHARE = 1 / 12  # of the way from one side to the other, with one press


class PlotTools(QWidget):
    """Draw around, borders, nearer, farther, turn; ``whole`` stands below while there is more to see.

    Signals: ``drawing_asked(bool)``, ``borders_asked(bool)``, ``zoomed(about, factor)``,
    ``turned(share)``: to the right, ``whole_requested()``.
    """

    drawing_asked = Signal(bool)
    borders_asked = Signal(bool)
    zoomed = Signal(object, float)
    turned = Signal(float)
    whole_requested = Signal()

    def __init__(self, plot: PlotView, theme: Theme) -> None:
        super().__init__(plot)
        self._plot, self._theme = plot, theme
        self._build()
        self._connect()
        plot.installEventFilter(self)
        self._place()

    @property
    def width_em(self) -> float:
        """The room that they take, in em."""
        return self.sizeHint().width() / self._theme.em + 0.5

    def show_turning(self, is_solid: bool) -> None:
        """Offer to turn a body, or the borders in the plane."""
        self.borders.setHidden(is_solid)
        for button in self._turns:
            button.setVisible(is_solid)
        self._place()

    def show_whole(self, is_whole: bool) -> None:
        """Offer the way back unless everything is seen."""
        self.whole.setHidden(is_whole)
        self._place()

    # building -------------------------------------------------------------------------------

    def _build(self) -> None:
        theme = self._theme
        self.lasso = push_button(_("Draw around"), theme, "small", icon="lasso")
        self.borders = push_button(_("Borders"), theme, "small")
        self._turns = (
            icon_button("left", _("Turn to the left"), theme),
            icon_button("right", _("Turn to the right"), theme),
        )
        self._zooms = (
            icon_button("minus", _("Farther away"), theme),
            icon_button("plus", _("Nearer"), theme),
        )
        self.whole = push_button(_("Whole picture"), theme, "small")
        self.whole.setParent(self._plot)
        self.whole.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(GAP_PX))
        for button in (self.lasso, self.borders):
            button.setCheckable(True)
            row.addWidget(button)
        for icon in (*self._turns, *self._zooms):
            _make_small(icon, theme)
            row.addWidget(icon)
        for icon in self._turns:
            icon.hide()

    def _connect(self) -> None:
        for button, signal in (
            (self.lasso, self.drawing_asked),
            (self.borders, self.borders_asked),
        ):
            button.toggled.connect(self._on_button_toggled)
            button.toggled.connect(signal)
        self._turns[0].clicked.connect(self._on_left_clicked)
        self._turns[1].clicked.connect(self._on_right_clicked)
        self._zooms[0].clicked.connect(self._on_minus_clicked)
        self._zooms[1].clicked.connect(self._on_plus_clicked)
        self.whole.clicked.connect(self.whole_requested)

    def _place(self) -> None:
        self.adjustSize()
        self.move(self._plot.width() - self.width(), 0)
        self.raise_()
        self.whole.adjustSize()
        below = self.height() + self._theme.px(GAP_PX)
        self.whole.move(self._plot.width() - self.whole.width(), below)
        self.whole.raise_()

    # slots ----------------------------------------------------------------------------------

    @Slot(bool)
    def _on_button_toggled(self, is_on: bool) -> None:
        button = self.sender()
        if isinstance(button, TintedButton):
            button.set_kind("chosen" if is_on else "small")
        self._place()

    @Slot()
    def _on_left_clicked(self) -> None:
        self.turned.emit(-TURN_SHARE)

    @Slot()
    def _on_right_clicked(self) -> None:
        self.turned.emit(TURN_SHARE)

    @Slot()
    def _on_minus_clicked(self) -> None:
        self.zoomed.emit(MIDDLE, KEY_ZOOM_STEP)

    @Slot()
    def _on_plus_clicked(self) -> None:
        self.zoomed.emit(MIDDLE, 1 / KEY_ZOOM_STEP)

    # Qt overrides ---------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._place()
        return False


def _make_small(button: IconButton, theme: Theme) -> None:
    button.setFixedSize(theme.px(SIDE_PX), theme.px(SIDE_PX))
