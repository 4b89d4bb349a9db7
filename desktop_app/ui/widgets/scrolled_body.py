"""The inside of a dialog that may be taller than the screen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QVBoxLayout

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.wrapping_column import WrappingColumn

SCREEN_SHARE = 0.85


def scrolled_body(dialog: QDialog, theme: Theme, width: int, height: int) -> QVBoxLayout:
    """Give the column in which the parts of ``dialog`` stand; what is added to its layout stays below.

    ``width`` and ``height`` are px at the usual size of text, as far as the screen has room.
    """
    sheet = WrappingColumn()
    sheet.setAutoFillBackground(False)
    sheet.column.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16))
    sheet.column.setSpacing(theme.px(14))
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows whatever the keyboard reaches
    area.setWidget(sheet)
    area.viewport().setAutoFillBackground(False)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(area, 1)
    room = dialog.screen().availableSize() * SCREEN_SHARE
    dialog.resize(min(theme.px(width), room.width()), min(theme.px(height), room.height()))
    return sheet.column
