"""A plan with all that was computed from it so far.

The results stand in the order of the street. A result stays as long as the choices behind it and
behind everything before it stay; ``Document.with_plan`` is the one place that decides this.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Self

from desktop_app.core.checking.answers import KEEP
from desktop_app.core.segmenting.choices import Grouping
from desktop_app.document.plan import Plan

if TYPE_CHECKING:
    from desktop_app.core.checking.checked import CheckedTable
    from desktop_app.core.checking.mending import MendedTable
    from desktop_app.core.customers.table import CustomerTable
    from desktop_app.core.describing.results import Description
    from desktop_app.core.errors import AppError
    from desktop_app.core.intake.tables import RawTable
    from desktop_app.core.segmenting.results import KScan, Prepared, Segmentation
    from desktop_app.core.segmenting.trusted import Evidence, Trust
    from desktop_app.core.tracking.baseline import Baseline
    from desktop_app.core.tracking.following import Followed


CHOICES_BY_RESULT: dict[str, Callable[[Plan], object]] = {
    "raw": lambda plan: (plan.files, plan.reading, plan.renamed, plan.region),
    "checked": lambda plan: (plan.columns, plan.customers.date_order, plan.customers.table),
    "mended": lambda plan: tuple(answer for answer in plan.answers if answer.fix != KEEP),
    "customers": lambda plan: plan.customers,
    "prepared": lambda plan: (plan.features, plan.grouping is Grouping.FOLLOWED),
    "scan": lambda plan: (plan.scan, max(plan.scan.max_k, plan.k or 1)),
    "segmentation": lambda plan: (plan.k, plan.grouping, plan.rearranged),
    "description": lambda plan: plan.describe,
}
"""The choices that each result depends on, besides the results before it."""

RESULTS_BEHIND = {"followed": "segmentation", "trust": "segmentation", "evidence": "scan"}
"""Results that fill in behind the answer, and what each is about; a document is complete without."""


_BEHIND_BY_GROUPING = {
    Grouping.FOUND: ("trust", "evidence"),
    Grouping.CLASSIC: (),  # of segments made by rule there is nothing more to be known
    Grouping.FOLLOWED: ("followed", "evidence"),
}


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """What the user chose and what follows from it; ``None`` is a result that is still to come.

    ``baseline`` is no result: the segments of a time before, into which the customers are sorted if
    the plan says so.

    ``problem`` is what stopped the street; the first missing result could not be made because of
    it, and only another plan can help.
    """

    plan: Plan = field(default_factory=Plan)
    raw: RawTable | None = None
    checked: CheckedTable | None = None
    mended: MendedTable | None = None
    customers: CustomerTable | None = None
    prepared: Prepared | None = None
    scan: KScan | None = None
    segmentation: Segmentation | None = None
    description: Description | None = None
    evidence: Evidence | None = None
    trust: Trust | None = None
    followed: Followed | None = None
    baseline: Baseline | None = None
    problem: AppError | None = None

    @property
    def is_empty(self) -> bool:
        """No file was chosen yet."""
        return not self.plan.files

    @property
    def missing_result(self) -> str | None:
        """The name of the first result that is still to come; ``None`` when all are there."""
        return next((name for name in CHOICES_BY_RESULT if getattr(self, name) is None), None)

    @property
    def is_complete(self) -> bool:
        """Every result is there."""
        return self.missing_result is None

    @property
    def missing_behind(self) -> str | None:
        """The next result to fill in behind the answer; ``None`` while there is no answer."""
        if not self.is_complete:
            return None
        wanted = _BEHIND_BY_GROUPING[self.plan.grouping]
        return next((name for name in wanted if getattr(self, name) is None), None)

    def awaits(self, name: str) -> bool:
        """Whether the result ``name`` fills in behind this answer and is not there yet."""
        return name in _BEHIND_BY_GROUPING[self.plan.grouping] and getattr(self, name) is None

    def says_the_same_as(self, other: Document) -> bool:
        """Whether the two differ at most in what filled in behind the answer."""
        names = ("plan", *CHOICES_BY_RESULT, "problem")
        return all(getattr(self, name) is getattr(other, name) for name in names)

    @property
    def features(self) -> tuple[str, ...]:
        """The features that form the segments: the user's choice, else those that were prepared."""
        if self.plan.features.features is not None:
            return self.plan.features.features
        if self.prepared is None:
            return ()
        return tuple(dict.fromkeys(feature.source for feature in self.prepared.features))

    @property
    def k(self) -> int | None:
        """The number of segments asked for, or suggested while the user has not chosen.

        By the classic rules it is the number of kinds that there are.
        """
        if self.plan.grouping is Grouping.CLASSIC:
            return self._n_kinds
        if self.plan.grouping is Grouping.FOLLOWED:
            assert self.baseline is not None
            return self.baseline.k
        if self.plan.k is not None or self.scan is None:
            return self.plan.k
        return self.scan.suggestion.k or self.scan.suggestion.useful_k

    @property
    def _n_kinds(self) -> int | None:
        if self.segmentation is not None:
            return self.segmentation.k
        view = None if self.customers is None else self.customers.classic
        return None if view is None else len(view.count_by_kind)

    @property
    def own_names(self) -> tuple[tuple[str, str], ...]:
        """The (letter, name) of the segments that the user named; there must be segments.

        A kind of the classic rules keeps its name whatever letter its size gives it.
        """
        assert self.segmentation is not None
        return self._own_words(self.plan.names)

    @property
    def own_notes(self) -> tuple[tuple[str, str], ...]:
        """The (letter, note) of the segments that the user noted something about, as ``own_names``."""
        return self._own_words(self.plan.notes)

    def _own_words(self, entries: tuple[tuple[int, str, str], ...]) -> tuple[tuple[str, str], ...]:
        assert self.segmentation is not None
        letters = self.segmentation.letters
        by_key = {(k, key): words for k, key, words in entries}
        own = (by_key.get(self.name_key(place), "") for place in range(len(letters)))
        return tuple((letter, words) for letter, words in zip(letters, own, strict=True) if words)

    def name_key(self, segment: int) -> tuple[int, str]:
        """Give where ``Plan.with_name`` and ``with_note`` keep the words for a segment that is there."""
        assert self.segmentation is not None
        if self.segmentation.kinds:
            return 0, self.segmentation.kinds[segment].value
        k = self.segmentation.as_found.k
        if self.plan.grouping is Grouping.FOLLOWED and self.baseline is not None:
            k = self.baseline.segmentation.as_found.k
        return k, self.segmentation.letters[segment]

    def with_plan(self, plan: Plan) -> Self:
        """Give the document for ``plan`` with every result whose inputs did not change.

        >>> Document().with_plan(Plan(k=3)).plan.k
        3
        """
        names = list(CHOICES_BY_RESULT)
        changed = (
            place
            for place, choices in enumerate(CHOICES_BY_RESULT.values())
            if choices(plan) != choices(self.plan)
        )
        first = next(changed, None)
        if first is None:
            return replace(self, plan=plan)
        behind = [r for r, about in RESULTS_BEHIND.items() if about in names[first:]]
        dropped: dict[str, None] = dict.fromkeys([*names[first:], *behind])
        return replace(self, plan=plan, problem=None, **dropped)

    def with_result(self, name: str, result: object) -> Self:
        """Give the document with one more result."""
        return replace(self, **{name: result})  # type: ignore[arg-type]
