"""Files made to harm: how soon each is refused, and what our process keeps of it."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from measuring import Row, seconds

from desktop_app.core.errors import AppError
from desktop_app.core.intake.reading import read_table

MAKER = """
import sys
from pathlib import Path
from tests.core.intake.hostile_files import HOSTILE
for files in HOSTILE.values():
    for name, make in files.items():
        Path(sys.argv[1], name).write_bytes(make())
"""
_USUAL_TURNS = 3


def rows(n_pairs: int | None) -> Iterator[Row]:
    """Give one line per file: the median of its seconds, and the growth of the largest memory."""
    with tempfile.TemporaryDirectory() as folder:
        # Elsewhere, for memory that was had before does not show when it is taken again.
        maker = [sys.executable, "-c", MAKER, folder]
        subprocess.run(
            maker, check=True, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        )
        _refusal(Path(folder, "far_corner.xlsx"))
        for path in sorted(Path(folder).iterdir()):
            yield _refused(path, n_pairs or _USUAL_TURNS)


def _refused(path: Path, n_turns: int) -> Row:
    _forget_peak()
    before = _memory_mb("VmRSS")
    words: list[str] = []
    took = median(seconds(lambda: words.append(_refusal(path))) for _ in range(n_turns))
    growth = _memory_mb("VmHWM") - before
    return Row(f"{path.name}, seconds", took, None, f"{words[0]}; at most {growth:+.0f} MB")


def _refusal(path: Path) -> str:
    try:
        read_table(path)
    except AppError as error:
        return ": ".join(filter(None, (error.code, str(error.details.get("limit") or ""))))
    return "NOT REFUSED"


def _memory_mb(figure: str) -> float:
    status = Path("/proc/self/status").read_text()
    return int(status.partition(f"{figure}:")[2].split()[0]) / 1024


def _forget_peak() -> None:
    Path("/proc/self/clear_refs").write_text("5")
