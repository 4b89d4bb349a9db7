"""The files opened last, newest first, with what is worth showing of them."""

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path

from desktop_app.core.errors import CannotWrite
from desktop_app.document.suffix import SUFFIX

LIMIT = 8


@dataclass(frozen=True, slots=True)
class RecentFile:
    """A file that was opened, with those whose rows stand below; ``sizes`` are of its groups."""

    path: str
    opened_on: str
    n_customers: int = 0
    sizes: tuple[int, ...] = ()
    more_paths: tuple[str, ...] = ()

    @property
    def paths(self) -> tuple[Path, ...]:
        """All files, in the order in which they were given."""
        return (Path(self.path), *map(Path, self.more_paths))

    @property
    def is_project(self) -> bool:
        """It is a saved project and no list."""
        return Path(self.path).suffix.lower() == SUFFIX

    @property
    def name(self) -> str:
        """The file's name without its folder; a project's is a name, not that of a file."""
        return Path(self.path).stem if self.is_project else Path(self.path).name


def _entry(stored: dict[str, object]) -> RecentFile:
    """Give an entry as it was stored; ``ValueError`` or ``TypeError`` when it was damaged."""
    entry = RecentFile(**stored)  # type: ignore[arg-type]
    date.fromisoformat(entry.opened_on)
    return replace(
        entry,
        path=os.fspath(entry.path),
        n_customers=int(entry.n_customers),
        sizes=tuple(int(size) for size in entry.sizes),
        more_paths=tuple(os.fspath(path) for path in entry.more_paths),
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
        return tuple(entry for entry in found if all(map(os.path.exists, entry.paths)))

    def remember(
        self,
        path: Path,
        today: date,
        n_customers: int,
        sizes: tuple[int, ...],
        more_paths: tuple[Path, ...] = (),
    ) -> tuple[RecentFile, ...]:
        """Put a file, with those read together with it, on top of the list; give the new list."""
        more = tuple(str(other.resolve()) for other in more_paths)
        newest = RecentFile(str(path.resolve()), today.isoformat(), n_customers, sizes, more)
        entries = (newest, *(e for e in self.load() if e.paths != newest.paths))[:LIMIT]
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
