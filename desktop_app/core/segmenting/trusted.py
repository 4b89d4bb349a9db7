"""How far segments can be believed: the frozen results of two questions, and their verdicts.

Do they *come back* when the customers are drawn anew, and do they *stand apart* from each other?
"""

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.core.segmenting.results import FloatArray, IntArray

ALWAYS, MOSTLY, ONLY_PARTLY = 0.85, 0.75, 0.6  # mean Jaccard (Hennig 2007)
LEAST_SURE = 0.7  # share of re-draws; below, a customer is between two segments


class ComesBack(StrEnum):
    """How reliably a segment is found again (Hennig 2007): Jaccard from .85, .75, .6, below."""

    ALWAYS = "always"
    MOSTLY = "mostly"
    ONLY_PARTLY = "only_partly"
    DO_NOT_RELY = "do_not_rely"


def band_of(jaccard: float) -> ComesBack:
    """Give what a mean Jaccard means.

    >>> band_of(0.85).value, band_of(0.64).value
    ('always', 'only_partly')
    """
    bands = (
        (ALWAYS, ComesBack.ALWAYS),
        (MOSTLY, ComesBack.MOSTLY),
        (ONLY_PARTLY, ComesBack.ONLY_PARTLY),
    )
    return next((band for least, band in bands if jaccard >= least), ComesBack.DO_NOT_RELY)


class StandsApart(StrEnum):
    """How clearly the customers thin out between a segment and its nearest neighbour."""

    CLEARLY = "clearly"
    FAIRLY = "fairly"
    HARDLY = "hardly"


class Verdict(StrEnum):
    """What segments are: apart and coming back; coming back only; not coming back."""

    NATURAL = "natural"
    REPEATABLE_CUT = "repeatable_cut"
    UNRELIABLE = "unreliable"


@dataclass(frozen=True, slots=True)
class SegmentTrust:
    """One segment: ``jaccard`` in [0, 1], the mean over the re-draws of its best match.

    ``valley``: the lowest density between it and its nearest neighbour ``neighbour`` (-1 = none), as
    a share of the lower peak, 0 = a gap, 1 = none. From k on ``neighbour`` is one that was set aside.
    """

    jaccard: float
    comes_back: ComesBack
    valley: float
    neighbour: int
    stands_apart: StandsApart
    verdict: Verdict


@dataclass(frozen=True, slots=True, eq=False)
class Trust:
    """A segmentation of n customers into k segments, re-drawn ``n_redraws`` times.

    ``rand``: the mean adjusted Rand index between pairs of re-draws, for the whole. ``sure``: (n,)
    share of re-draws in which a customer lands in the same segment, NaN = left out; ``elsewhere``:
    (n,) the segment in which they land most often otherwise, -1 = none, or only one that was set
    aside.
    """

    segments: tuple[SegmentTrust, ...]
    rand: float
    verdict: Verdict
    n_redraws: int
    sure: FloatArray
    elsewhere: IntArray


@dataclass(frozen=True, slots=True)
class KEvidence:
    """What speaks for one k: ``rand`` as in ``Trust`` over fewer re-draws; ``None`` for k = 1.

    ``lowest_jaccard``: of its segment that comes back least. ``copies_p``: the share of group-free
    copies whose silhouette at this k is at least as high. ``band``: inertia at k of the group-free
    copies as shares of their inertia at k = 1: lowest, middle, highest.
    """

    k: int
    rand: float | None
    lowest_jaccard: float | None
    copies_p: float | None
    band: tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One entry per k of the scan; ``n_redraws`` and ``n_copies`` say on how many draws it rests."""

    by_k: tuple[KEvidence, ...]
    n_redraws: int
    n_copies: int

    def of(self, k: int) -> KEvidence:
        """Give the evidence for ``k``, which must be there."""
        return next(entry for entry in self.by_k if entry.k == k)
