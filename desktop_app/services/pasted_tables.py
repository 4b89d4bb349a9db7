"""Tables that came from the clipboard: each is kept as a small file, so that it is read like any other."""

from contextlib import suppress
from pathlib import Path

from desktop_app.core.free_names import free_name

LIMIT = 8
"""As many as there are recent files; older ones are removed."""


class PastedTables:
    """Keeps pasted tables in a folder of their own among the user's data."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, text: str, name: str) -> Path:
        """Write ``text`` to a new file called ``name`` and give its path; old files go.

        Raises
        ------
        CannotWrite
            The system refuses.
        """
        from desktop_app.core.files import cannot_write, write_atomically

        suffix = ".tsv" if "\t" in text else ".txt"
        stem = free_name(name, lambda stem: (self._folder / f"{stem}{suffix}").exists())
        path = self._folder / f"{stem}{suffix}"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise cannot_write(path, error) from error
        with write_atomically(path) as draft:
            draft.write_bytes(text.rstrip("\0").encode("utf-8", "replace"))
        for old in self._oldest_first()[:-LIMIT]:
            _remove(old)
        return path

    def forget_all(self) -> None:
        """Remove every pasted table."""
        for path in self._oldest_first():
            _remove(path)

    def _oldest_first(self) -> list[Path]:
        try:
            return sorted(self._folder.iterdir(), key=lambda path: path.stat().st_mtime_ns)
        except OSError:
            return []


def _remove(path: Path) -> None:
    with suppress(OSError):  # it is open elsewhere; the next time will do
        path.unlink()
