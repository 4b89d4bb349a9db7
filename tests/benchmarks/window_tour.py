"""Do in the real window what a user does, and print how long it did not answer meanwhile.

A timer asks to be called every 5 ms on the GUI thread; a gap between two calls is a stall. The
window has its worker thread and is drawn in memory.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QComboBox

from desktop_app.app import Program
from desktop_app.ui.steps import STEP_KEYS

ASK_EVERY_MS = 5
QUIET_SECONDS = 0.3  # after a part is done, its last drawing falls into its own time


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the tour that was begun, and how to see that it is over."""

    name: str
    is_over: Callable[[], bool]
    quiet_seconds: float = QUIET_SECONDS


def parts_of_tour(program: Program, path: Path) -> Iterator[Part]:
    """Begin one part after the other."""
    window, session, runner = program.window, program.session, program.runner

    def is_idle() -> bool:
        return not runner.busy and not session.is_working

    def is_scanning() -> bool:
        document = session.document
        return document.prepared is not None and document.scan is None and session.is_working

    yield Part("load the libraries", is_idle)
    window.open_files((path,))
    yield Part("read, segment, show", lambda: is_idle() and session.document.is_complete)
    session.apply(session.document.plan.with_k(6), "choose 6 groups")
    yield Part("choose another number", is_idle)
    for key in STEP_KEYS:
        window.show_step(key)
        yield Part(f"go to page {key}", is_idle)
    window.show_step("groups")
    yield Part("go back to the groups", is_idle)
    page = window.page("groups")
    across = next(c for c in page.findChildren(QComboBox) if c.accessibleName() == "Fact across")
    across.setCurrentIndex(1)
    across.activated.emit(1)
    yield Part("choose another axis", is_idle)
    page.cards[0].opened.emit(0)
    yield Part("choose a group", is_idle)
    page.cards[0].opened.emit(0)
    yield Part("show everyone again", is_idle)
    for column in range(page.customers.table.model().columnCount()):
        page.customers.table.sortByColumn(column, Qt.SortOrder.DescendingOrder)
        yield Part("sort by each column", is_idle)
    page.customers.finder.setText("C0123")
    page.customers.finder.textEdited.emit("C0123")
    yield Part("find a customer", is_idle)
    page.customers.filter.words.setText("delft")
    page.customers.filter.box.setCurrentIndex(page.customers.filter.box.count() - 1)
    page.customers.filter.add.click()
    yield Part("filter by a word", is_idle)
    page.customers.filter.buttons[0].click()
    yield Part("show all again", is_idle)
    bar = page.customers.table.verticalScrollBar()
    for place in range(20):
        bar.setValue(bar.maximum() * place // 20)
        yield Part("scroll", is_idle, quiet_seconds=0.05)
    session.undo()
    yield Part("undo", is_idle)
    plan = session.document.plan
    session.apply(replace(plan, scan=replace(plan.scan, max_k=plan.scan.max_k + 2)), "try more")
    yield Part("begin another scan", is_scanning, quiet_seconds=0.0)
    session.cancel()
    yield Part("cancel the scan", is_idle)


@dataclass
class Seen:
    """What was seen of the parts of one name, in seconds."""

    gaps: list[float]
    took: float = 0.0

    def in_figures(self) -> dict[str, float]:
        """Give milliseconds of the gaps and the seconds until the window was idle."""
        ordered = sorted(1000 * gap for gap in self.gaps)
        return {
            "longest": ordered[-1],
            "quantile": ordered[int(0.99 * len(ordered))],
            "took": self.took,
        }


class Guide(QObject):
    """Takes the program through the tour and measures the gaps between two calls of its timer."""

    def __init__(self, parts: Iterator[Part], parent: QObject) -> None:
        super().__init__(parent)
        self.seen: dict[str, Seen] = {}
        self._coming = parts
        self._timer = QTimer(self, interval=ASK_EVERY_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_called)

    @Slot()
    def start(self) -> None:
        """Begin the first part."""
        self._last_call = time.perf_counter()
        self._begin_part()
        self._timer.start()

    def _begin_part(self) -> None:
        self._began, self._over = self._last_call, 0.0
        part = next(self._coming, None)
        if part is None:
            self._timer.stop()
            QApplication.quit()
            return
        self._part = part
        self._now_seen = self.seen.setdefault(part.name, Seen([]))

    @Slot()
    def _on_called(self) -> None:
        now = time.perf_counter()
        self._now_seen.gaps.append(now - self._last_call)
        self._last_call = now
        self._over = (self._over or now) if self._part.is_over() else 0.0
        if self._over and now - self._over >= self._part.quiet_seconds:
            self._now_seen.took += self._over - self._began
            self._begin_part()


def main(path: Path) -> None:
    app = QApplication(sys.argv[:1])
    program = Program(app)
    guide = Guide(parts_of_tour(program, path), program)
    program.window.shown.connect(guide.start, Qt.ConnectionType.SingleShotConnection)
    program.start(())
    app.exec()
    print(json.dumps({name: seen.in_figures() for name, seen in guide.seen.items()}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
