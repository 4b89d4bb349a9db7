"""Kill a program again and again while it saves, and look whether a project was ever torn.

Run: python -m tests.benchmarks.killed_saves [kills]
"""

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from desktop_app.core.errors import AppError
from desktop_app.document.project_file import backup_of, load_project

SAVE_IN_A_LOOP = """
import sys
from pathlib import Path
from desktop_app.document.document import Document
from desktop_app.document.plan import Plan
from desktop_app.document.project_file import save_project
from desktop_app.document.street import walk
from desktop_app.paths import resource_path
plan = Plan(files=(resource_path("samples", "shop_customers.csv"),))
document = walk(Document(plan=plan), until="checked")
while True:
    save_project(document, Path(sys.argv[1]))
    print("saved", flush=True)
"""
LONGEST = 0.3  # seconds; a save of the sample takes a tenth of it


def torn_saves(target: Path, kills: int, seed: int = 1) -> int:
    """Kill ``kills`` programs that save to ``target`` and count the projects that are no longer whole."""
    draw, torn = random.Random(seed), 0
    for _ in range(kills):
        command = [sys.executable, "-c", SAVE_IN_A_LOOP, str(target)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
            program.stdout.readline()
            try:
                program.wait(draw.uniform(0.0, LONGEST))
            except subprocess.TimeoutExpired:
                program.kill()
        torn += sum(not _is_whole(path) for path in (target, backup_of(target)) if path.exists())
    return torn


def _is_whole(path: Path) -> bool:
    try:
        return load_project(path).raw.n_rows > 0
    except AppError:
        return False


def main() -> None:
    """Print how many of the saves were torn."""
    kills, started = int(sys.argv[1]) if len(sys.argv) > 1 else 200, time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        torn = torn_saves(Path(folder, "spring.clientele"), kills)
    print(f"{kills} kills, {torn} torn, {time.perf_counter() - started:.0f} s")


if __name__ == "__main__":
    main()
