"""A tick box that answers a click anywhere on its place, not only on its words."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QCheckBox


class TickBox(QCheckBox):
    """A larger target than Qt's own, which ends with the last letter."""

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)
