"""Which number of segments the data itself suggests, if any.

The clearest candidate, by mean silhouette, that is real: the customers thin out between every two
of its segments, or it clearly beats the same k on copies of the list that have no groups. (The
copies keep each column's own values, so groups that show in a single column are in them, too.)
``scan_k`` gives the same candidates whatever range is shown.
"""

from collections.abc import Sequence

import numpy as np

from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.assigning import nearest
from desktop_app.core.segmenting.features import canonical_columns
from desktop_app.core.segmenting.group_free import group_free_copy
from desktop_app.core.segmenting.kmeans import few_starts
from desktop_app.core.segmenting.results import (
    FloatArray,
    KScore,
    Prepared,
    Suggestion,
)
from desktop_app.core.segmenting.silhouette import mean_silhouettes
from desktop_app.core.segmenting.spreading import spread_sample
from desktop_app.core.segmenting.valleys import are_apart

LARGEST_SUGGESTED = 10  # more groups than this are not believed without a closer look
LARGEST_USEFUL = 5  # a cut without natural groups stays small enough to be remembered
FEWEST_CUSTOMERS = 12
LEAST_STRUCTURE = 0.25  # silhouettes up to here show "no substantial structure" (Rousseeuw)
N_COPIES = 19
MARGIN = 0.02  # k was picked for its silhouette, the copies' k was not; this makes up for it
N_COMPARED = 1_000  # customers; half a second
N_STARTS = 8


def suggest_k(
    prepared: Prepared,
    scores: Sequence[KScore],
    seed: int = 0,
    *,
    progress: Progress = NO_PROGRESS,
) -> Suggestion:
    """Give the number of segments that stands out, or ``None`` and a number that can be used.

    ``scores`` are those of ``scan_k``. What the purpose rules out is neither suggested nor called
    useful; one segment is what is left in the end. The code is ``apart`` (details: ``silhouette``),
    ``clearest`` (``silhouette`` on at most ``N_COMPARED`` customers, ``copies``: the highest of the
    group-free copies, and ``best_k``), ``no_clear_groups`` (the same), ``nothing_allowed`` or
    ``too_few`` (``n_customers``).
    """
    allowed = [s for s in scores if 2 <= s.k <= LARGEST_SUGGESTED and s.ruled_out is None]
    useful_k = _useful(allowed)
    n_customers = float(prepared.weights.sum())
    if not allowed:
        return Suggestion(None, useful_k, "nothing_allowed")
    if n_customers < FEWEST_CUSTOMERS:
        return Suggestion(None, useful_k, "too_few", (("n_customers", n_customers),))
    rng = np.random.default_rng(seed)
    points = spread_sample(prepared, N_COMPARED, rng).points
    best, *_ = candidates = sorted(allowed, key=_clearness, reverse=True)
    apart = _clearest_apart(prepared, points, candidates, progress)
    if apart is best:
        return _apart(best)
    silhouette, copies = _compared(points, best.k, seed, rng, progress)
    details = (("silhouette", silhouette), ("copies", copies), ("best_k", float(best.k)))
    if silhouette > copies + MARGIN:
        return Suggestion(best.k, best.k, "clearest", details)
    return _apart(apart) if apart else Suggestion(None, useful_k, "no_clear_groups", details)


def _apart(score: KScore) -> Suggestion:
    return Suggestion(score.k, score.k, "apart", (("silhouette", _clearness(score)),))


def _clearness(score: KScore) -> float:
    return score.silhouette or 0.0


def _useful(allowed: Sequence[KScore]) -> int:
    few = [s for s in allowed if s.k <= LARGEST_USEFUL] or allowed
    return max(few, key=_clearness).k if few else 1


def _clearest_apart(
    prepared: Prepared, points: FloatArray, scores: Sequence[KScore], progress: Progress
) -> KScore | None:
    """Give the first of ``scores``, clearest first, between whose segments the customers thin out.

    Only columns of numbers are looked at: between two words there is always a gap.
    """
    columns = canonical_columns(prepared.features)
    is_number = [prepared.features[i].category is None for i in columns]
    if not any(is_number):
        return None
    for score in scores:
        progress.checkpoint()
        if _clearness(score) <= LEAST_STRUCTURE:
            return None
        labels, _ = nearest(np.ascontiguousarray(points.T), score.centres[:, columns])
        if are_apart(points[:, is_number], labels, score.k):
            return score
    return None


def _compared(
    points: FloatArray, k: int, seed: int, rng: np.random.Generator, progress: Progress
) -> tuple[float, float]:
    """Give the silhouette at ``k`` and the highest one among group-free copies."""
    own = _silhouette(points, k, seed, progress)
    highest = -1.0
    for turn in range(N_COPIES):
        progress.report(turn / N_COPIES, "suggesting")
        highest = max(highest, _silhouette(group_free_copy(points, rng), k, seed, progress))
    return own, highest


def _silhouette(points: FloatArray, k: int, seed: int, progress: Progress) -> float:
    weights = np.ones(len(points))
    labels = few_starts(points, weights, k, N_STARTS, seed, progress=progress).labels
    return mean_silhouettes(points, weights, [labels], progress=progress)[0].mean
