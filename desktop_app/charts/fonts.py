"""The typeface of every chart: the same files as in the window, with help for other scripts.

Knows matplotlib's font manager and never its global settings.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Literal

from desktop_app.charts.style import FONT_FAMILY
from desktop_app.paths import resource_path

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties

Weight = Literal["regular", "medium", "semibold", "bold"]

_FILES = {"regular": "Regular", "medium": "Medium", "semibold": "SemiBold", "bold": "Bold"}
_OTHER_SCRIPTS = (
    "Segoe UI",
    "Microsoft YaHei",
    "Yu Gothic",
    "Malgun Gothic",
    "PingFang SC",
    "Hiragino Sans",
    "Apple SD Gothic Neo",
    "Noto Sans",
    "Noto Sans CJK SC",
    "Noto Sans CJK JP",
    "Noto Sans Arabic",
    "Noto Sans Hebrew",
    "Noto Sans Thai",
    "DejaVu Sans",
)
"""Asked in this order for letters that Inter lacks, as far as the computer has them."""


def font(weight: Weight, points: float) -> FontProperties:
    """Give Inter in ``weight``, ``points`` typographic points high."""
    properties = _face(weight).copy()
    properties.set_size(points)
    return properties


@cache
def _face(weight: Weight) -> FontProperties:
    from matplotlib.font_manager import FontProperties

    return FontProperties(family=[_shipped_families()[weight], *_other_scripts()])


@cache
def _shipped_families() -> dict[str, str]:
    """Make each shipped file a family of its own, so that no other Inter is taken instead.

    As families they are all of ordinary weight, which is what the fonts for other scripts have.
    """
    from matplotlib.font_manager import fontManager

    paths = {w: str(resource_path("fonts", f"{FONT_FAMILY}-{_FILES[w]}.ttf")) for w in _FILES}
    for path in paths.values():
        fontManager.addfont(path)
    by_path = {entry.fname: entry for entry in fontManager.ttflist}
    names = {weight: f"Clientele {FONT_FAMILY} {weight}" for weight in _FILES}
    fontManager.ttflist += [
        replace(by_path[paths[weight]], name=name, weight=400) for weight, name in names.items()
    ]
    return names


@cache
def _other_scripts() -> tuple[str, ...]:
    from matplotlib.font_manager import fontManager

    installed = set(fontManager.get_font_names())
    return tuple(name for name in _OTHER_SCRIPTS if name in installed)
