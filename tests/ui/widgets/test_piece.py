"""The piece of a group looks like its group at any size."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from desktop_app.charts.style import LIGHT, SHAPES
from desktop_app.ui.widgets.piece import PieceLabel, paint_piece, piece_icon, piece_letter

SIDE = 64


def drawn(segment, letter=None):
    image = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_piece(painter, QRectF(4, 4, SIDE - 8, SIDE - 8), segment, LIGHT, letter)
    painter.end()
    return image


def colors(image):
    return {image.pixelColor(x, y).name() for x in range(SIDE) for y in range(SIDE)}


@pytest.mark.parametrize("segment", range(len(SHAPES)))
def test_piece_has_its_fill_its_edge_and_its_letter(theme, segment):
    seen = colors(drawn(segment, piece_letter(segment)))

    assert {LIGHT.fill(segment), LIGHT.edge(segment), LIGHT.on_fill(segment)} <= seen


def test_all_shapes_differ(theme):
    outlines = {
        tuple(image.pixelColor(x, y).alpha() > 127 for x in range(SIDE) for y in range(SIDE))
        for image in map(drawn, range(len(SHAPES)))
    }

    assert len(outlines) == len(SHAPES)


@pytest.mark.parametrize("segment", range(len(SHAPES)))
def test_piece_stays_inside_its_room(theme, segment):
    image = drawn(segment)

    rim = [(i, j) for i in range(SIDE) for j in (0, 1, SIDE - 2, SIDE - 1)]
    assert all(image.pixelColor(*p).alpha() == 0 for x, y in rim for p in ((x, y), (y, x)))


def test_ninth_piece_starts_the_shapes_over(theme):
    assert drawn(8) == drawn(0)


def test_letters_follow_the_alphabet():
    assert [piece_letter(piece) for piece in (0, 7, 25, 26)] == ["A", "H", "Z", "AA"]


def test_label_says_its_group(theme, qtbot):
    label = PieceLabel(1, theme)
    qtbot.addWidget(label)

    label.show_piece(2)

    assert label.accessibleName() == "Group C"


def test_icon_is_as_large_as_asked(theme):
    icon = piece_icon(0, theme, 16)

    assert icon.actualSize(icon.availableSizes()[0]).width() == theme.px(16)
