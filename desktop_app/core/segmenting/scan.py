"""The quality of every candidate number of segments."""

import numpy as np

from desktop_app.core.errors import TooFewCustomers
from desktop_app.core.progress import NO_PROGRESS, PartOfProgress, Progress
from desktop_app.core.segmenting.choices import ScanChoice
from desktop_app.core.segmenting.choosing_k import LARGEST_SUGGESTED, suggest_k
from desktop_app.core.segmenting.kmeans import best_centres
from desktop_app.core.segmenting.measuring import Measured
from desktop_app.core.segmenting.results import IntArray, KScan, KScore, Prepared
from desktop_app.core.segmenting.silhouette import Silhouette, silhouettes_of_centres
from desktop_app.core.segmenting.units import canonical_columns, canonical_points

FREE_RANGE = 8  # a scan up to fewer is meant as a limit to the suggestion, too


def scan_k(prepared: Prepared, choice: ScanChoice, *, progress: Progress = NO_PROGRESS) -> KScan:
    """Give the quality of every k from 1 to ``choice.max_k``, and the suggestion that follows.

    ``max_k`` is lowered to the number of distinct customers. From ``FREE_RANGE`` on it does not
    bound the suggestion, which the scan then reaches up to. Identical input and seed give identical
    output, whatever the order of rows and columns.

    Raises
    ------
    TooFewCustomers
        All customers are the same; ``details`` holds how many distinct ones there are.
    """
    n_distinct = len(prepared.points)
    if n_distinct < 2:
        raise TooFewCustomers(n_distinct=n_distinct, k=2)
    columns = canonical_columns(prepared.features)
    points, weights = canonical_points(prepared), prepared.weights
    largest = max(choice.max_k, LARGEST_SUGGESTED) if choice.max_k >= FREE_RANGE else choice.max_k
    part = PartOfProgress(progress, 0.0, 0.7)
    found = best_centres(points, weights, min(largest, n_distinct), choice.seed, progress=part)
    progress.report(0.7, "scanning")
    centres = [measured.centres for measured in found[1:]]
    silhouettes = silhouettes_of_centres(points, weights, centres, progress=progress)
    back = np.argsort(columns)
    scores = tuple(
        _score(measured, silhouette, found[0], back, choice)
        for measured, silhouette in zip(found, (None, *silhouettes), strict=True)
    )
    progress.report(0.8, "suggesting")
    part = PartOfProgress(progress, 0.8, 1.0)
    suggestion = suggest_k(prepared, scores, choice.seed, progress=part)
    return KScan(scores[: max(choice.max_k, suggestion.k or suggestion.useful_k)], suggestion)


def _score(
    measured: Measured,
    silhouette: Silhouette | None,
    whole: Measured,
    back: IntArray,
    choice: ScanChoice,
) -> KScore:
    k, n_customers = len(measured.centres), float(whole.sizes[0])
    order = np.lexsort((*measured.centres.T[::-1], -measured.sizes))
    ordered = tuple(int(size) for size in measured.sizes[order])
    return KScore(
        k,
        measured.inertia,
        silhouette.mean if silhouette else None,
        silhouette.n_customers if silhouette else round(n_customers),
        calinski_harabasz(measured.inertia, whole.inertia, k, n_customers),
        measured.centres[order][:, back],
        ordered,
        reason_against(ordered, choice),
    )


def calinski_harabasz(inertia: float, total: float, k: int, n_customers: float) -> float | None:
    """Give the variance ratio of Calinski & Harabasz (1974); ``None`` where it is not defined.

    ``total`` is the inertia of one segment.

    >>> calinski_harabasz(inertia=10.0, total=40.0, k=2, n_customers=12)
    30.0
    """
    if k == 1 or k >= n_customers or inertia <= 0:
        return None
    return (total - inertia) / (k - 1) / (inertia / (n_customers - k))


def reason_against(sizes: tuple[int, ...], choice: ScanChoice) -> str | None:
    """Give why segments of these ``sizes``, largest first, do not suit their purpose, if they do not.

    >>> reason_against((40, 8), ScanChoice(min_size=10))
    'list_too_small'
    """
    if choice.max_lists is not None and len(sizes) > choice.max_lists:
        return "too_many_lists"
    if choice.min_size is not None and sizes[-1] < choice.min_size:
        return "list_too_small"
    return None
