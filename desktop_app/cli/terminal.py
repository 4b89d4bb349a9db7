"""Progress and problems on standard error."""

import sys
from collections.abc import Callable

from desktop_app.core.errors import AppError, OutputError
from desktop_app.wording.errors import sentence_for
from desktop_app.wording.stages import stage_words

DONE, INPUT_PROBLEM, OUTPUT_PROBLEM, STOPPED = 0, 3, 4, 130


class TerminalProgress:
    """A bar on a terminal, one plain line per stage elsewhere."""

    def __init__(self) -> None:
        self._is_terminal = sys.stderr.isatty()
        self._last: tuple[str, int] | None = None

    def report(self, fraction: float, stage: str) -> None:
        """Show how far the step is, if that changed."""
        percent = int(100 * fraction)
        news = (stage, percent if self._is_terminal else 0)
        if news == self._last:
            return
        self._last = news
        if self._is_terminal:
            bar = "#" * (percent // 5)
            line = f"\r{stage_words(stage)} [{bar:<20}] {percent} %\033[K"
        else:
            line = f"{stage_words(stage)}\n"
        sys.stderr.write(line)
        sys.stderr.flush()

    def checkpoint(self) -> None:
        """Never cancel; Ctrl+C arrives as KeyboardInterrupt."""

    def close(self) -> None:
        """Leave the bar's line."""
        if self._is_terminal and self._last is not None:
            sys.stderr.write("\r\033[K")


def answer_problems(job: Callable[[], None]) -> int:
    """Run ``job`` and give the exit status; a problem becomes one sentence on standard error."""
    try:
        job()
    except OutputError as problem:
        return _say(problem, OUTPUT_PROBLEM)
    except AppError as problem:
        return _say(problem, INPUT_PROBLEM)
    except KeyboardInterrupt:
        return STOPPED
    return DONE


def _say(problem: AppError, status: int) -> int:
    sys.stderr.write(sentence_for(problem) + "\n")
    return status
