"""Start to first painted window, against a bare QMainWindow; whole processes, in turn."""

import tempfile
from collections.abc import Iterator
from functools import partial
from operator import attrgetter
from pathlib import Path

from measuring import ProcessCost, Row, in_pairs, process_cost, with_bytecode

ROOT = Path(__file__).resolve().parents[2]
USUAL_PAIRS = 9
BARE_WINDOW = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, QApplication.quit)
application = QApplication([])
window = Window()
window.show()
raise SystemExit(application.exec())
"""


def rows(n_pairs: int | None) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as home:
        environment = {
            "QT_QPA_PLATFORM": "offscreen",
            "CLIENTELE_EXIT_WHEN_SHOWN": "1",
            "CLIENTELE_HOME": home,
            "PYTHONPATH": str(ROOT),
            **with_bytecode(home),
        }
        ours = partial(process_cost, ["-m", "desktop_app"], environment)
        bare = partial(process_cost, ["-c", BARE_WINDOW], environment)
        ours()  # the first start also compiles
        bare()
        costs: dict[str, list[ProcessCost]] = {"ours": [], "bare": []}

        def measured(name: str, run: partial[ProcessCost]) -> float:
            costs[name].append(run())
            return costs[name][-1].seconds

        took = in_pairs(
            lambda: measured("ours", ours), lambda: measured("bare", bare), n_pairs or USUAL_PAIRS
        )
    yield Row("start to first window, seconds", *took, f"{took[0] / took[1]:.2f} x the bare window")
    peaks = [max(map(attrgetter("peak_mb"), each)) for each in costs.values()]
    yield Row("largest memory, MB", *peaks)
