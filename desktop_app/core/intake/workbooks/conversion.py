"""Running the converter of workbooks in a process of its own, and listening to it.

Whatever that process does, this one goes on: it stops when told, in time, and with a word.
"""

import contextlib
import json
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TypeAlias

from desktop_app.core.errors import (
    EmptyFile,
    InputError,
    SheetMissing,
    SpreadsheetDamaged,
    SpreadsheetLocked,
    SpreadsheetTooLarge,
)
from desktop_app.core.progress import Progress

_SECONDS_OF_SILENCE = 60.0  # a full sheet keeps the reader busy for half of this before a word
_SECONDS_BETWEEN_LOOKS = 0.05
_SECONDS_TO_GO = 5.0
_PACKETS_AHEAD = 8
_LONGEST_PACKET = 64 << 20  # bytes; a packet of real cells has about one million
_OUT_OF_MEMORY = {-signal.SIGABRT, -9, 3, 0xC0000409}  # the reader, or the system, gave up

Message: TypeAlias = dict[str, object] | list[list[str]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet on its way: ``rows`` come as the converter sends them.

    ``names`` are of all sheets, hidden ones last.
    """

    name: str
    names: tuple[str, ...]
    rows: Iterator[list[str]]


def converter_command(path: Path, sheet: str | None) -> list[str]:
    """Give the command that starts the converter, in a checkout and in a frozen program alike."""
    if getattr(sys, "frozen", False):  # the program is its own interpreter
        start = [sys.executable, "--convert-sheet"]
    else:  # by its place, so that no working folder matters; -P keeps its folder off the modules
        start = [sys.executable, "-P", str(Path(__file__).with_name("convert_sheet.py"))]
    return [*start, str(path.resolve()), *([] if sheet is None else [sheet])]


@contextlib.contextmanager
def conversion(path: Path, sheet: str | None, progress: Progress) -> Iterator[Sheet]:
    """Run the converter; it is gone when the block ends, however it ends.

    Raises
    ------
    SpreadsheetLocked, SpreadsheetDamaged, SpreadsheetTooLarge, SheetMissing
        The workbook, or the sheet asked for, cannot be had; also while ``rows`` are taken.
    EmptyFile
        It has no sheet of cells.
    """
    process = subprocess.Popen(
        converter_command(path, sheet),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    talk = _Talk(path, process, progress)
    try:
        opening = talk.next_message()
        assert isinstance(opening, dict)
        if "problem" in opening:
            raise _problem(path, sheet, opening)
        yield Sheet(str(opening["sheet"]), _names(opening), talk.rows(opening["n_rows"]))
    finally:
        talk.end()


class _Talk:
    """What a converter says, heard by a thread so that waiting for it can be called off."""

    def __init__(self, path: Path, process: "subprocess.Popen[bytes]", progress: Progress) -> None:
        assert process.stdout is not None
        self._path, self._process, self._progress = path, process, progress
        self._output: IO[bytes] = process.stdout
        self._packets: queue.Queue[bytes] = queue.Queue(_PACKETS_AHEAD)
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def next_message(self) -> Message:
        packet = self._next_packet()
        if not packet:
            raise self._sudden_end()
        if len(packet) == _LONGEST_PACKET:
            raise SpreadsheetTooLarge(path=self._path, limit="bytes")
        try:
            message: Message = json.loads(packet)
        except ValueError as error:  # it ended within a word
            raise self._sudden_end() from error
        return message

    def rows(self, n_rows: object) -> Iterator[list[str]]:
        total = n_rows if isinstance(n_rows, int) and n_rows > 0 else 1
        n_done = 0
        while isinstance(packet := self.next_message(), list):
            yield from packet
            n_done += len(packet)
            self._progress.report(min(n_done / total, 1.0), "reading")

    def end(self) -> None:
        self._process.kill()
        self._process.wait()
        while self._listener.is_alive():
            with contextlib.suppress(queue.Empty):  # it may still wait to pass on a packet
                self._packets.get(timeout=_SECONDS_BETWEEN_LOOKS)
        self._output.close()

    def _listen(self) -> None:
        while packet := self._output.readline(_LONGEST_PACKET):
            self._packets.put(packet)
        self._packets.put(b"")

    def _next_packet(self) -> bytes:
        deadline = time.monotonic() + _SECONDS_OF_SILENCE
        while time.monotonic() < deadline:
            self._progress.checkpoint()
            with contextlib.suppress(queue.Empty):
                return self._packets.get(timeout=_SECONDS_BETWEEN_LOOKS)
        raise SpreadsheetTooLarge(path=self._path, limit="time")

    def _sudden_end(self) -> InputError:
        with contextlib.suppress(subprocess.TimeoutExpired):
            if self._process.wait(_SECONDS_TO_GO) in _OUT_OF_MEMORY:
                return SpreadsheetTooLarge(path=self._path, limit="memory")
        return SpreadsheetDamaged(path=self._path)


def _names(message: dict[str, object]) -> tuple[str, ...]:
    names = message["sheets"]
    assert isinstance(names, list)
    return tuple(map(str, names))


def _problem(path: Path, sheet: str | None, message: dict[str, object]) -> InputError:
    match message["problem"]:
        case "locked":
            return SpreadsheetLocked(path=path)
        case "too_large":
            return SpreadsheetTooLarge(path=path, limit="memory")
        case "too_wide":
            return SpreadsheetTooLarge(path=path, limit="cells")
        case "no_sheets":
            return EmptyFile(path=path)
        case "sheet_missing":
            return SheetMissing(path=path, sheet=sheet, sheets=_names(message))
        case _:
            return SpreadsheetDamaged(path=path)
