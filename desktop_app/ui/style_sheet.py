"""The application's style sheet: the template ``styles/app.qss`` filled with one palette.

Besides ``$token`` for a colour the template knows ``px(n)``, a length that grows with the em, and
``icon(name, token)``, the address of an icon tinted in a colour: style sheets can only show files.
"""

import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from string import Template

from PySide6.QtWidgets import QWidget

from desktop_app.charts.style import Palette
from desktop_app.paths import resource_path, user_data_dir
from desktop_app.ui.tinting import tinted_svg

_LENGTH = re.compile(r"\bpx\((\d+)\)")
_ICON = re.compile(r"\bicon\(([\w-]+), (\w+)\)")


def fill_style_sheet(palette: Palette, px: Callable[[float], int]) -> str:
    """Give the style sheet of ``palette``, its lengths scaled by ``px``."""
    folder = _image_folder()

    def image_address(match: re.Match[str]) -> str:
        name, token = match.groups()
        return f'url("{_tinted_file(folder, name, getattr(palette, token)).as_posix()}")'

    template = resource_path("styles", "app.qss").read_text(encoding="utf-8")
    text = _LENGTH.sub(lambda match: f"{px(int(match[1]))}px", template)
    text = _ICON.sub(image_address, text)
    tokens = {name: getattr(palette, name) for name in Palette.__dataclass_fields__}
    return Template(text).substitute(tokens)


def _image_folder() -> Path:
    """Give a folder for the tinted copies; a full or locked disk must not keep the window shut."""
    folder = user_data_dir() / "cache" / "icons"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return Path(tempfile.mkdtemp(prefix="clientele-icons-"))
    return folder


def _tinted_file(folder: Path, name: str, color: str) -> Path:
    path = folder / f"{name}-{color.removeprefix('#')}.svg"
    text = tinted_svg(name, color, size_px=0)
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
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
