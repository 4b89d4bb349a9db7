"""What is said about every number of groups: why it stands out, or what speaks against it.

The chart, its table and its description say the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.core.segmenting.trusted import ComesBack, band_of
from desktop_app.i18n import _

if TYPE_CHECKING:
    from desktop_app.core.segmenting.choices import ScanChoice
    from desktop_app.core.segmenting.results import KScan, KScore
    from desktop_app.core.segmenting.trusted import Evidence, KEvidence
    from desktop_app.wording.numbers import Formats

CLEARLY, FAIRLY = 0.5, 0.25  # mean silhouette (Kaufman and Rousseeuw 1990)
CHANCE = 0.1  # share of lists without groups that are as clear; above, chance is enough


def row_words(
    score: KScore,
    scan: KScan,
    evidence: Evidence | None,
    purpose: ScanChoice,
    *,
    is_chosen: bool = False,
) -> str:
    """Give the words at the end of a row: why it stands out, what is against it, how clear it is.

    ``purpose`` holds the limits that may rule a number out. A choice never hides a doubt.
    """
    if score.k == scan.suggestion.k:
        return _("Suggested")
    if score.ruled_out == "too_many_lists":
        return _("Over {n} messages").format(n=purpose.max_lists)
    if score.ruled_out == "list_too_small":
        return _("A list under {n}").format(n=purpose.min_size)
    doubt = "" if evidence is None else _doubt_words(evidence.of(score.k))
    if is_chosen and not doubt:
        return _("A useful cut") if scan.suggestion.k is None else _("Your choice")
    return doubt or _clearness_words(score.silhouette or 0.0)


def note_words(scan: KScan, evidence: Evidence | None) -> str:
    """Say how the picture is read."""
    if evidence is None:
        return _("Whether groups come back is still to be seen")
    if scan.suggestion.k is None:
        return _("Further right is better; no number stands out")
    if any(score.ruled_out for score in scan.scores):
        return _("Further right is better; greyed numbers were ruled out")
    return _("Further right is better; a hollow dot is a doubt")


def _doubt_words(entry: KEvidence) -> str:
    band = None if entry.lowest_jaccard is None else band_of(entry.lowest_jaccard)
    if band is ComesBack.DO_NOT_RELY:
        return _("Changes each time")
    if band is ComesBack.ONLY_PARTLY:
        return _("Changes in part")
    if entry.copies_p is not None and entry.copies_p >= CHANCE:
        return _("Could be chance")
    return ""


def _clearness_words(silhouette: float) -> str:
    if silhouette > CLEARLY:
        return _("Clearly apart")
    return _("Fairly apart") if silhouette > FAIRLY else _("Hardly apart")


def describe_sureness(scan: KScan, evidence: Evidence | None) -> str:
    """Say which number of groups stands apart most clearly, and how far the suggested ones come back."""
    scores = [score for score in scan.scores if score.silhouette is not None]
    if not scores:
        return _("There are too few different customers for groups.")
    best = max(scores, key=lambda score: score.silhouette or -1.0)
    apart = _("Groups stand apart most clearly when there are {k} of them: {words}.").format(
        k=best.k, words=_clearness_words(best.silhouette or 0.0).lower()
    )
    return " ".join(filter(None, (apart, comes_back_sentence(scan, evidence))))


def comes_back_sentence(scan: KScan, evidence: Evidence | None) -> str:
    """Say whether as many groups as are suggested come back; ``""`` while that is not known."""
    if evidence is None:
        return ""
    k = scan.suggestion.k or scan.suggestion.useful_k
    lowest = evidence.of(k).lowest_jaccard
    if lowest is None:
        return ""
    return {
        ComesBack.ALWAYS: _("Drawn anew, all {k} groups come back."),
        ComesBack.MOSTLY: _("Drawn anew, all {k} groups mostly come back."),
        ComesBack.ONLY_PARTLY: _("Drawn anew, not all {k} groups come back fully."),
        ComesBack.DO_NOT_RELY: _("Drawn anew, some of {k} groups change each time."),
    }[band_of(lowest)].format(k=k)


def beside_sentence(scan: KScan, evidence: Evidence | None) -> str:
    """Say that one group less or more changes each time; ``""`` where it does not."""
    k = scan.suggestion.k
    if evidence is None or k is None:
        return ""
    lowest_by_k = {entry.k: entry.lowest_jaccard for entry in evidence.by_k}
    changing = [
        str(other)
        for other in (k - 1, k + 1)
        if (lowest := lowest_by_k.get(other)) is not None
        and band_of(lowest) is ComesBack.DO_NOT_RELY
    ]
    if not changing:
        return ""
    if len(changing) == 1:
        return _("With {k}, some change each time.").format(k=changing[0])
    return _("With {less} or {more}, some change each time.").format(
        less=changing[0], more=changing[1]
    )


def sureness_table(
    scan: KScan, evidence: Evidence | None, purpose: ScanChoice, formats: Formats
) -> tuple[list[tuple[str, ...]], tuple[str, ...]]:
    """Give rows and headers of the same picture as a table."""
    headers = (_("Groups"), _("Comes back"), _("Stands apart"), _("In words"))
    rows: list[tuple[str, ...]] = [
        (
            formats.count(score.k),
            _share(None if evidence is None else evidence.of(score.k).lowest_jaccard, formats),
            formats.number(score.silhouette or 0.0, 2),
            row_words(score, scan, evidence, purpose),
        )
        for score in scan.scores
        if score.k >= 2
    ]
    return rows, headers


def _share(share: float | None, formats: Formats) -> str:
    return "–" if share is None else formats.percent(share)
