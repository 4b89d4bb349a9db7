"""Every pair of colours that meets on screen can be told apart."""

import pytest

from desktop_app.charts.style import DARK, LIGHT

PALETTES = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")]

GROUNDS = ("base", "sheet", "sunken")
WORDS_ON = [
    *((tone, ground) for tone in ("text", "text2", "accent") for ground in GROUNDS),
    *((tone, "hover") for tone in ("text", "text2")),
    *((tone, "sheet") for tone in ("amber", "info", "stop")),
    ("on", "accent"),
    ("on", "accent_hover"),
    ("on", "accent_pressed"),
    ("text", "tint"),
    ("accent", "tint"),
    *(
        (word, ground)
        for ground in ("amber_ground", "info_ground", "stop_ground")
        for word in ("text",)
    ),
    ("amber", "amber_ground"),
    ("info", "info_ground"),
    ("stop", "stop_ground"),
    ("accent", "info_ground"),
    ("sheet", "text"),
]
SIGNS_ON = [
    *(("line2", ground) for ground in ("base", "sheet")),
    *(("accent", ground) for ground in GROUNDS),
]


def luminance(color):
    channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_black_on_white_is_21_to_1():
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize(("word", "ground"), WORDS_ON)
def test_words_reach_4_5_on_their_ground(palette, word, ground):
    assert contrast(getattr(palette, word), getattr(palette, ground)) >= 4.5


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize(("sign", "ground"), SIGNS_ON)
def test_edges_and_signs_reach_3_on_their_ground(palette, sign, ground):
    assert contrast(getattr(palette, sign), getattr(palette, ground)) >= 3.0


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("segment", range(8))
def test_pieces_stand_out_and_their_letters_can_be_read(palette, segment):
    edge = contrast(palette.edge(segment), palette.sheet)
    letter = contrast(palette.on_fill(segment), palette.fill(segment))

    assert edge >= 3.0
    assert letter >= 4.5
