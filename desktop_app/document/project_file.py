"""A saved project: one file with the choices, the customers and the results, to be opened anywhere.

A ``.clientele`` file is a zip of JSON, CSV and ``.npy`` parts under fixed names. It holds the text
of the table itself, so that it can be opened where the original file is not. Nothing in it is ever
executed, and what does not fit the types of the program is refused.
"""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import tempfile
import zipfile
import zlib
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from desktop_app import __version__
from desktop_app.core.describing.results import Description
from desktop_app.core.errors import (
    FileMissing,
    FileUnreadable,
    NotAProject,
    ProjectDamaged,
    ProjectNewer,
    ProjectTooLarge,
)
from desktop_app.core.files import write_atomically
from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.results import KScan, Segmentation
from desktop_app.core.segmenting.trusted import Evidence, Trust
from desktop_app.core.tracking.baseline import Baseline
from desktop_app.document.document import Document
from desktop_app.document.held_table import HeldTable, held_table, read_cells, write_cells
from desktop_app.document.packing import KINDS_OF_ARRAY, pack, unpack
from desktop_app.document.plan import Plan
from desktop_app.document.suffix import BACKUP, SUFFIX

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.core.intake.tables import RawTable

SCHEMA = 1
FORMAT = "clientele-project"
_MANIFEST, _CONTENT = "manifest.json", "project.json"
_CELLS = ("cells.csv", "cells_beside.csv")
MOST_BYTES = 8 * 1024**3  # ten million order lines are about one
MOST_JSON = 256 * 1024**2
MOST_PARTS = 500
_CHUNK = 1024 * 1024
_PACKED = 1  # zlib's level: a tenth of the time, a tenth more room


@dataclass(frozen=True, slots=True, eq=False)
class Results:
    """What was computed and must come back as it was; ``None`` was not there yet."""

    scan: KScan | None = None
    segmentation: Segmentation | None = None
    description: Description | None = None
    evidence: Evidence | None = None
    trust: Trust | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Project:
    """All that a project holds besides the cells of its tables."""

    plan: Plan
    table: HeldTable
    beside: HeldTable | None = None
    baseline: Baseline | None = None
    results: Results = Results()


def save_project(document: Document, path: Path, *, progress: Progress = NO_PROGRESS) -> Path:
    """Save a document whose file was read, and give ``path``; the save before becomes its backup.

    Raises
    ------
    CannotWrite
        The system refuses; what was at ``path`` is as it was.
    Cancelled
        ``progress`` says that the project is no longer wanted.
    """
    with write_atomically(path) as draft:
        write_project(document, draft, progress=progress)
        _keep_backup(path)
    return path


def write_project(document: Document, path: Path, *, progress: Progress = NO_PROGRESS) -> None:
    """Write a document whose file was read to ``path``, which is a draft (``core.files``).

    Raises
    ------
    OSError
        The system refuses.
    Cancelled
        ``progress`` says that the project is no longer wanted.
    """
    raw = document.raw
    assert raw is not None
    progress.report(0.0, "saving")
    arrays: list[np.ndarray] = []
    results = Results(**{f.name: getattr(document, f.name) for f in fields(Results)})
    beside = None if raw.beside is None else held_table(raw.beside)
    project = Project(_portable(document.plan), held_table(raw), beside, document.baseline, results)
    content = pack(project, arrays)
    with _Writer(path, progress) as parts:
        for name, table in zip(_CELLS, (raw, raw.beside), strict=True):
            if table is not None:
                parts.add_cells(name, table)
        for place, array in enumerate(arrays):
            parts.add(f"array_{place}.npy", _npy(array))
        parts.add(_CONTENT, json.dumps(content, ensure_ascii=False).encode())
    progress.report(1.0, "saving")


def _portable(plan: Plan) -> Plan:
    """The names of the files go on; where they lay on this computer is nobody else's business."""
    return replace(plan, files=tuple(Path(file.name) for file in plan.files))


