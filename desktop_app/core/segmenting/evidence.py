"""What speaks for every number of segments: does it come back, does it beat lists without groups.

The copies without groups have the list's own columns and correlations (``group_free``).
"""

from collections.abc import Iterator

import numpy as np

from desktop_app.core.progress import NO_PROGRESS, PartOfProgress, Progress
from desktop_app.core.segmenting.assigning import nearest
from desktop_app.core.segmenting.group_free import group_free_copy
from desktop_app.core.segmenting.kmeans import few_starts
from desktop_app.core.segmenting.redrawing import Redrawing, Segmented, rand_of, redraw
from desktop_app.core.segmenting.results import FloatArray, KScan, Prepared
from desktop_app.core.segmenting.silhouette import even_sample, mean_silhouettes
from desktop_app.core.segmenting.spreading import spread_sample
from desktop_app.core.segmenting.threads import several_threads
from desktop_app.core.segmenting.trusted import Evidence, KEvidence
from desktop_app.core.segmenting.units import canonical_columns

N_COPIES = 19  # the fewest that can say "one in twenty"
MOST_COPIED = 1_000  # customers
MOST_REDRAWN = 20_000  # customers of whom fewer are drawn each time
N_STARTS = 8
COPIES_UNTIL = 0.4  # of the progress


def find_evidence(
    prepared: Prepared,
    scan: KScan,
    redrawing: Redrawing,
    *,
    progress: Progress = NO_PROGRESS,
) -> Evidence:
    """Give what speaks for each k of ``scan``, from fewer re-draws than one segmentation gets.

    The copies stand for ``MOST_COPIED`` customers at most. Identical input gives identical output,
    whatever the order of rows and columns.
    """
    progress.report(0.0, "comparing")
    part = PartOfProgress(progress, 0.0, COPIES_UNTIL)
    bands, shares = _beside_copies(prepared, scan.ks, redrawing.seed, part)
    by_k, width = [], (1.0 - COPIES_UNTIL) / len(scan.ks)
    for number, found in enumerate(_segmented(prepared, scan)):
        start = COPIES_UNTIL + number * width
        part = PartOfProgress(progress, start, start + width)
        rand, lowest = _coming_back(found, redrawing, part)
        by_k.append(KEvidence(found.k, rand, lowest, shares[number], bands[number]))
    return Evidence(tuple(by_k), redrawing.n_redraws, N_COPIES)


def _segmented(prepared: Prepared, scan: KScan) -> Iterator[Segmented]:
    """Give the customers, an even sample of a long list, in the segments of each k."""
    columns = canonical_columns(prepared.features)
    points, weights = prepared.points, prepared.weights
    if len(points) > MOST_REDRAWN:
        drawn, weights = even_sample(weights, MOST_REDRAWN)
        points = points[drawn]
    places = np.ascontiguousarray(points[:, columns].T)
    for score in scan.scores:
        centres = score.centres[:, columns]
        yield Segmented(points, columns, weights, nearest(places, centres)[0], centres)


def _coming_back(
    found: Segmented, redrawing: Redrawing, progress: Progress
) -> tuple[float | None, float | None]:
    """Give ``rand`` and ``lowest_jaccard`` of ``KEvidence``."""
    if found.k == 1:
        return None, None
    redrawn = redraw(found, redrawing, progress=progress)
    lowest = float(redrawn.jaccards.mean(axis=0).min())
    return rand_of(found, redrawn, progress=progress), lowest


def _beside_copies(
    prepared: Prepared, ks: tuple[int, ...], seed: int, progress: Progress
) -> tuple[list[tuple[float, float, float]], list[float | None]]:
    """Give per k the ``band`` and ``copies_p`` of ``KEvidence``."""
    points = spread_sample(prepared, MOST_COPIED, np.random.default_rng(seed)).points

    def measured(number: int) -> tuple[FloatArray, FloatArray]:
        """Measure the list itself (0) or one of its copies."""
        if number == 0:
            return _measured(points, ks, seed, progress)
        copy = group_free_copy(points, np.random.default_rng((seed, number)))
        return _measured(copy, ks, seed, progress)

    results = []
    with several_threads() as spread:
        for number, result in enumerate(spread(measured, range(N_COPIES + 1)), start=1):
            progress.report(number / (N_COPIES + 1), "comparing")
            results.append(result)
    (_, own), *copies = results
    inertia = np.stack([shares for shares, _ in copies])
    silhouettes = np.stack([values for _, values in copies])
    lowest, middle, highest = np.quantile(inertia, (0.0, 0.5, 1.0), axis=0).tolist()
    bands = list(zip(lowest, middle, highest, strict=True))
    as_high = (silhouettes >= own).mean(axis=0).tolist()
    return bands, [None if k == 1 else share for k, share in zip(ks, as_high, strict=True)]


def _measured(
    points: FloatArray, ks: tuple[int, ...], seed: int, progress: Progress
) -> tuple[FloatArray, FloatArray]:
    """Give per k the inertia as a share of that of one segment, never rising, and the silhouette."""
    weights = np.ones(len(points))
    whole = float(np.square(points - points.mean(axis=0)).sum())
    shares, labellings = [1.0], []
    for k in ks[1:]:
        progress.checkpoint()
        settled = few_starts(points, weights, k, N_STARTS, seed, progress=progress)
        shares.append(min(shares[-1], settled.inertia / whole))
        labellings.append(settled.labels)
    means = [own.mean for own in mean_silhouettes(points, weights, labellings, progress=progress)]
    return np.array(shares), np.array([-1.0, *means])
