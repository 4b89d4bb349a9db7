"""The field's own figures per number of groups, for "How does this work?" and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.i18n import _

if TYPE_CHECKING:
    from desktop_app.core.segmenting.results import KScan
    from desktop_app.core.segmenting.trusted import Evidence
    from desktop_app.wording.numbers import Formats


def figures_table(
    scan: KScan, formats: Formats, evidence: Evidence | None = None
) -> tuple[list[tuple[str, ...]], tuple[str, ...]]:
    """Give rows and headers: the quality of every k, and what ``evidence`` knows of it."""
    headers = (
        _("Groups"),
        _("WCSS"),
        _("Silhouette"),
        _("Scored customers"),
        _("Calinski-Harabasz"),
        _("Smallest group"),
        _("Lowest Jaccard"),
        _("Adjusted Rand"),
        _("Copies as clear"),
    )
    rows: list[tuple[str, ...]] = [
        (
            formats.count(score.k),
            formats.number(score.inertia, 2),
            _or_dash(score.silhouette, formats, 4),
            "–" if score.silhouette is None else formats.count(score.n_silhouette),
            _or_dash(score.calinski_harabasz, formats, 1),
            formats.count(min(score.sizes)),
            *_evidence_figures(score.k, evidence, formats),
        )
        for score in scan.scores
    ]
    return rows, headers


def evidence_words(evidence: Evidence | None) -> str:
    """Say on how many draws the figures of ``evidence`` rest; ``""`` while there are none."""
    if evidence is None:
        return ""
    return _(
        "Jaccard and Rand rest on {n_redraws} bootstrap draws, the copies without groups (Gaussian "
        "copula) are {n_copies}."
    ).format(n_redraws=evidence.n_redraws, n_copies=evidence.n_copies)


def _evidence_figures(k: int, evidence: Evidence | None, formats: Formats) -> tuple[str, str, str]:
    if evidence is None:
        return "–", "–", "–"
    entry = evidence.of(k)
    return (
        _or_dash(entry.lowest_jaccard, formats, 2),
        _or_dash(entry.rand, formats, 2),
        "–" if entry.copies_p is None else formats.percent(entry.copies_p),
    )


def _or_dash(figure: float | None, formats: Formats, digits: int) -> str:
    return "–" if figure is None else formats.number(figure, digits)
