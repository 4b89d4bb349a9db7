"""Paper: A4 pages, words broken so that they have room, and blocks that stand below one another.

Lengths are typographic points. Knows nothing of what the report says.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.charts.fonts import Weight, font
from desktop_app.charts.layout import width_of
from desktop_app.charts.pieces import draw_piece
from desktop_app.charts.style import ChartStyle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDTH, HEIGHT = 595.28, 841.89
MARGIN = 18 * 72 / 25.4
ROOM = WIDTH - 2 * MARGIN
"""Width of the words on a page."""

LAYOUT_DPI, WORD_DPI = 288.0, 1440.0
"""Charts and words find their places at this fineness; coarse letters are up to 3 % off."""

STYLE = ChartStyle(em=12.0)
_FOOT = 26.0  # of the room at the bottom, for the line with the number of the page
_LEADING = 1.42
_HALF_CAPITAL = 0.36  # of the size: the middle of a line to its baseline


@dataclass(frozen=True, slots=True)
class Face:
    """How words are set; ``colour`` is the name of a token."""

    points: float
    weight: Weight = "regular"
    colour: str = "text"

    @property
    def line(self) -> float:
        """The height of a line."""
        return self.points * _LEADING


TITLE, PAGE_TITLE = Face(20, "semibold"), Face(16, "semibold")
HEADING, STRONG = Face(11.5, "semibold"), Face(9.5, "semibold")
BODY, NOTE, SMALL = Face(9.5), Face(9.5, colour="text2"), Face(8, colour="text2")


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """A page to draw on; places are points from its lower left corner."""

    figure: Figure
    ax: Axes

    def write(self, text: str, x: float, middle: float, face: Face, *, ha: str = "left") -> None:
        """Write one line around the height ``middle``."""
        self.ax.text(
            x,
            middle - _HALF_CAPITAL * face.points,
            text,
            ha=ha,
            va="baseline",
            color=getattr(STYLE.palette, face.colour),
            fontproperties=font(face.weight, face.points),
            parse_math=False,
        )

    def piece(self, piece: int, x: float, middle: float, side: float) -> None:
        """Draw a group's piece around (x, middle)."""
        draw_piece(self.ax, piece, (x, middle), STYLE, side=side / STYLE.pixels(1.0))

    def rule(self, y: float) -> None:
        """Draw a thin line from margin to margin."""
        ends = (MARGIN, WIDTH - MARGIN)
        self.ax.plot(ends, (y, y), color=STYLE.palette.line, linewidth=0.8, zorder=0.5)

    def ground(self, top: float, height: float) -> None:
        """Lay the tone of a well from margin to margin."""
        ends, colour = (MARGIN, WIDTH - MARGIN), STYLE.palette.sunken
        self.ax.fill_between(ends, top - height, top, color=colour, linewidth=0, zorder=0)

    def bar(self, x: float, middle: float, width: float, *, height: float, piece: int) -> None:
        """Draw a lying bar in the colours of a piece."""
        self.ax.barh(
            middle, width, height, left=x, color=STYLE.palette.fill(piece),
            edgecolor=STYLE.palette.edge(piece), linewidth=0.7, zorder=2,
        )  # fmt: skip

    def plot(self, top: float, height: float) -> Axes:
        """Give fresh axes from margin to margin for a chart."""
        place = (MARGIN / WIDTH, (top - height) / HEIGHT, ROOM / WIDTH, height / HEIGHT)
        return self.figure.add_axes(place)


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Something on a page: its height, and ``draw(sheet, top, height)``.

    ``before`` is the space above, if something is above; ``stretch`` the most height that it takes
    when a page has room. With ``keeps_next`` it never is the last thing on a page.
    """

    height: float
    draw: Callable[[Sheet, float, float], None]
    before: float = 0.0
    stretch: float = 0.0
    keeps_next: bool = False


Page = tuple[Block, ...]


def lines_of(text: str, face: Face, room: float) -> list[str]:
    """Break ``text`` into lines of at most ``room`` points; a word that is longer is broken, too."""
    return [line for part in text.splitlines() for line in _broken(part, face, room)]


def _broken(text: str, face: Face, room: float) -> list[str]:
    space = length("n n", face) - length("nn", face)
    lines: list[str] = []
    end = room
    for word in (part for whole in text.split(" ") for part in _fitting(whole, face, room)):
        width = length(word, face)
        if lines and end + space + width <= room:
            lines[-1] += f" {word}"
            end += space + width
        else:
            lines.append(word)
            end = width
    return lines


def _fitting(word: str, face: Face, room: float) -> Iterable[str]:
    """Give ``word`` in pieces that have room."""
    while word and length(word, face) > room:
        longest = bisect_right(range(len(word)), room, key=lambda n: length(word[:n], face))
        n = max(1, longest - 1)
        yield word[:n]
        word = word[n:]
    if word:
        yield word


def length(words: str, face: Face) -> float:
    """Give how many points ``words`` take."""
    return width_of(words, face.weight, face.points, WORD_DPI) * 72.0 / WORD_DPI


def paginated(sections: Iterable[Sequence[Block]]) -> tuple[Page, ...]:
    """Put blocks on pages; every section begins a page."""
    return tuple(page for section in sections for page in _pages(section))


def _pages(section: Sequence[Block]) -> list[Page]:
    pages: list[list[Block]] = [[]]
    for unit in _units(section):
        if pages[-1] and _height([*pages[-1], *unit]) > _page_room():
            pages.append([])
        pages[-1].extend(unit)
    return [tuple(page) for page in pages]


def _units(section: Sequence[Block]) -> list[list[Block]]:
    """Give the blocks in groups that stay on one page."""
    units: list[list[Block]] = [[]]
    for block in section:
        units[-1].append(block)
        if not block.keeps_next:
            units.append([])
    return [unit for unit in units if unit]


def _height(page: Sequence[Block]) -> float:
    return sum(b.height + (b.before if place else 0.0) for place, b in enumerate(page))


def _page_room() -> float:
    return HEIGHT - 2 * MARGIN - _FOOT


def draw_page(page: Page, foot: tuple[str, str]) -> Figure:
    """Give a figure of the size of the paper; ``foot`` are the words at its two lower corners."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure((WIDTH / 72, HEIGHT / 72), dpi=LAYOUT_DPI, facecolor=STYLE.palette.sheet)
    FigureCanvasAgg(figure)
    ax = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    ax.set_axis_off()
    ax.set(xlim=(0, WIDTH), ylim=(0, HEIGHT), autoscale_on=False)
    sheet = Sheet(figure, ax)
    left, right = foot
    sheet.write(left, MARGIN, MARGIN + SMALL.line / 2, SMALL)
    sheet.write(right, WIDTH - MARGIN, MARGIN + SMALL.line / 2, SMALL, ha="right")
    spare = _page_room() - _height(page)
    top = HEIGHT - MARGIN
    for place, block in enumerate(page):
        more = min(spare, max(0.0, block.stretch - block.height))
        spare -= more
        top -= block.before if place else 0.0
        block.draw(sheet, top, block.height + more)
        top -= block.height + more
    return figure