def load_project(path: Path, *, progress: Progress = NO_PROGRESS) -> Document:
    """Give the document that was saved: plan, table, and the results from the scan on.

    What stands between the table and the scan is computed anew by the street. The files that the
    table came from are not needed; they are named as if they lay beside the project.

    Raises
    ------
    FileMissing, FileUnreadable, NotAProject, ProjectNewer, ProjectTooLarge, ProjectDamaged
        The project cannot be had; ``ProjectDamaged`` says in ``backup`` where the save before is.
    Cancelled
        ``progress`` says that it is no longer wanted.
    """
    progress.report(0.0, "opening")
    try:
        with path.open("rb") as file, zipfile.ZipFile(file) as archive:
            return _load(_Parts(archive, path, progress), path.resolve().parent)
    except FileNotFoundError:
        raise FileMissing(path=path) from None
    except ProjectDamaged as error:
        raise _damaged(path, error.details.get("reason")) from error
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError) as error:
        if _is_ours(path):
            raise _damaged(path, error) from error
        raise NotAProject(path=path) from error
    except OSError as error:
        raise FileUnreadable(path=path) from error


def backup_of(path: Path) -> Path:
    """Give where the save before is kept.

    >>> backup_of(Path("spring.clientele")).name
    'spring.clientele.bak'
    """
    return path.with_name(path.name + BACKUP)


def _damaged(path: Path, reason: object) -> ProjectDamaged:
    backup = backup_of(path)
    return ProjectDamaged(
        path=path, reason=str(reason), backup=backup if backup.is_file() else None
    )


def _is_ours(path: Path) -> bool:
    return path.suffix == SUFFIX or path.name.endswith(SUFFIX + BACKUP)


def _keep_backup(path: Path) -> None:
    """Keep the save that is about to be replaced; it is copied, so that it is at its place all along."""
    if path.is_file():
        with write_atomically(backup_of(path)) as draft:
            shutil.copyfile(path, draft)


def _npy(array: np.ndarray) -> bytes:
    room = io.BytesIO()
    np.save(room, np.ascontiguousarray(array), allow_pickle=False)
    return room.getvalue()


class _Writer:
    """Puts parts into a zip and, last, the manifest that names them with their checksums."""

    def __init__(self, path: Path, progress: Progress) -> None:
        self._zip = zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=_PACKED)
        self._progress = progress
        self._sums: dict[str, str] = {}

    def __enter__(self) -> _Writer:
        return self

    def __exit__(self, kind: object, *_rest: object) -> None:
        if kind is None:
            manifest = {"format": FORMAT, "schema": SCHEMA, "version": __version__}
            self._zip.writestr(_entry(_MANIFEST), json.dumps(manifest | {"sha256": self._sums}))
        self._zip.close()

    def add(self, name: str, content: bytes) -> None:
        self._progress.checkpoint()
        self._sums[name] = hashlib.sha256(content).hexdigest()
        self._zip.writestr(_entry(name), content, compresslevel=_PACKED)

    def add_cells(self, name: str, table: RawTable) -> None:
        with tempfile.TemporaryDirectory(prefix="clientele-") as folder:
            cells = Path(folder, name)
            write_cells(table, cells, self._progress)
            digest = hashlib.sha256()
            with (
                cells.open("rb") as source,
                self._zip.open(_entry(name), "w", force_zip64=True) as part,
            ):
                while chunk := source.read(_CHUNK):
                    self._progress.checkpoint()
                    digest.update(chunk)
                    part.write(chunk)
            self._sums[name] = digest.hexdigest()


def _entry(name: str) -> zipfile.ZipInfo:
    """Give an entry without a time of its own: the same project is the same bytes."""
    entry = zipfile.ZipInfo(name)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    return entry


