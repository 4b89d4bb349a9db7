"""The part of a picture that is looked at: nearer, farther and to the side, never beyond the whole."""

from __future__ import annotations

Limits = tuple[float, float, float, float]
"""Low and high across, low and high up."""

NEAREST = 1e-4  # of the whole along each axis; nearer in, numbers of floating point become steps


def zoomed(limits: Limits, whole: Limits, about: tuple[float, float], factor: float) -> Limits:
    """Give ``limits`` grown by ``factor``; the point at the shares ``about`` of them stays in place.

    >>> zoomed((0.0, 8.0, 0.0, 8.0), (0.0, 8.0, 0.0, 8.0), (0.5, 0.0), 0.5)
    (2.0, 6.0, 0.0, 4.0)
    """
    across = _scaled(limits[:2], whole[:2], about[0], factor)
    up = _scaled(limits[2:], whole[2:], about[1], factor)
    return (*across, *up)


def shifted(limits: Limits, whole: Limits, by: tuple[float, float]) -> Limits:
    """Give ``limits`` moved by the shares ``by`` of their width and height.

    >>> shifted((2.0, 6.0, 0.0, 4.0), (0.0, 8.0, 0.0, 8.0), (0.25, -1.0))
    (3.0, 7.0, 0.0, 4.0)
    """
    x0, x1, y0, y1 = limits
    across, up = by[0] * (x1 - x0), by[1] * (y1 - y0)
    return (
        *_inside((x0 + across, x1 + across), whole[:2]),
        *_inside((y0 + up, y1 + up), whole[2:]),
    )


def place_at(limits: Limits, share: tuple[float, float]) -> tuple[float, float]:
    """Give the place on the scales at a share of the width and the height of ``limits``."""
    x0, x1, y0, y1 = limits
    return x0 + share[0] * (x1 - x0), y0 + share[1] * (y1 - y0)


def _scaled(
    ends: tuple[float, float], whole: tuple[float, float], about: float, factor: float
) -> tuple[float, float]:
    span, most = ends[1] - ends[0], whole[1] - whole[0]
    new = min(most, max(NEAREST * most, span * factor))
    low = ends[0] + about * (span - new)
    return _inside((low, low + new), whole)


def _inside(ends: tuple[float, float], whole: tuple[float, float]) -> tuple[float, float]:
    low, high = ends
    if high - low >= whole[1] - whole[0]:
        return whole
    back = max(0.0, whole[0] - low) - max(0.0, high - whole[1])
    return low + back, high + back
