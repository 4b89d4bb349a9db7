"""The field's own figures per number of groups, for "How does this work?" and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.i18n import _

if TYPE_CHECKING:
    from desktop_app.core.segmenting.results import KScan
    from desktop_app.wording.numbers import Formats


def figures_table(scan: KScan, formats: Formats) -> tuple[list[tuple[str, ...]], tuple[str, ...]]:
    """Give rows and headers: WCSS, silhouette, Calinski-Harabasz and smallest segment per k."""
    headers = (
        _("Groups"),
        _("WCSS"),
        _("Silhouette"),
        _("Calinski-Harabasz"),
        _("Smallest group"),
    )
    rows: list[tuple[str, ...]] = [
        (
            formats.count(score.k),
            formats.number(score.inertia, 2),
            _or_dash(score.silhouette, formats, 4),
            _or_dash(score.calinski_harabasz, formats, 1),
            formats.count(min(score.sizes)),
        )
        for score in scan.scores
    ]
    return rows, headers


def _or_dash(figure: float | None, formats: Formats, digits: int) -> str:
    return "–" if figure is None else formats.number(figure, digits)
