"""A tick box whose words wrap, and that answers a click anywhere on its place."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QStyle, QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.labels import text_label


class TickBox(QCheckBox):
    """Qt's own tick box writes one line, and its target ends with the last letter."""

    def __init__(self, words: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ensurePolished()  # else the style sheet has not yet said how large the box is
        metric, style = QStyle.PixelMetric, self.style()
        side = style.pixelMetric(metric.PM_IndicatorWidth, None, self)
        gap = style.pixelMetric(metric.PM_CheckBoxLabelSpacing, None, self)
        self._label = text_label("", theme, tone="", wrap=True)
        self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(side + gap, 0, 0, 0)
        self._row.addWidget(self._label)
        self.setMinimumHeight(side)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.show_words(words)

    @property
    def words(self) -> str:
        """What stands beside the box."""
        return self._label.text()

    def show_words(self, words: str) -> None:
        """Write ``words`` beside the box, letter by letter."""
        self._label.setText(words)
        self.setAccessibleName(words)

    # Qt overrides ---------------------------------------------------------------------------

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._row.minimumSize()
