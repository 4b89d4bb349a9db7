"""Which number of segments the data itself suggests, if any.

The number of groups that can be seen in the columns of numbers (``seen_groups``), however many
segments k-means was asked for: the same whatever range is scanned. Between two words there is always
a gap; where only words were chosen, the clearest number by mean silhouette is suggested if it is
clearer than in copies of the list that have no groups.
"""

from collections.abc import Sequence

import numpy as np

from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.agreement import adjusted_rand, in_both
from desktop_app.core.segmenting.assigning import nearest
from desktop_app.core.segmenting.counting_once import once_measure
from desktop_app.core.segmenting.group_free import group_free_copy
from desktop_app.core.segmenting.kmeans import few_starts
from desktop_app.core.segmenting.looking import look_for_groups
from desktop_app.core.segmenting.results import (
    FloatArray,
    IntArray,
    KScore,
    Prepared,
    Suggestion,
)
from desktop_app.core.segmenting.silhouette import mean_silhouettes
from desktop_app.core.segmenting.spreading import SpreadCustomers, spread_sample
from desktop_app.core.segmenting.units import canonical_columns

LARGEST_SUGGESTED = 10  # more groups than this are not believed without a closer look
LARGEST_USEFUL = 5  # a cut without natural groups stays small enough to be remembered
FEWEST_CUSTOMERS = 12
N_COPIES = 19
MARGIN = 0.02  # k was picked for its silhouette, the copies' k was not; this makes up for it
N_COMPARED = 1_000  # customers; half a second
N_STARTS = 8
SAME = 0.8  # adjusted Rand index from which segments are as good as the groups that are there


def suggest_k(
    prepared: Prepared,
    scores: Sequence[KScore],
    seed: int = 0,
    *,
    progress: Progress = NO_PROGRESS,
) -> Suggestion:
    """Give the number of groups that are there, or ``None`` and a number that can be used.

    ``scores`` are those of ``scan_k``. What the purpose rules out is neither suggested nor called
    useful; one segment is what is left in the end. The code is ``apart`` (details: ``n_groups``
    seen, ``agreement`` of the segments with them), ``nearest_allowed`` (``n_groups``; as many are
    not allowed), ``clearest`` (``silhouette`` on at most ``N_COMPARED`` customers, ``copies``: the
    highest of the group-free copies, and ``best_k``), ``no_clear_groups``, ``nothing_allowed`` or
    ``too_few`` (``n_customers``).
    """
    allowed = [s for s in scores if 2 <= s.k <= LARGEST_SUGGESTED and s.ruled_out is None]
    useful_k = _useful(allowed)
    n_customers = float(prepared.weights.sum())
    if not allowed:
        return Suggestion(None, useful_k, "nothing_allowed")
    if n_customers < FEWEST_CUSTOMERS:
        return Suggestion(None, useful_k, "too_few", (("n_customers", n_customers),))
    is_number = np.array([f.category is None for f in prepared.features])
    if not is_number.any():
        return _of_words(prepared, allowed, useful_k, seed, progress)
    sample, groups = look_for_groups(prepared, seed, progress=progress)
    n_groups = int(groups.max()) + 1
    details: tuple[tuple[str, float], ...] = (("n_groups", float(n_groups)),)
    if n_groups == 1:
        return Suggestion(None, useful_k, "no_clear_groups", details)
    closest = min(allowed, key=lambda s: (abs(s.k - n_groups), -_clearness(s)))
    if closest.k != n_groups:
        return Suggestion(closest.k, closest.k, "nearest_allowed", details)
    columns = canonical_columns(prepared.features)
    points = np.ascontiguousarray(prepared.points[sample.place][:, columns].T)
    own = _agreement(nearest(points, closest.centres[:, columns])[0], groups)
    cuts_across = own < SAME
    return Suggestion(
        closest.k,
        closest.k,
        "apart",
        (*details, ("agreement", own)),
        cuts_across,
        once_helps=cuts_across and _once_helps(prepared, sample, groups, seed, progress),
    )


def _once_helps(
    prepared: Prepared, sample: SpreadCustomers, groups: IntArray, seed: int, progress: Progress
) -> bool:
    """Say whether k-means finds ``groups`` once features that move together count once."""
    if prepared.features[0].mix or not sample.is_number.all():
        return False
    points = sample.single @ once_measure(prepared, sample, groups).T
    weights = np.ones(len(points))
    k = int(groups.max()) + 1
    labels = few_starts(points, weights, k, N_STARTS, seed, progress=progress).labels
    return _agreement(labels, groups) >= SAME


def _agreement(labels: IntArray, groups: IntArray) -> float:
    """Give the adjusted Rand index between segments and as many ``groups``."""
    k = int(groups.max()) + 1
    return float(adjusted_rand(in_both(labels, groups, k, np.ones(len(labels)))))


def _clearness(score: KScore) -> float:
    return score.silhouette or 0.0


def _useful(allowed: Sequence[KScore]) -> int:
    few = [s for s in allowed if s.k <= LARGEST_USEFUL] or allowed
    return max(few, key=_clearness).k if few else 1


def _of_words(
    prepared: Prepared,
    allowed: Sequence[KScore],
    useful_k: int,
    seed: int,
    progress: Progress,
) -> Suggestion:
    """Suggest the clearest number if group-free copies are not as clear."""
    rng = np.random.default_rng(seed)
    points = spread_sample(prepared, N_COMPARED, rng).points
    k = max(allowed, key=_clearness).k
    own, highest = _silhouette(points, k, seed, progress), -1.0
    for turn in range(N_COPIES):
        progress.report(turn / N_COPIES, "suggesting")
        highest = max(highest, _silhouette(group_free_copy(points, rng), k, seed, progress))
    details = (("silhouette", own), ("copies", highest), ("best_k", float(k)))
    if own > highest + MARGIN:
        return Suggestion(k, k, "clearest", details)
    return Suggestion(None, useful_k, "no_clear_groups", details)


def _silhouette(points: FloatArray, k: int, seed: int, progress: Progress) -> float:
    weights = np.ones(len(points))
    labels = few_starts(points, weights, k, N_STARTS, seed, progress=progress).labels
    return mean_silhouettes(points, weights, [labels], progress=progress)[0].mean
