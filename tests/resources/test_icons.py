from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer

from desktop_app.charts.style import LIGHT
from desktop_app.paths import resource_path

DOCUMENTED = """
file look facts count groups share moved lock folder tick warn info close plus minus down right left
up picture table copy save pencil search undo redo idea again apart people mail clock help lasso
more report shop
"""
LINE_ICONS = set(DOCUMENTED.split())
PROGRAM_ICON = "clientele"


def parse(name):
    return ElementTree.fromstring(resource_path("icons", f"{name}.svg").read_bytes())


def test_the_icons_are_the_documented_set():
    names = {path.stem for path in resource_path("icons").glob("*.svg")}

    assert names == LINE_ICONS | {PROGRAM_ICON}


@pytest.mark.parametrize("name", sorted(LINE_ICONS))
def test_a_line_icon_keeps_to_grid_stroke_and_one_colour(name):
    root = parse(name)

    colours = {
        element.get(attribute)
        for element in root.iter()
        for attribute in ("fill", "stroke", "color", "style")
    }

    assert root.get("viewBox") == "0 0 24 24"
    assert root.get("stroke-width") == "1.75"
    assert root.get("stroke-linecap") == root.get("stroke-linejoin") == "round"
    assert colours == {"none", "currentColor", None}
    assert QSvgRenderer(str(resource_path("icons", f"{name}.svg"))).isValid()


def test_the_program_icon_wears_the_colours_of_the_first_four_pieces():
    shapes = list(parse(PROGRAM_ICON))

    assert [shape.get("fill") for shape in shapes] == [LIGHT.fill(i) for i in range(4)]
    assert [shape.get("stroke") for shape in shapes] == [LIGHT.edge(i) for i in range(4)]


def test_the_program_icon_is_there_as_a_picture_too():
    picture = QImage(str(resource_path("icons", "clientele.png")))

    assert (picture.width(), picture.height()) == (256, 256)
    assert picture.hasAlphaChannel()
