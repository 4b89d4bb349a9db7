"""The application's style sheet: the template ``styles/app.qss`` filled with one palette.

Besides ``$token`` for a colour the template knows ``px(n)``, a length that grows with the em, and
``icon(name, token, size)``, the address of a tinted icon: style sheets can only show files.
"""

import re
from collections.abc import Callable
from pathlib import Path
from string import Template
from zlib import crc32

from PySide6.QtWidgets import QWidget

from desktop_app.charts.style import Palette
from desktop_app.paths import resource_path, user_data_dir
from desktop_app.ui.tinting import tinted_svg

_LENGTH = re.compile(r"\bpx\((\d+)\)")
_ICON = re.compile(r"\bicon\(([\w-]+), (\w+), (\d+)\)")


def fill_style_sheet(palette: Palette, px: Callable[[float], int]) -> str:
    """Give the style sheet of ``palette``, its lengths scaled by ``px``."""
    try:
        folder = user_data_dir() / "cache" / "icons"
        folder.mkdir(parents=True, exist_ok=True)
        return _fill(palette, px, folder)
    except OSError:  # a full or locked disk must not keep the window shut
        return _fill(palette, px, None)


def _fill(palette: Palette, px: Callable[[float], int], folder: Path | None) -> str:
    """Fill the template; without a folder to keep them in, there are no pictures."""

    def length(match: re.Match[str]) -> str:
        return f"{px(int(match[1]))}px"

    def image_address(match: re.Match[str]) -> str:
        if folder is None:
            return "none"
        name, token, size = match.groups()
        text = tinted_svg(name, getattr(palette, token), int(size))
        return f'url("{_stored(folder, f"{name}-{token}", text).as_posix()}")'

    template = resource_path("styles", "app.qss").read_text(encoding="utf-8")
    text = _ICON.sub(image_address, _LENGTH.sub(length, template))
    tokens = {name: getattr(palette, name) for name in Palette.__dataclass_fields__}
    return Template(text).substitute(tokens)


def _stored(folder: Path, stem: str, text: str) -> Path:
    """Keep ``text`` in a file named after its content, since Qt remembers pictures by name."""
    path = folder / f"{stem}-{crc32(text.encode()):08x}.svg"
    if not path.is_file():
        path.write_text(text, encoding="utf-8")
    return path


def set_style_property(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the style sheet looks at, and have it look again."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
