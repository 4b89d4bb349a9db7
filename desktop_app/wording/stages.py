"""What the program is doing, in words, while the user waits."""

from collections.abc import Callable

from desktop_app.i18n import _

_WORDS: dict[str, Callable[[], str]] = {
    "reading": lambda: _("Reading your file"),
    "checking": lambda: _("Checking every column"),
    "building_customers": lambda: _("Adding up per customer"),
    "preparing": lambda: _("Putting facts on one scale"),
    "scanning": lambda: _("Trying different numbers of groups"),
    "suggesting": lambda: _("Looking for groups that stand apart"),
    "segmenting": lambda: _("Sorting customers into groups"),
    "second_opinion": lambda: _("Asking other methods"),
    "describing": lambda: _("Describing your groups"),
    "comparing": lambda: _("Comparing with lists that have no groups"),
    "trusting": lambda: _("Drawing your customers anew, to see what comes back"),
    "following": lambda: _("Looking for who moved"),
    "travelling_back": lambda: _("Looking at the months before"),
    "saving": lambda: _("Saving your project"),
    "opening": lambda: _("Opening your project"),
    "writing": lambda: _("Writing your files"),
}

STAGES = tuple(_WORDS)
"""Every stage that a step may report."""


def stage_words(stage: str) -> str:
    """Give the words for a stage; an unknown one is our own mistake."""
    assert stage in _WORDS, stage
    return _WORDS[stage]()
