"""Line icons take the colour they are asked for.

Knows the SVG files of ``resources/icons`` and how to draw them crisply; which colour suits which
theme is decided elsewhere.
"""

import re

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop_app.paths import resource_path

SMALL_ICON_PX = 14.0
SMALL_ICON_STROKE = 2.4  # on the 24 grid; the drawn 1.75 would be a hairline at this size


def tinted_svg(name: str, color: str, size_px: float = 18.0) -> str:
    """Give the SVG text of icon ``name`` in ``color``, with a firmer stroke when it is small."""
    text = resource_path("icons", f"{name}.svg").read_text(encoding="utf-8")
    if size_px <= SMALL_ICON_PX:
        text = re.sub(r'stroke-width="[\d.]+"', f'stroke-width="{SMALL_ICON_STROKE}"', text)
    return text.replace("currentColor", color)


def tinted_pixmap(name: str, color: str, size_px: float, ratio: float = 1.0) -> QPixmap:
    """Draw icon ``name`` in ``color`` as a square of ``size_px`` for a screen of ``ratio``."""
    pixmap = QPixmap(round(size_px * ratio), round(size_px * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(tinted_svg(name, color, size_px).encode()))
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size_px, size_px))
    painter.end()
    return pixmap
