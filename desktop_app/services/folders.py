"""Where files of the user are offered to be saved."""

import os
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from desktop_app.paths import pasted_tables_dir, recovery_dir, resource_path


def folder_beside(source: Path) -> Path:
    """Give the folder of a file, or Documents when nothing can or should be saved there."""
    folder = source.resolve().parent
    ours = (resource_path("samples"), pasted_tables_dir().resolve(), recovery_dir().resolve())
    if folder not in ours and os.access(folder, os.W_OK):
        return folder
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) if Path(documents).is_dir() else Path.home()
