"""The files opened last, newest first, with what is worth showing of them."""

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path

from desktop_app.core.errors import CannotWrite

LIMIT = 8


@dataclass(frozen=True, slots=True)
class RecentFile:
    """A file that was opened; ``sizes`` are the sizes of its groups, the project's fingerprint."""

    path: str
    opened_on: str
    n_customers: int = 0
    sizes: tuple[int, ...] = ()

    @property
    def name(self) -> str:
        """The file's name without its folder."""
        return Path(self.path).name


def _entry(stored: dict[str, object]) -> RecentFile:
    """Give an entry as it was stored; ``ValueError`` or ``TypeError`` when it was damaged."""
    entry = RecentFile(**stored)  # type: ignore[arg-type]
    date.fromisoformat(entry.opened_on)
    return replace(
        entry,
        path=os.fspath(entry.path),
        n_customers=int(entry.n_customers),
        sizes=tuple(int(size) for size in entry.sizes),
    )


class RecentFiles:
    """Keeps the list in a small JSON file; a damaged list is an empty list."""

    def __init__(self, store: Path) -> None:
        self._store = store

    def load(self) -> tuple[RecentFile, ...]:
        """Give the entries whose file still exists, newest first."""
        try:
            entries = json.loads(self._store.read_text(encoding="utf-8"))
            found = [_entry(e) for e in entries]
        except (OSError, ValueError, TypeError, RecursionError):
            return ()
        # os.path answers "no" where a folder is no longer ours to look into.
        return tuple(entry for entry in found if os.path.exists(entry.path))  # noqa: PTH110

    def remember(
        self, path: Path, today: date, n_customers: int, sizes: tuple[int, ...]
    ) -> tuple[RecentFile, ...]:
        """Put a file on top of the list and give the new list."""
        newest = RecentFile(str(path.resolve()), today.isoformat(), n_customers, sizes)
        entries = (newest, *(e for e in self.load() if e.path != newest.path))[:LIMIT]
        self._write(entries)
        return entries

    def forget_all(self) -> None:
        """Empty the list."""
        self._write(())

    def _write(self, entries: tuple[RecentFile, ...]) -> None:
        from desktop_app.core.files import write_atomically

        # A list of recent files is a comfort: a full disk must not stop the work for it.
        with suppress(CannotWrite, OSError):
            self._store.parent.mkdir(parents=True, exist_ok=True)
            with write_atomically(self._store) as draft:
                draft.write_text(json.dumps([asdict(e) for e in entries]), encoding="utf-8")
