"""How long each step of a list of a million goes on before it asks whether it is still wanted (P11).

The longest time between two of its checkpoints is what Cancel may have to wait. On a machine that
does other things besides, only the time in which the program itself was at work counts.
"""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from list_memory import FACTS, write_list
from measuring import Row

from desktop_app.core.segmenting.choices import FeatureChoice
from desktop_app.document.document import Document
from desktop_app.document.plan import Plan
from desktop_app.document.saving import save_customers
from desktop_app.document.street import fill_in_behind, take_step
from desktop_app.report.story import tell
from desktop_app.report.workbook_words import workbook_words
from desktop_app.wording.numbers import system_formats

N_CUSTOMERS = 1_000_000
GOAL = "goal 200"


class Watched:
    """A progress that remembers the longest time between two checkpoints, in milliseconds."""

    def __init__(self) -> None:
        self.longest, self.n_checkpoints = 0.0, 0
        self._wall, self._work = time.perf_counter(), time.process_time()

    def report(self, fraction: float, stage: str) -> None:
        pass

    def checkpoint(self) -> None:
        wall, work = time.perf_counter(), time.process_time()
        self.longest = max(self.longest, 1000 * min(wall - self._wall, work - self._work))
        self.n_checkpoints += 1
        self._wall, self._work = wall, work


def rows(n_runs: int | None) -> Iterator[Row]:
    """Give a row for each step from file to labelled file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "list.csv")
        names = write_list(path, N_CUSTOMERS)
        plan = Plan(files=(path,), features=FeatureChoice(features=tuple(names)))
        document = Document(plan=plan)
        while (name := document.missing_result) is not None:
            watched = Watched()
            document = take_step(document, progress=watched)
            yield _row(name, watched)
        watched = Watched()
        document = fill_in_behind(document, progress=watched)
        yield _row("trust and evidence", watched)
        formats, watched = system_formats(), Watched()
        story = tell(document, formats)
        words = workbook_words(document, story, formats)
        labelled = Path(folder, "labelled.csv")
        save_customers(document, (labelled,), story.names, words, progress=watched)
        yield _row("saved", watched)


def _row(name: str, watched: Watched) -> Row:
    watched.checkpoint()
    what = f"P11 {N_CUSTOMERS:,} x {FACTS}, {name}, ms"
    return Row(what, watched.longest, None, f"{GOAL}; {watched.n_checkpoints:,} checkpoints")
