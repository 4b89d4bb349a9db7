"""A picture of very many points: counts per cell, coloured by the segments that fall there."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from desktop_app.charts.scatter_view import ScatterView
    from desktop_app.charts.style import ChartStyle
    from desktop_app.charts.zooming import Limits
    from desktop_app.core.segmenting.results import FloatArray, IntArray

FADED = 0.28
FAINTEST = 0.35  # a single customer is still seen


def density_image(
    view: ScatterView,
    limits: Limits,
    shape: tuple[int, int],
    style: ChartStyle,
    *,
    chosen_segment: int | None = None,
    rows: IntArray | None = None,
) -> npt.NDArray[np.uint8]:
    """Give the customers within ``limits`` as an image, (rows, columns, 4) RGBA, lowest row first.

    ``limits``: low and high across, low and high up. A cell has the mean of the segments' fills
    weighted by their counts; its opacity grows with the logarithm of the count. With a chosen
    segment the others fade. With ``rows`` only these are counted.
    """
    if rows is None:
        counts = _counts_of_all(view, limits, shape)
    else:
        counts = segment_counts(view, limits, shape, rows)
    total = counts.sum(axis=0)
    shares = counts / np.maximum(total, 1.0)
    fills = np.array([_rgb(style.palette.fill(piece)) for piece in view.pieces])
    opacity = FAINTEST + (1.0 - FAINTEST) * np.log1p(total) / np.log1p(max(1.0, total.max()))
    if chosen_segment is not None:
        strengths = np.full(len(view.names), FADED)
        strengths[chosen_segment] = 1.0
        opacity *= strengths @ shares
    image = np.zeros((shape[0] * shape[1], 4), dtype=np.uint8)
    image[:, :3] = np.rint(shares.T @ fills)
    image[:, 3] = np.rint(255.0 * np.where(total > 0, opacity, 0.0))
    return image.reshape(*shape, 4)


@lru_cache(maxsize=1)
def _counts_of_all(view: ScatterView, limits: Limits, shape: tuple[int, int]) -> FloatArray:
    """Count everyone once for all pictures of one place: another chosen group changes no count."""
    return segment_counts(view, limits, shape)


def segment_counts(
    view: ScatterView, limits: Limits, shape: tuple[int, int], rows: IntArray | None = None
) -> FloatArray:
    """Count customers, or those in ``rows``, per segment and cell: (k, height x width)."""
    x0, x1, y0, y1 = limits
    height, width = shape
    x, y, labels = view.x, view.y, view.labels
    if rows is not None:
        x, y, labels = x[rows], y[rows], labels[rows]
    across = (x - x0) * (width / (x1 - x0))
    up = (y - y0) * (height / (y1 - y0))
    is_inside = (across >= 0) & (across < width) & (up >= 0) & (up < height) & (labels >= 0)
    if not is_inside.all():
        across, up, labels = across[is_inside], up[is_inside], labels[is_inside]
    cells = up.astype(np.int32)
    cells *= width
    cells += across.astype(np.int32)
    n_cells, k = height * width, len(view.names)
    counts = np.bincount(labels * n_cells + cells, minlength=k * n_cells)
    return counts.reshape(k, n_cells).astype(np.float64)


def _rgb(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return red, green, blue
