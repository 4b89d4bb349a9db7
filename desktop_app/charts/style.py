"""The tokens of the program's look: the one source for charts, style sheet, icons and report.

Contrast and colour-vision figures of these values are in the tests.
"""

from dataclasses import dataclass

SHAPES = ("o", "s", "^", "D", "P", "X", "v", "*")
"""matplotlib marker of segment A, B, ... ; the ninth starts over."""

FONT_FAMILY = "Inter"


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as ``#rrggbb``; ``fills``, ``edges`` and ``on_fills`` are per segment, A first."""

    is_dark: bool
    base: str
    sheet: str
    sunken: str
    hover: str
    line: str
    line2: str
    text: str
    text2: str
    text3: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on: str
    tint: str
    amber: str
    amber_ground: str
    amber_edge: str
    info: str
    info_ground: str
    info_edge: str
    stop: str
    stop_ground: str
    stop_edge: str
    fills: tuple[str, ...]
    edges: tuple[str, ...]
    on_fills: tuple[str, ...]

    def fill(self, segment: int) -> str:
        """Give the fill of segment ``segment`` (0 is A)."""
        return self.fills[segment % len(self.fills)]

    def edge(self, segment: int) -> str:
        """Give the darker (on dark: lighter) edge that carries the contrast of the fill."""
        return self.edges[segment % len(self.edges)]

    def on_fill(self, segment: int) -> str:
        """Give the colour of the letter on the fill."""
        return self.on_fills[segment % len(self.on_fills)]


_BLACK, _WHITE = "#000000", "#ffffff"
_LETTERS = (_BLACK, _BLACK, _WHITE, _BLACK, _WHITE, _BLACK, _BLACK, _BLACK)

LIGHT = Palette(
    is_dark=False,
    base="#f3f2ee",
    sheet="#ffffff",
    sunken="#f8f7f4",
    hover="#eeede8",
    line="#e4e2dc",
    line2="#8c8a82",
    text="#1e2328",
    text2="#565d63",
    text3="#8b9095",
    accent="#0b6b5b",
    accent_hover="#095a4d",
    accent_pressed="#074a40",
    on="#ffffff",
    tint="#e3f1ed",
    amber="#8a5300",
    amber_ground="#fdf3dd",
    amber_edge="#ecc981",
    info="#3d5a73",
    info_ground="#edf2f6",
    info_edge="#c6d4e0",
    stop="#a1260d",
    stop_ground="#fcebe7",
    stop_edge="#e8b4a8",
    fills=("#3f90da", "#ffa90e", "#bd1f01", "#94a4a2", "#832db6", "#a96b59", "#e76300", "#b9ac70"),
    edges=("#316ba0", "#8b5e0e", "#a52007", "#5f6a69", "#742ca1", "#8d5c4e", "#a94c06", "#706947"),
    on_fills=_LETTERS,
)

DARK = Palette(
    is_dark=True,
    base="#131618",
    sheet="#1c2023",
    sunken="#23282b",
    hover="#2c3235",
    line="#33393d",
    line2="#7d868b",
    text="#eceeed",
    text2="#abb3b6",
    text3="#757d81",
    accent="#63cdb3",
    accent_hover="#7ad8c1",
    accent_pressed="#4fb69d",
    on="#0b1f1a",
    tint="#1e3a34",
    amber="#f0bd62",
    amber_ground="#332a18",
    amber_edge="#67542a",
    info="#a9c3d8",
    info_ground="#232c33",
    info_edge="#3f4f5b",
    stop="#f09a86",
    stop_ground="#38221d",
    stop_edge="#6e3c31",
    fills=("#3e95e4", "#ffa90c", "#ca2f18", "#9caaa7", "#8f48c7", "#aa6e5e", "#e66705", "#bbac70"),
    edges=("#58a2e5", "#fcb32e", "#db7a6b", "#a8b4b2", "#b283d7", "#bb8c7f", "#e77b28", "#c2b683"),
    on_fills=_LETTERS,
)


@dataclass(frozen=True, slots=True)
class ChartStyle:
    """How a chart is drawn: colours and the size of one em.

    ``em`` is in pixels at the figure's own dpi scale of 1 (see ``points``); print uses the light
    palette.
    """

    palette: Palette = LIGHT
    em: float = 13.0
    dpi: float = 100.0

    def points(self, em: float) -> float:
        """Give a length of ``em`` ems in typographic points, as matplotlib wants sizes."""
        return em * self.em * 72.0 / self.dpi

    def pixels(self, px: float) -> float:
        """Give ``px`` pixels of a 13 px em, grown with the em, in typographic points."""
        return self.points(px / 13.0)
