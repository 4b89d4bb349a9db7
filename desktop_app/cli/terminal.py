"""What is said on a terminal: results on standard output, progress and problems on the other."""

import contextlib
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from desktop_app.core.errors import AppError, OutputError
from desktop_app.core.files import cannot_write
from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.i18n import _
from desktop_app.wording.errors import sentence_for
from desktop_app.wording.stages import stage_words

DONE, INPUT_PROBLEM, OUTPUT_PROBLEM = 0, 3, 4


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


@contextlib.contextmanager
def shown_progress(*, is_quiet: bool) -> Iterator[Progress]:
    """Give what shows progress while the block runs."""
    if is_quiet:
        yield NO_PROGRESS
    else:
        with contextlib.closing(TerminalProgress()) as progress:
            yield progress


def answer_problems(job: Callable[[], int]) -> int:
    """Run ``job`` and give its exit status; a problem becomes one sentence on standard error."""
    try:
        return job()
    except OutputError as problem:
        return _say(problem, OUTPUT_PROBLEM)
    except AppError as problem:
        return _say(problem, INPUT_PROBLEM)


def say(text: str) -> None:
    """Write a line to standard output; a reader who went away (``| head``) has read enough.

    Raises
    ------
    CannotWrite
        Standard output goes to a file that cannot grow.
    """
    encoding = sys.stdout.encoding
    try:
        # A sign that this terminal does not know becomes a question mark.
        print(text.encode(encoding, "replace").decode(encoding), flush=True)
    except BrokenPipeError:
        _close_standard_output()
    except OSError as problem:
        _close_standard_output()
        raise cannot_write(Path(_("standard output")), problem) from problem


def _close_standard_output() -> None:
    """Send away what is still waiting to be written; Python would complain of it when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _say(problem: AppError, status: int) -> int:
    sys.stderr.write(sentence_for(problem) + "\n")
    return status
