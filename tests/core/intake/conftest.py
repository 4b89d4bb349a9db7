import pytest

from desktop_app.core.progress import Cancelled


class Listener:
    """A progress that remembers what it was told and can call the work off."""

    def __init__(self) -> None:
        self.reports: list[tuple[float, str]] = []
        self.n_checkpoints = 0
        self.cancel_at: int | None = None

    @property
    def fractions(self) -> list[float]:
        return [fraction for fraction, _ in self.reports]

    def report(self, fraction: float, stage: str) -> None:
        self.reports.append((fraction, stage))

    def checkpoint(self) -> None:
        self.n_checkpoints += 1
        if self.n_checkpoints == self.cancel_at:
            raise Cancelled


@pytest.fixture
def listener() -> Listener:
    return Listener()
