"""The longest time that the window does not answer while 200,000 customers are read and segmented.

A timer asks to be called every 5 ms on the GUI thread; a gap between two calls is a stall. The
figures come from the real window with its worker thread, drawn in memory.
"""

import sys
import tempfile
import time
from pathlib import Path

import numpy as np

N_CUSTOMERS = 200_000
ASK_EVERY_MS = 5
PATIENCE_SECONDS = 300


def write_list(path: Path, n: int) -> None:
    """Write a customer list of ``n`` rows with four groups and a long tail of money."""
    draw = np.random.default_rng(11)
    group = draw.integers(0, 4, n)
    age = np.clip(draw.normal(np.array([25, 40, 55, 70])[group], 6), 18, 95).astype(int)
    visits = draw.poisson(np.array([3, 12, 6, 20])[group])
    money = np.round(draw.lognormal(np.array([3, 5, 4, 6])[group], 0.5), 2)
    town = np.array(["Delft", "Gouda", "Leiden"])[draw.integers(0, 3, n)]
    rows = zip(range(n), age.tolist(), visits.tolist(), money.tolist(), town.tolist(), strict=True)
    lines = [f"C{i:07},{a},{v},{m},{t}\n" for i, a, v, m, t in rows]
    path.write_text("Customer ID,Age,Visits,Total spent,Town\n" + "".join(lines), encoding="utf-8")


def main() -> None:
    """Measure and print."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from desktop_app.app import Program

    app = QApplication(sys.argv[:1])
    gaps: list[float] = []
    last = time.perf_counter()

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        gaps.append(now - last)
        last = now

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "customers.csv")
        write_list(path, N_CUSTOMERS)
        program = Program(app)
        program.start(())
        timer = QTimer(interval=ASK_EVERY_MS)
        timer.timeout.connect(tick)
        phases: list[tuple[str, list[float]]] = []

        def next_phase(name: str) -> None:
            phases.append((name, list(gaps)))
            gaps.clear()

        def on_changed(document: object) -> None:
            if program.session.document.is_complete and not phases:
                QTimer.singleShot(1500, measure_second)

        def measure_second() -> None:
            next_phase("read, segment, show")
            plan = program.session.document.plan
            program.session.apply(plan.with_k(6), "choose 6 groups")
            QTimer.singleShot(4000, finish)

        def finish() -> None:
            next_phase("choose another number")
            app.quit()

        program.session.document_changed.connect(on_changed)
        QTimer.singleShot(1000 * PATIENCE_SECONDS, app.quit)
        QTimer.singleShot(3000, timer.start)
        QTimer.singleShot(3100, gaps.clear)
        QTimer.singleShot(3200, lambda: program.window.open_files((path,)))
        app.exec()
        program.runner.shutdown()
    print(f"{'while the window has to':28}{'longest stall':>15}{'99 % under':>13}{'calls':>8}")
    for name, found in phases:
        ms = 1000 * np.array(found)
        print(f"{name:28}{ms.max():12.0f} ms{np.quantile(ms, 0.99):10.0f} ms{len(ms):8}")


if __name__ == "__main__":
    main()
