"""How far segments can be trusted: do they come back, do they stand apart, and what follows.

Stability may take "natural" away, never give it: a cloud without any groups, cut in two, comes
back, too (von Luxburg 2010; Hennig 2007).
"""

from collections.abc import Sequence

import numpy as np

from desktop_app.core.progress import NO_PROGRESS, PartOfProgress, Progress
from desktop_app.core.segmenting.apartness import Apartness, how_apart
from desktop_app.core.segmenting.redrawing import (
    Redrawing,
    Segmented,
    landings,
    rand_of,
    redraw,
)
from desktop_app.core.segmenting.redrawn_changes import Changed, redraw_changed
from desktop_app.core.segmenting.results import (
    Prepared,
    Segmentation,
    Suggestion,
    per_customer,
    per_point,
)
from desktop_app.core.segmenting.trusted import (
    MOSTLY,
    ONLY_PARTLY,
    SegmentTrust,
    StandsApart,
    Trust,
    Verdict,
    band_of,
)
from desktop_app.core.segmenting.units import canonical_columns


def trust_segments(
    prepared: Prepared,
    suggestion: Suggestion,
    segmentation: Segmentation,
    redrawing: Redrawing,
    *,
    progress: Progress = NO_PROGRESS,
) -> Trust:
    """Give how far the segments of ``prepared`` customers can be trusted.

    They are natural only where ``suggestion`` found groups. Identical input gives identical output,
    whatever the order of rows and columns. Where the user rearranged them, the same is done to the
    segments of every re-draw; those set aside are neighbours like any other, but are not judged.
    """
    progress.report(0.0, "trusting")
    columns = canonical_columns(prepared.features)
    as_found, rearranged = segmentation.as_found, segmentation.rearranged
    labels, centres = per_point(prepared, as_found.labels), as_found.centres[:, columns]
    found = Segmented(prepared.points, columns, prepared.weights, labels, centres)
    progress.checkpoint()
    if rearranged is None:
        apart = how_apart(prepared, labels, centres, redrawing.seed, progress=progress)
        redrawn = redraw(found, redrawing, progress=PartOfProgress(progress, 0.0, 0.9))
        jaccards, rand = redrawn.jaccards, rand_of(found, redrawn, progress=progress)
        sure, elsewhere = landings(found, redrawn, progress=progress)
    else:
        changed = Changed.of(found, rearranged, segmentation.pieces)
        apart = how_apart(
            prepared, changed.labels, changed.centres, redrawing.seed, progress=progress
        )
        part = PartOfProgress(progress, 0.0, 0.9)
        jaccards, rand, sure, elsewhere = redraw_changed(changed, redrawing, progress=part)
    progress.report(0.9, "trusting")
    has_groups = suggestion.k is not None
    segments = tuple(
        _trusted(float(jaccard), own, has_groups)
        for jaccard, own in zip(jaccards.mean(axis=0), apart, strict=True)
    )[: segmentation.k]
    return Trust(
        segments,
        rand,
        verdict_of_all(segments, segmentation.sizes),
        redrawing.n_redraws,
        per_customer(prepared, sure, np.nan),
        per_customer(prepared, elsewhere, -1),
    )


def _trusted(jaccard: float, apart: Apartness, has_groups: bool) -> SegmentTrust:
    return SegmentTrust(
        jaccard=jaccard,
        comes_back=band_of(jaccard),
        valley=apart.valley,
        neighbour=apart.neighbour,
        stands_apart=apart.stands_apart,
        verdict=_verdict(jaccard, apart.stands_apart, has_groups),
    )


def _verdict(jaccard: float, stands_apart: StandsApart, has_groups: bool) -> Verdict:
    if jaccard < MOSTLY:
        return Verdict.UNRELIABLE
    is_natural = has_groups and stands_apart is not StandsApart.HARDLY
    return Verdict.NATURAL if is_natural else Verdict.REPEATABLE_CUT


def verdict_of_all(segments: Sequence[SegmentTrust], sizes: Sequence[int]) -> Verdict:
    """Give the verdict on all ``segments`` of ``sizes`` customers together.

    They come back when most customers' segments do, and when none is left to chance; they are
    natural when every one of them is.
    """
    jaccard = np.array([segment.jaccard for segment in segments])
    if jaccard.min() < ONLY_PARTLY or np.average(jaccard, weights=sizes) < MOSTLY:
        return Verdict.UNRELIABLE
    is_natural = all(segment.verdict is Verdict.NATURAL for segment in segments)
    return Verdict.NATURAL if is_natural else Verdict.REPEATABLE_CUT
