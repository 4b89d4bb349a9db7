"""The whole analysis with silhouettes (P4), and silhouettes alone (P5)."""

import tracemalloc
from collections.abc import Iterator
from contextlib import nullcontext
from importlib.util import find_spec

import numpy as np
from elbow import faster_threads, merged
from heavy import heavy_tailed
from measuring import Row, in_pairs, seconds
from sklearn.cluster import KMeans
from sklearn.metrics import silhouette_samples, silhouette_score
from threadpoolctl import threadpool_limits

from desktop_app.core.segmenting.kmeans import best_centres
from desktop_app.core.segmenting.silhouette import exact_silhouette, silhouettes_of_centres

KS = range(2, 9)
ORANGE_SAMPLE = 5_000  # its k-Means widget scores at most so many rows
MOST_BYTES = 60_000_000


def rows(n_pairs: int | None) -> Iterator[Row]:
    yield _whole_analysis(100_000, 8, n_pairs or 3)
    yield _exact(10_000, 8, n_pairs or 5)
    yield _sampled(1_000_000, 8, n_pairs or 5)


def _whole_analysis(n: int, d: int, n_pairs: int) -> Row:
    points = heavy_tailed(n, d, seed=n + d)
    limit = faster_threads(points)
    distinct, weights = merged(points)
    ours: list[float] = []
    peers: list[float] = []

    def analyse() -> None:
        found = best_centres(distinct, weights, KS[-1])
        silhouettes_of_centres(distinct, weights, [f.centres for f in found[1:]])
        ours.append(found[-1].inertia)

    def as_orange() -> None:
        drawn = np.random.default_rng(0).choice(n, ORANGE_SAMPLE, replace=False)
        with threadpool_limits(limit) if limit else nullcontext():
            for k in KS:
                fit = KMeans(k, n_init=10, max_iter=300, random_state=0).fit(points)
                silhouette_samples(points[drawn], fit.labels_[drawn])
        peers.append(fit.inertia_)

    medians = in_pairs(lambda: seconds(analyse), lambda: seconds(as_orange), n_pairs)
    above = (ours[0] / min(peers) - 1) * 100
    peer = "Orange" if find_spec("Orange") else "no Orange here: the same calls as its widget"
    return Row(f"P4 {n:,} x {d}, k = 2-8", *medians, f"inertia {above:+.3f} % to the peer; {peer}")


def _exact(n: int, d: int, n_pairs: int) -> Row:
    points, labels = _labelled(n, d)
    values = [0.0, 0.0]

    def ours() -> None:
        values[0] = exact_silhouette(points, np.ones(n), labels).mean

    def peer() -> None:
        values[1] = silhouette_score(points, labels)

    medians = in_pairs(lambda: seconds(ours), lambda: seconds(peer), n_pairs)
    tracemalloc.start()
    ours()
    extra = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    check = f"differ by {abs(values[0] - values[1]):.1e}, {extra / 1e6:.0f} MB extra"
    return Row(f"P5 exact, {n:,} x {d}, seconds", *medians, check)


def _sampled(n: int, d: int, n_pairs: int) -> Row:
    points = heavy_tailed(n, d, seed=n + d)
    distinct, weights = merged(points)
    centres = best_centres(distinct, weights, 4)[-1].centres
    took = [
        seconds(lambda: silhouettes_of_centres(distinct, weights, [centres]))
        for _ in range(n_pairs)
    ]
    (ours,) = silhouettes_of_centres(distinct, weights, [centres])
    some = np.random.default_rng(1).choice(len(distinct), 20_000, replace=False)
    distances = np.square(distinct[some][:, None] - centres).sum(axis=2)
    labels = distances.argmin(axis=1)
    reference = exact_silhouette(distinct[some], weights[some], labels).mean
    check = f"from the exact one of other 20,000 by {abs(ours.mean - reference):.4f}"
    return Row(f"P5 sampled, {n:,} x {d}, seconds", float(np.median(took)), None, check)


def _labelled(n: int, d: int) -> tuple[np.ndarray, np.ndarray]:
    points = heavy_tailed(n, d, seed=n + d)
    return points, KMeans(4, n_init=1, random_state=0).fit(points).labels_.astype(np.int64)