class _Parts:
    """Reads parts by their names, none larger than it says, each as its checksum wants it."""

    def __init__(self, archive: zipfile.ZipFile, path: Path, progress: Progress) -> None:
        self._zip, self._path, self.progress = archive, path, progress
        entries = archive.infolist()
        if len(entries) > MOST_PARTS or sum(e.file_size for e in entries) > MOST_BYTES:
            raise ProjectTooLarge(path=path)
        self._entries = {entry.filename: entry for entry in entries}
        self._sums = self._open_manifest()

    def _open_manifest(self) -> dict[str, str]:
        if _MANIFEST not in self._entries:
            raise NotAProject(path=self._path)
        manifest = _json(self._read(_MANIFEST))
        if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
            raise NotAProject(path=self._path)
        schema, sums = manifest.get("schema"), manifest.get("sha256")
        if not isinstance(schema, int) or not isinstance(sums, dict):
            raise ProjectDamaged(reason="manifest")
        if schema > SCHEMA:
            raise ProjectNewer(path=self._path, version=str(manifest.get("version", ""))[:20])
        return {str(name): str(value) for name, value in sums.items()}

    def read(self, name: str) -> bytes:
        """Give a part that fits into memory."""
        content = self._read(name)
        self._check(name, hashlib.sha256(content).hexdigest())
        return content

    def unpack(self, name: str, target: Path) -> None:
        """Write a part to a file."""
        digest = hashlib.sha256()
        with self._open(name) as part, target.open("wb") as file:
            while chunk := part.read(_CHUNK):
                self.progress.checkpoint()
                digest.update(chunk)
                file.write(chunk)
        self._check(name, digest.hexdigest())

    def arrays(self) -> Iterator[np.ndarray]:
        """Give all arrays in order."""
        place = 0
        while (name := f"array_{place}.npy") in self._sums:
            yield _array(self.read(name))
            place += 1

    def _read(self, name: str) -> bytes:
        if name in self._entries and self._entries[name].file_size > MOST_JSON:
            raise ProjectTooLarge(path=self._path)
        with self._open(name) as part:
            return part.read()

    def _open(self, name: str) -> Any:
        entry = self._entries.get(name)
        if entry is None or entry.flag_bits & 0x1:  # missing, or behind a password
            raise ProjectDamaged(reason=name)
        return self._zip.open(entry)

    def _check(self, name: str, digest: str) -> None:
        if self._sums.get(name) != digest:
            raise ProjectDamaged(reason=name)


def _load(parts: _Parts, place: Path) -> Document:
    arrays = tuple(parts.arrays())
    project: Project = unpack(Project, _json(parts.read(_CONTENT)), arrays)
    with tempfile.TemporaryDirectory(prefix="clientele-") as folder:
        tables = []
        for name, held in zip(_CELLS, (project.table, project.beside), strict=True):
            if held is not None:
                cells = Path(folder, name)
                parts.unpack(name, cells)
                tables.append(read_cells(held, cells, place, parts.progress))
    return _document(project, tables, place)


def _document(project: Project, tables: list[RawTable], place: Path) -> Document:
    raw = tables[0] if len(tables) == 1 else replace(tables[0], beside=tables[1])
    kept = {f.name: getattr(project.results, f.name) for f in fields(Results)}
    plan = replace(project.plan, files=tuple(place / file.name for file in project.plan.files))
    return Document(plan=plan, raw=raw, baseline=project.baseline, **kept)


def _json(content: bytes) -> object:
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as error:
        raise ProjectDamaged(reason=str(error)) from error


def _array(content: bytes) -> np.ndarray:
    try:
        array = np.load(io.BytesIO(content), allow_pickle=False)
    except (ValueError, OSError, EOFError, SyntaxError) as error:
        raise ProjectDamaged(reason=str(error)) from error
    if not isinstance(array, np.ndarray) or array.dtype.kind not in KINDS_OF_ARRAY:
        raise ProjectDamaged(reason="array")
    return array
