"""The field's own figures per number of groups, for "How does this work?" and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.core.segmenting.choices import Scale
from desktop_app.core.segmenting.kmeans import starts_for
from desktop_app.i18n import _
from desktop_app.wording.facts import short_name

if TYPE_CHECKING:
    from desktop_app.core.segmenting.results import FeaturePreparation, KScan, Prepared
    from desktop_app.core.segmenting.trusted import Evidence
    from desktop_app.wording.numbers import Formats

LONG_FIGURE = 1e6  # from here on decimals only take room


def figures_table(
    scan: KScan, formats: Formats, evidence: Evidence | None = None
) -> tuple[list[tuple[str, ...]], tuple[str, ...]]:
    """Give rows and headers: the quality of every k, and what ``evidence`` knows of it.

    Headers are broken into lines, so that all columns stand side by side.
    """
    headers = (
        _("Groups"),
        _("WCSS\n(inertia)"),
        _("Silhouette"),
        _("Calinski-\nHarabasz"),
        _("Smallest\ngroup"),
        _("Comes back\n(Jaccard)"),
        _("Comes back\n(Rand)"),
        _("Copies as\nclear (p)"),
    )
    rows: list[tuple[str, ...]] = [
        (
            formats.count(score.k),
            formats.number(score.inertia, 2 if score.inertia < LONG_FIGURE else 0),
            _or_dash(score.silhouette, formats, 4),
            _or_dash(score.calinski_harabasz, formats, 1),
            formats.count(min(score.sizes)),
            *_evidence_figures(score.k, evidence, formats),
        )
        for score in scan.scores
    ]
    return rows, headers


def figures_notes(
    prepared: Prepared, scan: KScan, evidence: Evidence | None, seed: int, formats: Formats
) -> tuple[str, ...]:
    """Say what the figures rest on: scaling, starts, and how many customers and draws were used."""
    notes = [scaling_words(prepared, formats), starts_words(prepared, seed, formats)]
    scored = min((s.n_silhouette for s in scan.scores if s.silhouette is not None), default=0)
    if 0 < scored < len(prepared.rows):
        notes.append(
            _("The silhouette is that of {n} of {all} customers.").format(
                n=formats.count(scored), all=formats.count(len(prepared.rows))
            )
        )
    notes.append(evidence_words(evidence))
    return tuple(filter(None, notes))


def scaling_words(prepared: Prepared, formats: Formats) -> str:
    """Say how each fact was put on one scale, with the numbers that this took."""
    kinds = {
        Scale.STANDARD: _(
            "Scaling: z-scores (less the average, divided by the standard deviation)."
        ),
        Scale.ROBUST: _("Scaling: less the median, divided by the interquartile range."),
        Scale.NONE: _("Scaling: none, facts as they are in the file."),
    }
    numbers = [f for f in prepared.features if f.category is None]
    scale = (numbers or prepared.features)[0].scale
    parts = [_scaled(feature, formats) for feature in numbers if scale is not Scale.NONE]
    if prepared.word_columns:
        parts.append(
            _("{facts}: one column of 0 and 1 per word, together as much as one fact").format(
                facts=", ".join(short_name(name) for name in prepared.word_columns)
            )
        )
    return " ".join(
        [kinds[scale], *([_("{parts}.").format(parts="; ".join(parts))] if parts else [])]
    )


def _scaled(feature: FeaturePreparation, formats: Formats) -> str:
    words = _("{fact}: {centre} and {spread}")
    if feature.is_logged:
        words = _("{fact}: {centre} and {spread} of log(1 + value)")
    return words.format(
        fact=short_name(feature.name),
        centre=formats.number(feature.centre, 2),
        spread=formats.number(feature.spread, 2),
    )


def starts_words(prepared: Prepared, seed: int, formats: Formats) -> str:
    """Say from how many starts the groups were searched."""
    n_starts = starts_for(len(prepared.points))
    return _(
        "Starts: {n} of k-means++ for every number of groups (seed {seed}), and more made from the best "
        "ones by adding, leaving out and swapping groups; then single customers are exchanged."
    ).format(n=formats.count(n_starts), seed=seed)


def evidence_words(evidence: Evidence | None) -> str:
    """Say on how many draws the figures of ``evidence`` rest; ``""`` while there are none."""
    if evidence is None:
        return ""
    return _(
        "Jaccard is the mean of the group that comes back least, Rand the adjusted index of all; both "
        "rest on {n_redraws} bootstrap draws. p is the share of {n_copies} copies without groups "
        "(Gaussian copula) whose silhouette is as high."
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
