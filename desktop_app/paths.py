"""Where the program finds what it brings along and keeps what is the user's.

Knows no Qt, so that the command line and the charts can ask too.
"""

import os
import sys
from pathlib import Path


def resource_path(*parts: str) -> Path:
    """Give the path of a file below ``resources/``, in a checkout and in a frozen program alike."""
    frozen_root = getattr(sys, "_MEIPASS", None)
    root = Path(frozen_root) if frozen_root else Path(__file__).resolve().parents[1]
    return root.joinpath("resources", *parts)


def user_data_dir() -> Path:
    """Give the folder for settings, logs and recovery files of this user; it may not exist yet."""
    if override := os.environ.get("CLIENTELE_HOME"):
        return Path(override)
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local")) / "Clientele"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "Clientele"
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "clientele"


def pasted_tables_dir() -> Path:
    """Give the folder of tables that came from the clipboard; it may not exist yet."""
    return user_data_dir() / "pasted"


def recovery_dir() -> Path:
    """Give the folder of work that is saved nowhere else; it may not exist yet."""
    return user_data_dir() / "recovery"
