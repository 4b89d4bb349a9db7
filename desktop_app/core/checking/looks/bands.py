"""Numbers in bands that can be read aloud: ages by tens of years, money between round amounts."""

from dataclasses import dataclass

import numpy as np

from desktop_app.core.checking.checked import FloatArray
from desktop_app.core.checking.columns import Column, Kind
from desktop_app.core.checking.headers.topics import Topic
from desktop_app.core.checking.headers.vocabulary import speaks_of
from desktop_app.core.checking.looks.round_edges import band_edges

AGE_EDGES = (20.0, 30.0, 40.0, 50.0, 60.0, 70.0)
OLDEST = 130.0  # years; larger numbers are no ages
FEWEST_BANDS, MOST_BANDS = 4, 7
_ENOUGH_VALUES = 12  # different ones; fewer have a bar each
_SAMPLE = 20_000  # rows that decide where bands begin; all are counted
_SHARE_OF_AGES = 0.9


@dataclass(frozen=True, slots=True)
class Bands:
    """How many values lie below ``edges[0]``, from each edge up to the next, and from the last on.

    ``counts`` is one longer than ``edges``; a band holds its lower edge. ``are_whole``: no value and
    no edge has decimals, so that the band from 20 up to 30 ends with 29.
    """

    edges: tuple[float, ...]
    counts: tuple[int, ...]
    are_whole: bool = False

    @property
    def n(self) -> int:
        """All known values."""
        return sum(self.counts)


def bands_of(values: FloatArray, column: Column) -> Bands | None:
    """Part the ``values`` of a number column, (n,) with NaN for none, into four to seven bands.

    Ages go by tens of years, other numbers by round edges that part them most evenly. ``None``
    where a few different values need no bands.

    >>> from desktop_app.core.checking.columns import Role
    >>> age = Column("Age", Kind.NUMBER, Role.FEATURE)
    >>> bands_of(np.arange(18.0, 58.0), age)
    Bands(edges=(20.0, 30.0, 40.0, 50.0), counts=(2, 10, 10, 10, 8), are_whole=True)
    """
    known = values[~np.isnan(values)]
    if column.kind is not Kind.NUMBER or len(np.unique(_sample(known))) < _ENOUGH_VALUES:
        return None
    edges: FloatArray | None
    edges = np.array(AGE_EDGES) if _are_ages(known, column) else None
    if edges is None:
        edges = band_edges(_sample(known), FEWEST_BANDS, MOST_BANDS)
    if edges is None:
        return None
    counts = np.bincount(np.searchsorted(edges, known, side="right"), minlength=len(edges) + 1)
    are_whole = all(bool((values == np.floor(values)).all()) for values in (known, edges))
    return _without_empty_ends(Bands(tuple(edges.tolist()), tuple(counts.tolist()), are_whole))


def _sample(known: FloatArray) -> FloatArray:
    return known[:: max(1, len(known) // _SAMPLE)]


def _are_ages(known: FloatArray, column: Column) -> bool:
    if not speaks_of(column.name, Topic.AGE):
        return False
    is_age = (known >= 0) & (known <= OLDEST)
    return bool(is_age.mean() >= _SHARE_OF_AGES)


def _without_empty_ends(bands: Bands) -> Bands:
    edges, counts = list(bands.edges), list(bands.counts)
    while len(edges) > 1 and counts[0] == 0:
        edges, counts = edges[1:], counts[1:]
    while len(edges) > 1 and counts[-1] == 0:
        edges, counts = edges[:-1], counts[:-1]
    return Bands(tuple(edges), tuple(counts), bands.are_whole)
