"""The theme dresses the program, follows the user's choice and leaves no colour behind."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontInfo
from PySide6.QtWidgets import QLabel

from desktop_app.charts.style import DARK, LIGHT, Palette
from desktop_app.paths import resource_path
from desktop_app.ui.style_sheet import fill_style_sheet, set_style_property
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.labels import text_label

ROLES = {
    "hero": 28,
    "number": 25,
    "title": 21,
    "heading": 15,
    "body": 13,
    "body_medium": 13,
    "body_strong": 13,
    "figures": 13,
    "small": 12,
    "small_medium": 12,
    "small_strong": 12,
    "tiny": 11,
}


def ink(icon, size=18):
    """Give the colour that most of the drawn pixels of ``icon`` have."""
    image = icon.pixmap(QSize(size, size)).toImage()
    solid = [
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    ]
    return max(set(solid), key=solid.count)


def test_scheme_decides_on_the_palette(qapp):
    assert Theme("light").palette is LIGHT
    assert Theme("dark").palette is DARK


def test_the_system_decides_when_asked_to(qapp):
    assert Theme("system").palette in (LIGHT, DARK)


def test_em_is_never_smaller_than_13(qapp):
    assert Theme("light").em >= 13


@pytest.mark.parametrize(("role", "pixels"), ROLES.items())
def test_fonts_have_the_size_of_their_role(theme, role, pixels):
    font = Theme("light", em=13.0).font(role)

    assert font.pixelSize() == pixels
    assert QFontInfo(font).family() == "Inter"


def test_lengths_and_fonts_grow_with_the_em(qapp):
    large = Theme("light", em=26.0)

    assert large.px(10) == 20
    assert large.font("body").pixelSize() == 26
    assert large.chart_style().em == 26.0


def test_switching_the_scheme_tells_once_and_only_when_it_changes(qtbot, theme):
    told = []
    theme.changed.connect(lambda: told.append(theme.palette))

    theme.set_scheme("light")
    theme.set_scheme("dark")
    theme.set_scheme("dark")

    assert told == [DARK]


def test_icons_take_their_tone_from_the_palette(theme):
    before = ink(theme.icon("tick", "accent"))

    theme.set_scheme("dark")

    assert before == LIGHT.accent
    assert ink(theme.icon("tick", "accent")) == DARK.accent


def test_pixmaps_have_the_size_asked_for(theme):
    pixmap = theme.pixmap("lock", "text2", 16)

    assert pixmap.deviceIndependentSize().toSize() == QSize(16, 16)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_style_sheet_has_no_open_place_and_only_colours_of_its_palette(qapp, palette: Palette):
    text = fill_style_sheet(palette, round)

    colors = set(re.findall(r"#[0-9a-f]{6}\b", text))
    own = {getattr(palette, name) for name in Palette.__slots__ if not name.startswith("on_")}
    assert not re.search(r"\$|px\(\d|icon\(\w", text)
    assert colors <= own


def test_style_sheet_never_sets_a_font():
    template = resource_path("styles", "app.qss").read_text(encoding="utf-8")

    assert not re.search(r"\bfont(-\w+)?\s*:", template)


def test_images_of_the_style_sheet_exist(qapp):
    text = fill_style_sheet(LIGHT, round)

    addresses = re.findall(r'url\("([^"]+)"\)', text)
    assert addresses
    for address in addresses:
        assert "currentColor" not in Path(address).read_text(encoding="utf-8")


def test_a_locked_data_folder_does_not_keep_the_window_shut(qapp, own_home, monkeypatch):
    (own_home / "file").write_text("no folder")
    monkeypatch.setenv("CLIENTELE_HOME", str(own_home / "file"))

    filled = fill_style_sheet(LIGHT, round)

    assert LIGHT.accent in filled
    assert "url(" not in filled


def test_icon_colours_disabled_buttons_by_themselves(theme):
    icon = theme.icon("tick", "text")

    image = icon.pixmap(QSize(18, 18), icon.Mode.Disabled).toImage()
    seen = {
        image.pixelColor(x, y).name()
        for x in range(18)
        for y in range(18)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert seen == {QColor(LIGHT.text3).name()}


def test_a_font_set_later_survives_every_change_of_style(qtbot, theme):
    label = text_label("Big spenders", theme)
    qtbot.addWidget(label)
    label.ensurePolished()

    label.setFont(theme.font("hero"))
    set_style_property(label, "tone", "accent")
    theme.set_scheme("dark")

    assert isinstance(label, QLabel)
    assert label.font().pixelSize() == theme.font("hero").pixelSize()
