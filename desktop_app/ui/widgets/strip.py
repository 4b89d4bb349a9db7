"""Group sizes as one thin bar: the fingerprint of a set of groups."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.i18n import _, ngettext
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.bars import paint_bar

_GAP = 2.0


class Strip(QWidget):
    """Blocks as wide as the groups are large, A first."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._sizes: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Group sizes"))
        theme.changed.connect(self._on_theme_changed)

    def show_sizes(self, sizes: Sequence[int]) -> None:
        """Show groups of ``sizes``, A first."""
        self._sizes = tuple(sizes)
        count = ngettext("{n} group", "{n} groups", len(sizes)).format(n=len(sizes))
        self.setAccessibleDescription(f"{count}: {', '.join(map(str, sizes))}")
        self.update()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(130), self._theme.px(8))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(60), self._theme.px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        total = sum(self._sizes)
        if total <= 0:
            return
        painter = QPainter(self)
        palette = self._theme.palette
        room = self.width() - _GAP * (len(self._sizes) - 1)
        x = 0.0
        for segment, size in enumerate(self._sizes):
            width = room * size / total
            block = QRectF(x, 0, width, self.height())
            paint_bar(painter, block, palette.fill(segment), palette.edge(segment))
            x += width + _GAP
