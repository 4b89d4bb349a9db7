"""The frozen results that pass along the segmenting house.

Lengths: n customers in the table, m of them used, u distinct prepared rows, d features, k segments.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from desktop_app.core.customers.classic.views import ClassicKind
from desktop_app.core.segmenting.choices import Change, EmptyRule, Rearrangement, Scale

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]
Values = TypeVar("Values", IntArray, FloatArray)


@dataclass(frozen=True, slots=True)
class FeaturePreparation:
    """How one feature was prepared: ``(log1p(value) if log else value) - centre) / spread * weight``.

    ``n_filled`` empty values were replaced by ``fill`` (the median, in the file's units). For a
    column of words, ``column`` is its name (else ``""``: the feature is the column itself), value
    is 1 where the word is ``category`` and 0 elsewhere; ``fill`` is then the share of 1. ``weight``
    says how much the column counts beside the others. ``mix``: empty, or how much of each feature,
    prepared like this and in canonical order, its column of the points is made of (``units.mixed``).
    """

    name: str
    scale: Scale
    is_logged: bool
    centre: float
    spread: float
    n_filled: int = 0
    fill: float = float("nan")
    column: str = ""
    category: str | None = None
    weight: float = 1.0
    mix: tuple[float, ...] = ()

    @property
    def source(self) -> str:
        """The name of the column that the feature is made of."""
        return self.column or self.name


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """The customers as points.

    ``points``: (u, d) float64, distinct, in canonical (sorted) order, column by column in memory.
    ``weights``: (u,) float64, how many customers share the point. ``point_of_row``: (m,) index into
    ``points``. ``rows``: (m,) positions in the customer table, ascending. All read-only.
    """

    points: FloatArray
    weights: FloatArray
    point_of_row: IntArray
    rows: IntArray
    n_customers: int
    features: tuple[FeaturePreparation, ...]
    empty: EmptyRule = EmptyRule.LEAVE_OUT

    @property
    def n_left_out(self) -> int:
        """How many customers form no segments: a feature is empty, or the user left them out."""
        return self.n_customers - len(self.rows)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the features, in column order of ``points``."""
        return tuple(f.name for f in self.features)

    @property
    def word_columns(self) -> tuple[str, ...]:
        """The columns of words among the features."""
        return tuple(dict.fromkeys(f.column for f in self.features if f.category is not None))


@dataclass(frozen=True, slots=True, eq=False)
class KScore:
    """One candidate k: ``inertia`` in squared prepared units over all used customers.

    ``silhouette`` in [-1, 1] over ``n_silhouette`` customers, ``None`` for k = 1; ``centres``:
    (k, d) prepared units; ``sizes``: (k,) customers, largest first; ``ruled_out``: ``None`` or the
    reason (``too_many_lists``, ``list_too_small``).
    """

    k: int
    inertia: float
    silhouette: float | None
    n_silhouette: int
    calinski_harabasz: float | None
    centres: FloatArray
    sizes: tuple[int, ...]
    ruled_out: str | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The recommended k, or ``None`` when no number of segments deserves it.

    ``useful_k`` can always be shown; 1 when the purpose allows no division. ``code`` words the
    reason: ``apart``, ``nearest_allowed``, ``clearest``, ``no_clear_groups``, ``nothing_allowed``,
    ``too_few``.
    ``details`` holds numbers for the sentence. ``cuts_across``: k-means draws its borders elsewhere
    than between the groups that are there. ``once_helps``: it no longer would if features that move
    together counted once.
    """

    k: int | None
    useful_k: int
    code: str
    details: tuple[tuple[str, float], ...] = ()
    cuts_across: bool = False
    once_helps: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class KScan:
    """The quality of every candidate k, ascending from 1, and the suggestion that follows."""

    scores: tuple[KScore, ...]
    suggestion: Suggestion

    @property
    def ks(self) -> tuple[int, ...]:
        """The candidates."""
        return tuple(s.k for s in self.scores)

    @property
    def inertia(self) -> tuple[float, ...]:
        """WCSS per candidate; never rises."""
        return tuple(s.inertia for s in self.scores)

    def score(self, k: int) -> KScore:
        """Give the score of ``k``, which must be in ``ks``."""
        return self.scores[self.ks.index(k)]


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """A change to segments as it was made, by their pieces.

    MERGE: the one that is kept, then those that went into it. SPLIT: the one that is kept and the
    new one, with the ``centres`` (2, d) to which its customers are nearest, in prepared units and
    with the columns in canonical order. SET_ASIDE: the one.
    """

    change: Change
    pieces: tuple[int, ...]
    centres: FloatArray | None = None


@dataclass(frozen=True, slots=True, eq=False)
class SetAside:
    """A segment whose customers the user set aside: its piece, and their rows in the table."""

    piece: int
    rows: IntArray


@dataclass(frozen=True, slots=True, eq=False)
class Rearranged:
    """What the user made of the segments that were ``found``, step by step.

    ``skipped``: changes that could not be made, as when a segment is gone or its customers are alike.
    """

    found: Segmentation
    steps: tuple[Step, ...]
    aside: tuple[SetAside, ...]
    skipped: tuple[Rearrangement, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Segmentation:
    """The customers in k segments, numbered by size, largest first (ties by centre).

    ``labels``: (n,) int64, 0 is segment A, -1 is a customer left out. ``centres``: (k, d) prepared
    units. ``centres_in_units``: (k, d) the file's units (means of the members; for logged
    features too). ``sizes``: customers per segment. ``typical``: (k,) position in the customer
    table of the customer nearest to each centre. ``margin``: (n,) in [0, 1], 0 = on the border to
    the next segment, NaN = left out; ``neighbour``: (n,) the next segment, -1 = none.
    ``kinds``: of segments made by the classic rules, the kind of each; such segments know neither
    margin nor neighbour. ``pieces``: (k,) the piece of each segment, its letter, shape and colour:
    0 is A. Segments that the user ``rearranged`` keep theirs and stand in that order; else the
    pieces are 0, 1, 2 ... Customers who were set aside have the label -1.
    """

    k: int
    labels: IntArray
    centres: FloatArray
    centres_in_units: FloatArray
    sizes: tuple[int, ...]
    typical: tuple[int, ...]
    inertia: float
    features: tuple[FeaturePreparation, ...]
    margin: FloatArray
    neighbour: IntArray
    kinds: tuple[ClassicKind, ...] = ()
    pieces: tuple[int, ...] = ()
    rearranged: Rearranged | None = None

    def __post_init__(self) -> None:
        if not self.pieces:
            object.__setattr__(self, "pieces", tuple(range(self.k)))

    @property
    def letters(self) -> tuple[str, ...]:
        """A, B, C ... Z, AA, AB ... of the segments' pieces, in the order of the segments."""
        return tuple(segment_letter(piece) for piece in self.pieces)

    @property
    def as_found(self) -> Segmentation:
        """The segments before the user rearranged them."""
        return self if self.rearranged is None else self.rearranged.found

    @property
    def aside(self) -> tuple[SetAside, ...]:
        """The segments that were set aside."""
        return () if self.rearranged is None else self.rearranged.aside


def per_customer(prepared: Prepared, values: Values, absent: float) -> Values:
    """Give each point's value (u,) to its customers (n,), ``absent`` to those left out; read-only."""
    every = np.full(prepared.n_customers, absent, dtype=values.dtype)
    every[prepared.rows] = values[prepared.point_of_row]
    every.setflags(write=False)
    return every


def per_point(prepared: Prepared, values: Values) -> Values:
    """Give what the customers (n,) of each point (u,) have in common, such as their label."""
    every = np.empty(len(prepared.points), dtype=values.dtype)
    every[prepared.point_of_row] = values[prepared.rows]
    return every


def segment_letter(index: int) -> str:
    """Give the letter of segment ``index``: 0 is A, 25 is Z, 26 is AA.

    >>> segment_letter(0), segment_letter(25), segment_letter(26)
    ('A', 'Z', 'AA')
    """
    letter = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letter = chr(65 + rest) + letter
    return letter
