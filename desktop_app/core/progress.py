"""How a long step says how far it is and learns that it is no longer wanted."""

from typing import Protocol


class Cancelled(Exception):
    """The user, or a newer request, no longer wants the result."""


class Progress(Protocol):
    """What a step of the street sees of the world outside."""

    def report(self, fraction: float, stage: str) -> None:
        """Tell that ``fraction`` (0 to 1) of the step is done; ``stage`` is a code, not a sentence."""

    def checkpoint(self) -> None:
        """Raise ``Cancelled`` if the result is no longer wanted."""


class _NoProgress:
    def report(self, fraction: float, stage: str) -> None:
        """Ignore the news."""

    def checkpoint(self) -> None:
        """Never cancel."""


class PartOfProgress:
    """The share of a longer progress from ``start`` to ``stop`` (both 0 to 1) that one step fills."""

    def __init__(self, whole: Progress, start: float, stop: float) -> None:
        self._whole, self._start, self._width = whole, start, stop - start

    def report(self, fraction: float, stage: str) -> None:
        """Report the place of ``fraction`` within the whole."""
        self._whole.report(self._start + fraction * self._width, stage)

    def checkpoint(self) -> None:
        """Ask the whole."""
        self._whole.checkpoint()


NO_PROGRESS: Progress = _NoProgress()
