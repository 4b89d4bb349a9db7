"""What the user may choose about following customers; light, so that the first window can hold it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HoldOut:
    """Which ``share`` (0 to 1) of each segment gets no mail, so that what the mail did can be seen.

    Who that is depends on ``seed`` and on what the customers are called, never on their order.
    """

    share: float = 0.0
    seed: int = 0

    @property
    def is_on(self) -> bool:
        """Somebody shall be held out."""
        return self.share > 0
