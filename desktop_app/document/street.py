"""The walk down the street: every step from files to described segments, one function each.

The window takes the steps one by one on its worker thread and shows each result as it arrives; the
command line and the tests walk the whole way.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from desktop_app.core.checking.checked import TableKind
from desktop_app.core.checking.kinds import Notation
from desktop_app.core.checking.mending import mend
from desktop_app.core.checking.understanding import check_table
from desktop_app.core.customers.building import build_customers
from desktop_app.core.customers.defaults import default_features, describing_columns
from desktop_app.core.describing.profiles import describe
from desktop_app.core.errors import BadValue
from desktop_app.core.intake.reading import read_tables
from desktop_app.core.intake.regions import region_of
from desktop_app.core.progress import NO_PROGRESS, PartOfProgress, Progress
from desktop_app.core.segmenting.by_rule import segment_by_rule
from desktop_app.core.segmenting.choices import Grouping
from desktop_app.core.segmenting.evidence import find_evidence
from desktop_app.core.segmenting.features import prepare, prepare_as_before
from desktop_app.core.segmenting.fitting import segment_customers
from desktop_app.core.segmenting.rearranging import rearrange
from desktop_app.core.segmenting.redrawing import Redrawing, usual_redraws
from desktop_app.core.segmenting.scan import scan_k
from desktop_app.core.segmenting.trusting import trust_segments
from desktop_app.core.tracking.following import follow_customers
from desktop_app.core.tracking.matching import ensure_columns
from desktop_app.core.tracking.sorting import segment_as_before
from desktop_app.document.document import CHOICES_BY_RESULT, RESULTS_BEHIND, Document

EVIDENCE_REDRAWS = 20  # for each number of segments
FEWEST_REDRAWS = 5


def _read(document: Document, progress: Progress) -> object:
    plan = document.plan
    region = region_of(plan.region)
    raw = read_tables(plan.files, plan.reading, region=region, progress=progress)
    return raw.renamed(dict(plan.renamed)) if plan.renamed else raw


def _check(document: Document, progress: Progress) -> object:
    assert document.raw is not None
    plan = document.plan
    notation = Notation(
        date_order=plan.customers.date_order,
        assumed_date_order=region_of(plan.region).date_order,
        today=date.today(),
    )
    kind = None if plan.customers.table is None else _table_kind(plan.customers.table)
    return check_table(document.raw, plan.columns, notation, kind, progress=progress)


def _table_kind(name: str) -> TableKind:
    try:
        return TableKind(name)
    except ValueError:
        raise BadValue(what="table", value=name) from None


def _mend(document: Document, progress: Progress) -> object:
    assert document.checked is not None
    return mend(document.checked, document.plan.answers, progress=progress)


def _build_customers(document: Document, progress: Progress) -> object:
    assert document.mended is not None
    return build_customers(document.mended, document.plan.customers, progress=progress)


def _prepare(document: Document, progress: Progress) -> object:
    assert document.customers is not None
    if document.plan.grouping is Grouping.FOLLOWED:
        assert document.baseline is not None
        ensure_columns(document.baseline.columns, document.customers)
        features = document.baseline.segmentation.features
        return prepare_as_before(document.customers, features, progress=progress)
    choice = document.plan.features
    defaults = default_features(document.customers) if choice.features is None else None
    return prepare(document.customers, choice, defaults, progress=progress)


def _scan(document: Document, progress: Progress) -> object:
    assert document.prepared is not None
    choice = document.plan.scan
    if document.plan.k is not None:
        choice = replace(choice, max_k=max(choice.max_k, document.plan.k))
    return scan_k(document.prepared, choice, progress=progress)


def _segment(document: Document, progress: Progress) -> object:
    assert document.prepared is not None
    assert document.scan is not None
    if document.plan.grouping is Grouping.CLASSIC:
        assert document.customers is not None
        return segment_by_rule(document.customers, document.prepared, progress=progress)
    if document.plan.grouping is Grouping.FOLLOWED:
        assert document.baseline is not None
        return segment_as_before(
            document.baseline.segmentation, document.prepared, progress=progress
        )
    k = document.k
    assert k is not None
    if k < 1:
        raise BadValue(what="segments", value=k)
    prepared, plan = document.prepared, document.plan
    part = PartOfProgress(progress, 0.0, 0.5)
    found = segment_customers(prepared, document.scan, k, progress=part)
    part = PartOfProgress(progress, 0.5, 1.0)
    return rearrange(prepared, found, plan.changes_of(k), plan.scan.seed, progress=part)


def _describe(document: Document, progress: Progress) -> object:
    assert document.customers is not None
    assert document.segmentation is not None
    columns = document.plan.describe
    if columns is None:
        columns = describing_columns(document.customers)
    return describe(document.customers, document.segmentation, columns, progress=progress)


_STEPS: dict[str, Callable[[Document, Progress], object]] = {
    "raw": _read,
    "checked": _check,
    "mended": _mend,
    "customers": _build_customers,
    "prepared": _prepare,
    "scan": _scan,
    "segmentation": _segment,
    "description": _describe,
}
assert list(_STEPS) == list(CHOICES_BY_RESULT)


def _find_evidence(document: Document, share: float, progress: Progress) -> object:
    assert document.prepared is not None
    assert document.scan is not None
    redrawing = _redrawing(document, EVIDENCE_REDRAWS * share)
    return find_evidence(document.prepared, document.scan, redrawing, progress=progress)


def _follow(document: Document, _share: float, progress: Progress) -> object:
    assert document.baseline is not None
    assert document.customers is not None
    assert document.scan is not None
    return follow_customers(document.baseline, document.customers, document.scan, progress=progress)


def _trust(document: Document, share: float, progress: Progress) -> object:
    assert document.prepared is not None
    assert document.scan is not None
    assert document.segmentation is not None
    redrawing = _redrawing(document, usual_redraws(len(document.prepared.rows)) * share)
    suggestion = document.scan.suggestion
    return trust_segments(
        document.prepared, suggestion, document.segmentation, redrawing, progress=progress
    )


def _redrawing(document: Document, n_redraws: float) -> Redrawing:
    return Redrawing(max(FEWEST_REDRAWS, round(n_redraws)), document.plan.scan.seed)


_BEHIND: dict[str, Callable[[Document, float, Progress], object]] = {
    "followed": _follow,
    "trust": _trust,
    "evidence": _find_evidence,
}
assert list(_BEHIND) == list(RESULTS_BEHIND)


def take_step(document: Document, *, progress: Progress = NO_PROGRESS) -> Document:
    """Compute the first missing result of ``document``, which must have one.

    Raises
    ------
    AppError
        Whatever the step's core function raises.
    """
    name = document.missing_result
    assert name is not None
    return document.with_result(name, _STEPS[name](document, progress))


def make_behind(document: Document, name: str, *, progress: Progress = NO_PROGRESS) -> object:
    """Compute what fills in behind the answer of a complete ``document``, by its name.

    Raises
    ------
    AppError
        Whatever the core function behind it raises.
    """
    return _BEHIND[name](document, 1.0, progress)


def fill_in_behind(
    document: Document, share: float = 1.0, *, progress: Progress = NO_PROGRESS
) -> Document:
    """Compute all that fills in behind the answer, from a ``share`` of the usual re-draws.

    Of segments made by rule there is nothing to compute.
    """
    while (name := document.missing_behind) is not None:
        place = list(_BEHIND).index(name)
        part = PartOfProgress(progress, place / len(_BEHIND), (place + 1) / len(_BEHIND))
        document = document.with_result(name, _BEHIND[name](document, share, part))
    return document


def reopen(document: Document, *, progress: Progress = NO_PROGRESS) -> Document:
    """Compute what a saved document did not hold; results that no longer fit it are left out.

    Raises
    ------
    AppError
        Whatever a step's core function raises.
    """
    walked = walk(document, until="prepared", progress=progress)
    if _fits(walked):
        return walked
    return replace(
        walked,
        scan=None,
        segmentation=None,
        description=None,
        followed=None,
        trust=None,
        evidence=None,
    )


def _fits(document: Document) -> bool:
    """Tell whether the groups are those of the customers: a newer version may count them otherwise."""
    segmentation, prepared = document.segmentation, document.prepared
    if segmentation is None or prepared is None or document.customers is None:
        return document.scan is None
    names = tuple(feature.name for feature in segmentation.features)
    return len(segmentation.labels) == document.customers.n_customers and (
        bool(segmentation.kinds) or names == prepared.names
    )


def walk(
    document: Document, *, until: str = "description", progress: Progress = NO_PROGRESS
) -> Document:
    """Compute every missing result up to and including ``until``."""
    wanted = list(_STEPS)[: list(_STEPS).index(until) + 1]
    while (name := document.missing_result) in wanted:
        place = wanted.index(name)
        part = PartOfProgress(progress, place / len(wanted), (place + 1) / len(wanted))
        document = take_step(document, progress=part)
    return document
