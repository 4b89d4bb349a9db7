"""Two directions that show most of the differences between customers when there are many features.

The directions are the first two principal components (Pearson 1901) of the prepared points.
"""

from dataclasses import dataclass

import numpy as np

from desktop_app.core.segmenting.results import FloatArray, Prepared

TELLING = 0.4
"""A feature belongs to the name of a direction when its loading is at least this large."""


@dataclass(frozen=True, slots=True, eq=False)
class Overview:
    """``positions``: (m, 2) place of each used customer. ``centre``: (d,) and ``loadings``: (d, 2).

    ``leading``: per direction the features that make most of it, with +1 or -1 as the side on which
    they are high. ``kept``: share of all variance that the two directions hold, 0 to 1.
    """

    positions: FloatArray
    centre: FloatArray
    loadings: FloatArray
    leading: tuple[tuple[tuple[str, int], ...], ...]
    kept: float

    def place(self, points: FloatArray) -> FloatArray:
        """Give the positions (k, 2) of prepared ``points`` (k, d)."""
        return (points - self.centre) @ self.loadings


def overview(prepared: Prepared) -> Overview:
    """Give the two directions of most variance; the strongest loading of each points up.

    >>> points = np.array([[0.0, 0.0], [1.0, 0.1], [2.0, 0.0]])
    >>> ones, three = np.ones(3), np.arange(3)
    >>> from desktop_app.core.segmenting.results import FeaturePreparation, Scale
    >>> names = [FeaturePreparation(n, Scale.NONE, False, 0.0, 1.0) for n in ("a", "b")]
    >>> overview(Prepared(points, ones, three, three, 3, tuple(names))).leading[0]
    (('a', 1),)
    """
    weights = prepared.weights / prepared.weights.sum()
    centre = weights @ prepared.points
    centred = prepared.points - centre
    covariance = (centred * weights[:, None]).T @ centred
    variances, vectors = np.linalg.eigh(covariance)
    loadings = vectors[:, ::-1][:, :2]
    strongest = np.abs(loadings).argmax(axis=0)
    loadings = loadings * np.sign(loadings[strongest, [0, 1]])
    leading = tuple(_leading(prepared.names, loadings[:, j]) for j in (0, 1))
    kept = float(variances[::-1][:2].sum() / variances.sum())
    positions = (centred @ loadings)[prepared.point_of_row]
    return Overview(positions, centre, loadings, leading, kept)


def _leading(names: tuple[str, ...], loadings: FloatArray) -> tuple[tuple[str, int], ...]:
    order = np.argsort(-np.abs(loadings), kind="stable")[:2]
    return tuple(
        (names[i], 1 if loadings[i] > 0 else -1) for i in order if abs(loadings[i]) >= TELLING
    )
