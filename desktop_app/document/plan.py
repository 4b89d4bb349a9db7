"""Every choice the user made, and nothing that was computed."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self

from desktop_app.core.checking.answers import Answer
from desktop_app.core.checking.columns import ColumnChoice
from desktop_app.core.customers.choices import CustomerChoice
from desktop_app.core.intake.tables import ReadOptions
from desktop_app.core.segmenting.choices import (
    FeatureChoice,
    Grouping,
    Rearrangement,
    ScanChoice,
)
from desktop_app.core.tracking.choices import HoldOut


@dataclass(frozen=True, slots=True)
class Plan:
    """The choices behind a document; ``k`` of ``None`` follows the suggestion.

    ``names`` holds (k, letter, name): what the user called a segment when there were k of them.
    ``notes`` holds what the user noted about them in the same way, and ``rearranged`` (k, change) what
    was done to them, in its order.
    ``describe`` names the side-information columns; ``None`` means all that can describe.
    ``answers`` are the user's words on findings, in the order in which they were given.
    ``grouping`` says whether segments are found, k of them, or made by the classic rules; what the
    user calls those stands in ``names`` under k = 0, by kind in place of the letter.
    ``day`` is when the files were opened, ISO: the day that the customers are of. ``renamed`` holds
    (name in the file, name it goes by): how a newer file calls what another one called before.
    ``hold_out`` says who gets no mail.
    ``region`` is the locale, such as ``de_DE``, whose habits decide where a file does not.
    """

    files: tuple[Path, ...] = ()
    reading: ReadOptions = field(default_factory=ReadOptions)
    columns: tuple[ColumnChoice, ...] = ()
    answers: tuple[Answer, ...] = ()
    customers: CustomerChoice = field(default_factory=CustomerChoice)
    features: FeatureChoice = field(default_factory=FeatureChoice)
    scan: ScanChoice = field(default_factory=ScanChoice)
    k: int | None = None
    grouping: Grouping = Grouping.FOUND
    describe: tuple[str, ...] | None = None
    names: tuple[tuple[int, str, str], ...] = ()
    notes: tuple[tuple[int, str, str], ...] = ()
    rearranged: tuple[tuple[int, Rearrangement], ...] = ()
    day: str = ""
    renamed: tuple[tuple[str, str], ...] = ()
    region: str = ""
    hold_out: HoldOut = field(default_factory=HoldOut)

    def with_answer(self, answer: Answer) -> Self:
        """Answer a finding; an answer given to it before no longer holds."""
        return replace(self, answers=(*self._other_answers(answer), answer))

    def without_answer(self, answer: Answer) -> Self:
        """Take the answer to a finding back.

        >>> answer = Answer("unusual_value", "Age", "leave_out")
        >>> Plan().with_answer(answer).without_answer(answer) == Plan()
        True
        """
        return replace(self, answers=self._other_answers(answer))

    def _other_answers(self, answer: Answer) -> tuple[Answer, ...]:
        about = (answer.code, answer.column)
        return tuple(other for other in self.answers if (other.code, other.column) != about)

    def with_features(self, features: tuple[str, ...]) -> Self:
        """Find segments by other features; k follows the suggestion anew.

        What was named, noted or changed about the segments before is dropped.
        """
        return replace(
            self,
            features=replace(self.features, features=features),
            k=None,
            grouping=Grouping.FOUND,
            names=tuple(entry for entry in self.names if entry[0] == 0),
            notes=tuple(entry for entry in self.notes if entry[0] == 0),
            rearranged=(),
        )

    def with_k(self, k: int | None) -> Self:
        """Find ``k`` segments; names given at another number wait until it comes back."""
        found = replace(self, k=k, grouping=Grouping.FOUND)
        return self if found == self else found

    def with_name(self, k: int, letter: str, name: str) -> Self:
        """Call segment ``letter`` of ``k`` ``name``; an empty name brings the proposed one back."""
        return replace(self, names=_with_words(self.names, k, letter, name))

    def with_note(self, k: int, letter: str, note: str) -> Self:
        """Note something about segment ``letter`` of ``k``; an empty note takes it away.

        >>> Plan().with_note(3, "B", "Call them").notes
        ((3, 'B', 'Call them'),)
        """
        return replace(self, notes=_with_words(self.notes, k, letter, note))

    def with_change(self, k: int, change: Rearrangement) -> Self:
        """Change the ``k`` segments as they are now."""
        return replace(self, rearranged=(*self.rearranged, (k, change)))

    def changes_of(self, k: int) -> tuple[Rearrangement, ...]:
        """Give what was done to the segments when there were ``k``, in its order."""
        return tuple(change for n, change in self.rearranged if n == k)

    def names_of(self, k: int) -> tuple[tuple[str, str], ...]:
        """Give (letter, name) of the segments that the user named when there were ``k``.

        >>> Plan().with_name(3, "B", "Regulars").names_of(3)
        (('B', 'Regulars'),)
        """
        return tuple((letter, name) for n, letter, name in self.names if n == k)


def _with_words(
    entries: tuple[tuple[int, str, str], ...], k: int, letter: str, words: str
) -> tuple[tuple[int, str, str], ...]:
    others = tuple(entry for entry in entries if entry[:2] != (k, letter))
    return (*others, (k, letter, words)) if words else others
