"""What pages are made of: lines of words, wells, rows of groups, amounts and charts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.report.paper import (
    BODY,
    HEADING,
    MARGIN,
    NOTE,
    PAGE_TITLE,
    ROOM,
    SMALL,
    STRONG,
    STYLE,
    WIDTH,
    Block,
    Face,
    Sheet,
    length,
    lines_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from matplotlib.axes import Axes

    from desktop_app.charts.style import ChartStyle
    from desktop_app.report.contents import GroupPart

_INSET = 10.0  # of the words in a well
_PIECE, _LARGE_PIECE = 14.0, 24.0
_BESIDE_PIECE, _BESIDE_LARGE = 24.0, 34.0


def paragraph(
    text: str,
    face: Face = BODY,
    *,
    before: float = 6.0,
    indent: float = 0.0,
    keeps_next: bool = False,
) -> list[Block]:
    """Give a block per line, so that a long text may go on on the next page."""

    def line(words: str) -> Callable[[Sheet, float, float], None]:
        def draw(sheet: Sheet, top: float, height: float) -> None:
            sheet.write(words, MARGIN + indent, top - height / 2, face)

        return draw

    return [
        Block(face.line, line(words), 0.0 if place else before, keeps_next=keeps_next)
        for place, words in enumerate(lines_of(text, face, ROOM - indent))
    ]


def heading(text: str, *, before: float = 18.0) -> list[Block]:
    """Give a heading that stays with what it is of."""
    return paragraph(text, HEADING, before=before, keeps_next=True)


def page_title(text: str) -> list[Block]:
    """Give the title of a page over a thin line."""
    return [*paragraph(text, PAGE_TITLE, keeps_next=True), rule()]


def rule(before: float = 6.0) -> Block:
    """Give a thin line."""
    return Block(1.0, lambda sheet, top, _height: sheet.rule(top), before, keeps_next=True)


def well(title: str, text: str) -> list[Block]:
    """Give a text under its title on a ground of its own."""
    words = [(line, STRONG) for line in lines_of(title, STRONG, ROOM - 2 * _INSET)]
    words += [(line, BODY) for line in lines_of(text, BODY, ROOM - 2 * _INSET)]

    def draw_edge(sheet: Sheet, top: float, height: float) -> None:
        sheet.ground(top, height)

    def line(words: str, face: Face) -> Callable[[Sheet, float, float], None]:
        def draw(sheet: Sheet, top: float, height: float) -> None:
            sheet.ground(top, height)
            sheet.write(words, MARGIN + _INSET, top - height / 2, face)

        return draw

    lines = [
        Block(face.line, line(part, face), keeps_next=face is STRONG or part is words[-1][0])
        for part, face in words
    ]
    edge = _INSET * 0.7
    return [Block(edge, draw_edge, 12.0, keeps_next=True), *lines, Block(edge, draw_edge)]


def group_row(group: GroupPart, *, is_short: bool = False) -> Block:
    """Give a group in a line or two: piece, name, what it is like, how large it is.

    ``is_short``: what it is like is left to its page.
    """
    room = ROOM - _BESIDE_PIECE - length(group.size, STRONG) - _INSET
    names = lines_of(group.name, STRONG, room)
    about = "" if is_short else " ".join(group.sentences[:1])
    summary = lines_of(about, SMALL, ROOM - _BESIDE_PIECE)
    words = [(name, STRONG) for name in names] + [(line, SMALL) for line in summary]

    def draw(sheet: Sheet, top: float, height: float) -> None:
        first = top - STRONG.line / 2
        sheet.piece(group.piece, MARGIN + _PIECE / 2, top - min(height, 26.0) / 2, _PIECE)
        sheet.write(group.size, WIDTH - MARGIN, first, STRONG, ha="right")
        for line, face in words:
            sheet.write(line, MARGIN + _BESIDE_PIECE, top - face.line / 2, face)
            top -= face.line

    return Block(sum(face.line for _line, face in words), draw, 9.0)


def group_title(group: GroupPart) -> Block:
    """Give the name of a group beside its piece, as the title of its page."""
    names = lines_of(group.name, PAGE_TITLE, ROOM - _BESIDE_LARGE)
    height = max(_LARGE_PIECE, PAGE_TITLE.line * len(names))

    def draw(sheet: Sheet, top: float, height: float) -> None:
        if len(names) == 1:
            top -= (height - PAGE_TITLE.line) / 2
        middle = top - PAGE_TITLE.line / 2
        sheet.piece(group.piece, MARGIN + _LARGE_PIECE / 2, middle, _LARGE_PIECE)
        for place, name in enumerate(names):
            x, y = MARGIN + _BESIDE_LARGE, middle - place * PAGE_TITLE.line
            sheet.write(name, x, y, PAGE_TITLE)

    return Block(height, draw, keeps_next=True)


def share_bar(words: tuple[str, str], share: float, piece: int) -> Block:
    """Give a bar between the name of what is shared and how much of it."""
    name, figure = words
    left, right = MARGIN + 80.0, WIDTH - MARGIN - 50.0

    def draw(sheet: Sheet, top: float, height: float) -> None:
        middle = top - height / 2
        sheet.write(name, MARGIN, middle, NOTE)
        sheet.ax.barh(
            middle, right - left, 8.0, left=left, color=STYLE.palette.hover, zorder=1
        )  # fmt: skip
        sheet.bar(left, middle, share * (right - left), height=8.0, piece=piece)
        sheet.write(figure, WIDTH - MARGIN, middle, STRONG, ha="right")

    return Block(BODY.line + 2, draw, 2.0)


def amount_row(words: str, amount: str, face: Face = BODY) -> Block:
    """Give words and an amount at the right end."""
    lines = lines_of(words, face, ROOM - length(amount, face) - _INSET)

    def draw(sheet: Sheet, top: float, _height: float) -> None:
        sheet.write(amount, WIDTH - MARGIN, top - face.line / 2, face, ha="right")
        for line in lines:
            sheet.write(line, MARGIN, top - face.line / 2, face)
            top -= face.line

    return Block(face.line * len(lines), draw, 4.0)


def numbered(lines: Sequence[str]) -> list[Block]:
    """Give sentences with their numbers."""
    return [block for place, line in enumerate(lines, start=1) for block in _numbered(line, place)]


def _numbered(text: str, number: int) -> list[Block]:
    first, *others = paragraph(text, before=5.0, indent=_BESIDE_PIECE)

    def draw(sheet: Sheet, top: float, height: float) -> None:
        sheet.write(f"{number}", MARGIN + 12.0, top - height / 2, NOTE, ha="right")
        first.draw(sheet, top, height)

    return [Block(first.height, draw, first.before, keeps_next=bool(others)), *others]


def chart(
    draw_on: Callable[[Axes, ChartStyle], None],
    height: float,
    *,
    stretch: float = 0.0,
    before: float = 8.0,
) -> Block:
    """Give a chart from margin to margin."""

    def draw(sheet: Sheet, top: float, height: float) -> None:
        draw_on(sheet.plot(top, height), STYLE)

    return Block(height, draw, before, stretch)
