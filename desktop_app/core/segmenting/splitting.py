"""What one segment more does: how the customers of k segments spread over those of k + 1."""

from dataclasses import dataclass

import numpy as np

from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.assigning import nearest
from desktop_app.core.segmenting.results import FloatArray, IntArray, KScan, Prepared
from desktop_app.core.segmenting.threads import several_threads
from desktop_app.core.segmenting.units import canonical_columns, canonical_points


@dataclass(frozen=True, slots=True, eq=False)
class Split:
    """``counts``: (k, k + 1) customers by their segment of k and of k + 1, both largest first."""

    counts: IntArray

    @property
    def k(self) -> int:
        """The number of segments before."""
        return len(self.counts)

    @property
    def origin(self) -> IntArray:
        """(k + 1,) the segment of k from which most customers of each new one come."""
        return np.asarray(self.counts.argmax(axis=0), dtype=np.int64)

    @property
    def divided(self) -> int | None:
        """The segment of k that becomes two or more; ``None`` if the new ones come from all over.

        The largest part of each new segment tells where it comes from.
        """
        n_parts = np.bincount(self.origin, minlength=self.k)
        return int(n_parts.argmax()) if n_parts.max() > 1 else None


def one_more(prepared: Prepared, scan: KScan, k: int, *, progress: Progress = NO_PROGRESS) -> Split:
    """Give how the customers of ``k`` segments spread over ``k + 1``; both must be in the scan.

    >>> split = Split(np.array([[40, 0, 0], [0, 20, 15]]))
    >>> split.k, split.divided, split.origin.tolist()
    (2, 1, [0, 1, 1])
    """
    order = canonical_columns(prepared.features)
    columns = np.ascontiguousarray(canonical_points(prepared).T)
    labels = [_labels(columns, scan.score(n).centres[:, order], progress) for n in (k, k + 1)]
    counts = np.zeros((k, k + 1))
    np.add.at(counts, (labels[0], labels[1]), prepared.weights)
    return Split(np.rint(counts).astype(np.int64))


def _labels(columns: FloatArray, centres: FloatArray, progress: Progress) -> IntArray:
    with several_threads() as spread:
        return nearest(columns, centres, spread=spread, progress=progress)[0]
