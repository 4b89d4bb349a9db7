"""Which number of segments the data itself suggests, if any.

The candidate with the highest mean silhouette must clearly beat the same k on copies of the list
that have no groups. It is looked for among the same candidates whatever range is shown.
"""

from collections.abc import Sequence

import numpy as np

from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.features import canonical_columns, scaled, to_units
from desktop_app.core.segmenting.group_free import group_free_copy, spread_whole_numbers
from desktop_app.core.segmenting.kmeans import few_starts
from desktop_app.core.segmenting.results import (
    FloatArray,
    KScore,
    Prepared,
    Suggestion,
)
from desktop_app.core.segmenting.silhouette import even_sample, mean_silhouettes

LARGEST_SUGGESTED = 10  # more groups than this are not believed without a closer look
LARGEST_USEFUL = 4  # a cut without natural groups stays small enough to be remembered
FEWEST_CUSTOMERS = 12
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

    ``scores`` are those of ``scan_k``. The code is ``clearest`` (details: ``silhouette`` on at
    most ``N_COMPARED`` customers, ``copies``: the highest of the group-free copies),
    ``no_clear_groups`` (the same, and ``best_k``) or ``too_few`` (``n_customers``).
    """
    useful_k = _useful(scores)
    n_customers = float(prepared.weights.sum())
    if n_customers < FEWEST_CUSTOMERS:
        return Suggestion(None, useful_k, "too_few", (("n_customers", n_customers),))
    best = _clearest(scores)
    if best is None:
        return Suggestion(None, useful_k, "no_clear_groups")
    silhouette, copies = _compared(prepared, best.k, seed, progress)
    details = (("silhouette", silhouette), ("copies", copies), ("best_k", float(best.k)))
    if silhouette <= copies + MARGIN:
        return Suggestion(None, useful_k, "no_clear_groups", details)
    return Suggestion(best.k, best.k, "clearest", details)


def _clearest(scores: Sequence[KScore]) -> KScore | None:
    candidates = [s for s in scores if 2 <= s.k <= LARGEST_SUGGESTED and s.ruled_out is None]
    return max(candidates, key=lambda s: s.silhouette or 0.0, default=None)


def _useful(scores: Sequence[KScore]) -> int:
    allowed = [s.k for s in scores if 2 <= s.k <= LARGEST_USEFUL and s.ruled_out is None]
    return max(allowed, default=min(2, len(scores)))


def _compared(prepared: Prepared, k: int, seed: int, progress: Progress) -> tuple[float, float]:
    """Give the silhouette at ``k`` and the highest one among group-free copies."""
    rng = np.random.default_rng((seed, k))
    points = _spread_sample(prepared, rng)
    own = _silhouette(points, k, seed, progress)
    highest = -1.0
    for turn in range(N_COPIES):
        progress.report(turn / N_COPIES, "suggesting")
        highest = max(highest, _silhouette(group_free_copy(points, rng), k, seed, progress))
    return own, highest


def _spread_sample(prepared: Prepared, rng: np.random.Generator) -> FloatArray:
    """Give up to ``N_COMPARED`` customers as points, whole numbers spread over their cells."""
    columns = canonical_columns(prepared.features)
    features = [prepared.features[i] for i in columns]
    n_compared = min(N_COMPARED, int(prepared.weights.sum()))
    drawn, weights = even_sample(prepared.weights, n_compared)
    points = np.repeat(prepared.points[drawn], weights.astype(np.int64), axis=0)[:, columns]
    is_word = np.array([f.category is not None for f in features])
    # In random order, so that equal values are no longer sorted by the other columns.
    values = to_units(features, rng.permutation(points))
    values = np.where(is_word, values, spread_whole_numbers(values, rng))
    return np.column_stack([scaled(v, f) for v, f in zip(values.T, features, strict=True)])


def _silhouette(points: FloatArray, k: int, seed: int, progress: Progress) -> float:
    weights = np.ones(len(points))
    labels = few_starts(points, weights, k, N_STARTS, seed, progress=progress).labels
    return mean_silhouettes(points, weights, [labels], progress=progress)[0].mean
