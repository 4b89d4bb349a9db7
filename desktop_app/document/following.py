"""A newer file sorted into the groups of a document that is there, as documents and plans."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.choices import Grouping
from desktop_app.core.segmenting.features import points_of
from desktop_app.core.tracking.baseline import Baseline, make_baseline, needed_columns
from desktop_app.core.tracking.doubts import compare_refit
from desktop_app.core.tracking.matching import match_columns
from desktop_app.core.tracking.movement import carried_on
from desktop_app.core.tracking.sorting import sort_into
from desktop_app.document.document import Document
from desktop_app.document.street import make_behind, walk

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from desktop_app.core.tracking.doubts import Refit
    from desktop_app.document.plan import Plan


def day_of(document: Document) -> str:
    """Give the day (ISO) that the customers are of: the last of their orders, else of opening."""
    orders = None if document.customers is None else document.customers.orders
    return document.plan.day if orders is None else orders.as_of


def baseline_of(document: Document) -> Baseline:
    """Freeze the groups of a complete document, which are not made by rule.

    Of a document that was itself sorted into older groups, these go on.
    """
    assert document.customers is not None
    assert document.segmentation is not None
    assert not document.segmentation.kinds, "kinds by rule are made anew each time"
    followed = document.followed
    if followed is not None:
        day = day_of(document)
        return carried_on(followed.baseline, document.customers, followed.movement, day)
    return make_baseline(document.customers, document.segmentation, day_of(document))


def followed_by(
    document: Document, files: tuple[Path, ...], day: str, names: Mapping[str, str]
) -> Document:
    """Give the document that sorts newer ``files`` into the groups of this complete one.

    ``names`` are what the groups are called now, by letter; they stay. Choices about columns and
    findings go on; the day to count from is that of the newer file.
    """
    baseline = baseline_of(document)
    before = baseline.segmentation
    plan = replace(
        document.plan,
        files=files,
        day=day,
        grouping=Grouping.FOLLOWED,
        k=before.as_found.k,
        customers=replace(document.plan.customers, as_of=None),
        renamed=(),
    )
    for letter, name in names.items():
        plan = plan.with_name(before.as_found.k, letter, name)
    return Document(plan=plan, baseline=baseline)


def can_follow(before: Document, newer: Document) -> bool:
    """Tell whether the customers of ``newer`` can be asked about as a later time of ``before``.

    Every column that the groups need is there, perhaps under another name, and it is another file.
    """
    if not before.is_complete or newer.customers is None:
        return False
    assert before.customers is not None
    assert before.segmentation is not None
    if before.segmentation.kinds or before.plan.files == newer.plan.files:
        return False
    wanted = needed_columns(before.customers, before.segmentation)
    matches = match_columns(wanted, newer.customers.columns)
    is_all_there = all(match.found or match.proposed for match in matches)
    return is_all_there and any(match.found for match in matches)


def sort_newer(
    document: Document,
    files: tuple[Path, ...],
    day: str,
    names: Mapping[str, str],
    renamed: tuple[tuple[str, str], ...] = (),
    *,
    progress: Progress = NO_PROGRESS,
) -> Document:
    """Read newer ``files`` and prepare their customers for the groups of a complete document.

    Arguments as those of ``followed_by``; ``renamed`` as in ``Plan``.

    Raises
    ------
    ColumnsRenamed
        The groups need columns that are not there; ``proposed`` says which may stand for them.
    AppError
        Whatever the steps down to the customers raise.
    """
    if document.plan.grouping is Grouping.FOLLOWED and document.followed is None:
        followed = make_behind(document, "followed", progress=progress)
        document = document.with_result("followed", followed)
    newer = followed_by(document, files, day, names)
    newer = newer.with_plan(replace(newer.plan, renamed=renamed))
    return walk(newer, until="prepared", progress=progress)


def plan_new_groups(document: Document, k: int | None = None) -> Plan:
    """Find ``k`` new groups among the customers of a followed document.

    ``None`` finds as many as there were, or what is suggested where the list is too short.
    """
    assert document.baseline is not None
    assert document.scan is not None
    if k is None and document.baseline.k in document.scan.ks:
        k = document.baseline.k
    return replace(
        document.plan,
        grouping=Grouping.FOUND,
        k=k,
        names=tuple(entry for entry in document.plan.names if entry[0] == 0),
        notes=tuple(entry for entry in document.plan.notes if entry[0] == 0),
        rearranged=(),
    )


def group_anew(
    document: Document,
    names: Mapping[str, str],
    k: int | None = None,
    *,
    progress: Progress = NO_PROGRESS,
) -> Document:
    """Give the followed document with new groups, as ``plan_new_groups``.

    Where a new group is where an older one was, it is called the same; ``names`` are those of the
    older groups, by letter.
    """
    baseline = document.baseline
    assert baseline is not None
    anew = walk(document.with_plan(plan_new_groups(document, k)), progress=progress)
    plan, segmentation = anew.plan, anew.segmentation
    assert segmentation is not None
    refit = _compared(anew, baseline)
    letters = baseline.segmentation.letters
    for segment, old in enumerate(refit.match):
        if old >= 0 and old not in refit.lost:
            plan = plan.with_name(*anew.name_key(segment), names.get(letters[old], ""))
    return anew.with_plan(plan)


def _compared(anew: Document, baseline: Baseline) -> Refit:
    """Compare the groups of ``anew`` with those of the baseline, by where their members are."""
    assert anew.customers is not None
    assert anew.segmentation is not None
    points = points_of(baseline.segmentation.features, anew.customers)
    is_whole = ~np.isnan(points).any(axis=1)
    labels = anew.segmentation.labels
    centres = np.zeros((anew.segmentation.k, points.shape[1]))
    for segment in range(anew.segmentation.k):
        members = points[is_whole & (labels == segment)]
        centres[segment] = members.mean(axis=0) if len(members) else np.inf
    there = np.isfinite(centres).all(axis=1)
    centres[~there] = 1e9  # far from every other one: a group of customers with empty facts
    before = sort_into(baseline.segmentation, anew.customers)
    return compare_refit(baseline, anew.customers, before, centres)
