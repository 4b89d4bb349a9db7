"""Writing a file so that the old one survives whatever happens, and telling files apart.

Knows nothing of what the files hold.
"""

import contextlib
import errno
import hashlib
import os
import secrets
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from desktop_app.core.errors import CannotWrite

_REASON_BY_ERRNO = {
    errno.EACCES: "permission",
    errno.EPERM: "permission",
    errno.EROFS: "permission",
    errno.ENOSPC: "full",
    errno.EFBIG: "full",
    errno.EDQUOT: "full",
    errno.ENOENT: "folder_missing",
    errno.ENOTDIR: "folder_missing",
    errno.EBUSY: "in_use",
}
_WINDOWS_IN_USE = {32, 33}  # ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION

Fill = Callable[[Path], None]
"""Writes a whole file to the path that it gets; ``OSError`` as the system gives it."""


def cannot_write(path: Path, error: OSError) -> CannotWrite:
    """Give the ``CannotWrite`` that tells why the system refused to write ``path``.

    Examples
    --------
    >>> cannot_write(Path("list.csv"), OSError(errno.ENOSPC, "No space left")).details["reason"]
    'full'
    """
    if getattr(error, "winerror", None) in _WINDOWS_IN_USE:
        reason = "in_use"
    else:
        reason = _REASON_BY_ERRNO.get(error.errno or 0, "other")
    return CannotWrite(path=path, reason=reason)


@contextlib.contextmanager
def write_atomically(path: Path) -> Iterator[Path]:
    """Give a path to write to; what was written takes the place of ``path`` when the block ends.

    The given path lies in the folder of ``path`` and has its suffix. If the block raises, or the
    program dies in it, a file that was at ``path`` before is untouched.

    Raises
    ------
    CannotWrite
        The system refuses; ``details`` holds ``path`` and ``reason``.

    Examples
    --------
    >>> import tempfile
    >>> target = Path(tempfile.mkdtemp(), "customers.csv")
    >>> with write_atomically(target) as draft:
    ...     _ = draft.write_text("name,segment", encoding="utf-8")
    >>> target.read_text(encoding="utf-8")
    'name,segment'
    """
    target = path.resolve()  # a link stays a link: the file it points to is replaced
    draft = target.with_name(f".{target.stem}-{secrets.token_hex(4)}{target.suffix}")
    try:
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        yield draft
        _settle(draft, target)
    except OSError as error:
        raise cannot_write(path, error) from error
    finally:
        with contextlib.suppress(OSError):  # a draft that cannot go now does not hide the reason
            draft.unlink(missing_ok=True)


def write_together(files: Sequence[tuple[Path, Fill]]) -> None:
    """Write several files, one after the other; none takes its place before all are whole.

    Raises
    ------
    CannotWrite
        The system refuses; ``details`` holds ``path`` and ``reason``, and ``saved``, the paths of
        those that had taken their place by then, if there are any.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> write_together([(folder / name, Path.touch) for name in ("a.csv", "a.json")])
    >>> sorted(path.name for path in folder.iterdir())
    ['a.csv', 'a.json']
    """
    saved: list[Path] = []
    try:
        _write_all(files, saved)
    except CannotWrite as problem:
        if not saved:
            raise
        raise CannotWrite(**problem.details, saved=tuple(saved)) from problem


def _write_all(files: Sequence[tuple[Path, Fill]], saved: list[Path]) -> None:
    if not files:
        return
    (path, fill), *others = files
    with write_atomically(path) as draft:
        fill(draft)
        _write_all(others, saved)
    saved.append(path)


def _settle(draft: Path, target: Path) -> None:
    """Bring the draft safely to the disk, then put it in the place of the target."""
    with contextlib.suppress(FileNotFoundError):
        shutil.copymode(target, draft)
    with draft.open("r+b") as file:
        os.fsync(file.fileno())
    draft.replace(target)
    if os.name == "posix":  # the new name, too, must outlive a power cut
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def sha256_of(path: Path) -> str:
    """Give the SHA-256 of a file's bytes as 64 hexadecimal digits; ``OSError`` as the system gives it.

    Examples
    --------
    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp(), "empty.csv")
    >>> path.touch()
    >>> sha256_of(path)[:8]
    'e3b0c442'
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
