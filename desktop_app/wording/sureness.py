"""What is said about every number of groups: why it stands out, or what speaks against it.

The chart, its table and its description say the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.i18n import _

if TYPE_CHECKING:
    from desktop_app.core.segmenting.results import KScan, KScore
    from desktop_app.core.segmenting.trusted import Evidence, KEvidence
    from desktop_app.wording.numbers import Formats

ALWAYS, MOSTLY, PARTLY = 0.85, 0.75, 0.6  # mean Jaccard (Hennig 2007)
CLEARLY, FAIRLY = 0.5, 0.25  # mean silhouette (Kaufman and Rousseeuw 1990)
CHANCE = 0.1  # share of lists without groups that are as clear; above, chance is enough


def row_words(
    score: KScore, scan: KScan, evidence: Evidence | None, *, is_chosen: bool = False
) -> str:
    """Give the words at the end of a row: why it stands out, what is against it, how clear it is."""
    if score.k == scan.suggestion.k:
        return _("Suggested")
    if score.ruled_out == "too_many_lists":
        return _("Too many messages")
    if score.ruled_out == "list_too_small":
        return _("A list is too small")
    if is_chosen:
        return _("A useful cut") if scan.suggestion.k is None else _("Your choice")
    doubt = "" if evidence is None else _doubt_words(evidence.of(score.k))
    return doubt or _clearness_words(score.silhouette or 0.0)


def _doubt_words(entry: KEvidence) -> str:
    if entry.lowest_jaccard is not None and entry.lowest_jaccard < PARTLY:
        return _("Changes each time")
    if entry.lowest_jaccard is not None and entry.lowest_jaccard < MOSTLY:
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
    return " ".join(filter(None, (apart, _comes_back_sentence(scan, evidence))))


def _comes_back_sentence(scan: KScan, evidence: Evidence | None) -> str:
    if evidence is None:
        return ""
    k = scan.suggestion.k or scan.suggestion.useful_k
    lowest = evidence.of(k).lowest_jaccard
    if lowest is None:
        return ""
    if lowest >= ALWAYS:
        return _("Drawn anew, all of {k} groups come back.").format(k=k)
    if lowest >= MOSTLY:
        return _("Drawn anew, all of {k} groups mostly come back.").format(k=k)
    if lowest >= PARTLY:
        return _("Drawn anew, not all of {k} groups come back fully.").format(k=k)
    return _("Drawn anew, some of {k} groups change each time.").format(k=k)


def sureness_table(
    scan: KScan, evidence: Evidence | None, formats: Formats
) -> tuple[list[tuple[str, ...]], tuple[str, ...]]:
    """Give rows and headers of the same picture as a table."""
    headers = (_("Groups"), _("Comes back"), _("Stands apart"), _("In words"))
    rows: list[tuple[str, ...]] = [
        (
            formats.count(score.k),
            _share(None if evidence is None else evidence.of(score.k).lowest_jaccard, formats),
            formats.number(score.silhouette or 0.0, 2),
            row_words(score, scan, evidence),
        )
        for score in scan.scores
        if score.k >= 2
    ]
    return rows, headers


def _share(share: float | None, formats: Formats) -> str:
    return "–" if share is None else formats.percent(share)
