"""A newer file sorted into the groups of a document that is there, as documents and plans."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.core.segmenting.choices import Grouping
from desktop_app.core.segmenting.results import segment_letter
from desktop_app.core.tracking.baseline import Baseline, make_baseline
from desktop_app.core.tracking.movement import carried_on
from desktop_app.document.document import Document

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

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


def plan_new_groups(document: Document, names: Mapping[str, str]) -> Plan:
    """Make new groups of the customers of a followed document; where they match, names stay.

    ``names`` are what the older groups are called, by letter.
    """
    followed, scan = document.followed, document.scan
    assert followed is not None
    assert scan is not None
    k = followed.baseline.k
    plan = replace(
        document.plan,
        grouping=Grouping.FOUND,
        k=k if followed.refit is not None else None,
        names=tuple(entry for entry in document.plan.names if entry[0] == 0),
        notes=tuple(entry for entry in document.plan.notes if entry[0] == 0),
        rearranged=(),
    )
    if followed.refit is None:
        return plan
    before = followed.baseline.segmentation
    lost = followed.refit.lost
    for new, old in enumerate(followed.refit.match):
        if old >= 0 and old not in lost:
            name = names.get(before.letters[old], "")
            plan = plan.with_name(k, segment_letter(new), name)
    return plan
