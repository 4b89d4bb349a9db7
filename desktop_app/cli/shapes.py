"""The JSON that ``inspect`` and ``segment --summary`` promise; its fields are a contract."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop_app import __version__
from desktop_app.core.segmenting.other_methods import NOWHERE

if TYPE_CHECKING:
    from desktop_app.core.checking.checked import Finding
    from desktop_app.core.checking.columns import Column
    from desktop_app.core.customers.classic.views import ClassicView
    from desktop_app.core.customers.table import Clock, CustomerTable, OrdersSummary, RuleEffect
    from desktop_app.core.intake.tables import FileForm
    from desktop_app.core.segmenting.results import FeaturePreparation, KScan, Segmentation
    from desktop_app.core.segmenting.second_opinions import Move, SecondOpinions
    from desktop_app.core.segmenting.trusted import Evidence, SegmentTrust
    from desktop_app.document.document import Document
    from desktop_app.report.story import Story

Json = dict[str, object]


def inspected(document: Document) -> Json:
    """Give what ``inspect --json`` prints; the document is walked up to its customers, if any."""
    assert document.checked is not None
    checked, customers = document.checked, document.customers
    kind = document.plan.customers.table or checked.kind.value
    return {
        "files": [_file(form) for form in checked.raw.all_forms],
        "recognised": checked.recognised,
        "table": kind,
        "columns": [_column(column) for column in checked.columns],
        "findings": [_finding(finding) for finding in checked.findings],
        "orders": None if customers is None else _orders_of(customers),
        "joined": _joined(document),
    }


def summarised(
    document: Document,
    story: Story,
    seconds: dict[str, float],
    opinions: SecondOpinions | None = None,
) -> Json:
    """Give what ``--summary`` writes; fields that nothing computes yet are ``None``."""
    assert document.prepared is not None
    assert document.scan is not None
    assert document.segmentation is not None
    assert document.description is not None
    assert document.checked is not None
    rule = document.description.rule
    drivers = document.description.drivers
    return {
        "version": __version__,
        "input": {
            **inspected(document),
            "sha256": [form.sha256 for form in document.checked.raw.all_forms],
        },
        "customers": document.prepared.n_customers,
        "left_out": document.prepared.n_left_out,
        "features": list(document.features),
        "preparation": {f.name: _preparation(f) for f in document.prepared.features},
        "scan": _scan(document.scan, document.evidence),
        "k": document.segmentation.k,
        "grouping": document.plan.grouping.value,
        "suggested_k": None if document.segmentation.kinds else document.scan.suggestion.k,
        "reason": story.reason,
        "verdict": None if document.trust is None else document.trust.verdict.value,
        "segments": _segments(document, story),
        "drivers": [{"feature": d.column, "eta_squared": d.eta_squared} for d in drivers],
        "rule": None if rule is None else {"text": story.rule, "accuracy": rule.accuracy},
        "second_opinions": None if opinions is None else _second_opinions(opinions, document),
        "seconds": {
            part: seconds.get(part) for part in ("read", "prepare", "scan", "trust", "write")
        },
        "log": list(story.steps),
    }


def _file(form: FileForm) -> Json:
    return {
        "path": str(form.path),
        "kind": form.kind.value,
        "encoding": form.encoding,
        "delimiter": form.delimiter,
        "quote": form.quote,
        "decimal": form.decimal,
        "header_row": form.header_row,
        "sheet": form.sheet,
        "sheets": list(form.sheets),
        "rows": form.n_rows,
        "preamble_rows": form.n_preamble_rows,
        "skipped_rows": form.n_skipped_rows,
    }


def _column(column: Column) -> Json:
    return {
        "name": column.name,
        "kind": column.kind.value,
        "role": column.role.value,
        "group": None if column.subject is None else column.subject.value,
        "empty": column.n_empty,
        "distinct": column.n_distinct,
        "minimum": column.minimum,
        "maximum": column.maximum,
        "date_order": column.date_order,
    }


def _finding(finding: Finding) -> Json:
    return {
        "code": finding.code,
        "column": finding.column,
        "rows": list(finding.rows),
        "count": finding.count,
        "fixes": list(finding.fixes),
    }


def _orders_of(customers: CustomerTable) -> Json | None:
    if customers.orders is None:
        return None
    view = customers.classic
    return {**_orders(customers.orders), "classic": None if view is None else _classic(view)}


def _classic(view: ClassicView) -> Json:
    return {
        "fits": not view.fitness.codes,
        "codes": list(view.fitness.codes),
        "kinds": {kind.value: n for kind, n in view.count_by_kind.items()},
    }


def _orders(orders: OrdersSummary) -> Json:
    return {
        "lines": orders.n_lines,
        "orders": orders.n_orders,
        "customers": orders.n_customers,
        "taken_out": dict(orders.taken_out),
        "total": orders.total,
        "file_total": orders.file_total,
        "effects": [_effect(effect) for effect in orders.effects],
        "currency": orders.currency or None,
        "currencies": [
            {"currency": money.currency, "lines": money.n_lines, "amount": money.amount}
            for money in orders.currencies
        ],
        "as_of": orders.as_of or None,
        "first_day": orders.first_day or None,
        "last_day": orders.last_day or None,
        "clock": None if orders.clock is None else _clock(orders.clock),
    }


def _effect(effect: RuleEffect) -> Json:
    return {
        "reason": effect.reason,
        "lines": effect.n_lines,
        "amount": effect.amount,
        "counted": effect.is_counted,
    }


def _clock(clock: Clock) -> Json:
    """Give the days between two orders: half of the gaps are shorter, 80 % are, 95 % are."""
    return {
        "median": clock.median,
        "most": clock.most,
        "nearly_all": clock.nearly_all,
        "gaps": clock.n_gaps,
    }


def _joined(document: Document) -> Json | None:
    """Give how a second table met the customers; without ``by`` it did not."""
    customers, checked = document.customers, document.checked
    if customers is None or customers.joined is None or checked is None or checked.beside is None:
        return None
    joined, beside = customers.joined, checked.beside
    return {
        "recognised": beside.recognised,
        "table": beside.kind.value,
        "by": joined.by or None,
        "by_beside": joined.by_beside or None,
        "matched": joined.n_matched,
        "only_here": joined.n_only_here,
        "only_beside": joined.n_only_beside,
        "repeated": joined.n_repeated,
        "nobody": joined.n_nobody,
        "columns": list(joined.columns),
    }


def _preparation(feature: FeaturePreparation) -> Json:
    return {
        "scale": feature.scale.value,
        "log": feature.is_logged,
        "centre": feature.centre,
        "spread": feature.spread,
        "filled": feature.n_filled,
        "weight": feature.weight,
        "mix": list(feature.mix) or None,
    }


def _scan(scan: KScan, evidence: Evidence | None) -> list[Json]:
    entries = [None if evidence is None else evidence.of(k) for k in scan.ks]
    return [
        {
            "k": score.k,
            "inertia": score.inertia,
            "silhouette": score.silhouette,
            "silhouette_n": score.n_silhouette,
            "calinski_harabasz": score.calinski_harabasz,
            "smallest": min(score.sizes),
            "comes_back": entry and entry.lowest_jaccard,
            "stands_apart_p": entry and entry.copies_p,
            "ruled_out": score.ruled_out,
        }
        for score, entry in zip(scan.scores, entries, strict=True)
    ]


def _segments(document: Document, story: Story) -> list[Json]:
    assert document.segmentation is not None
    assert document.description is not None
    centres = centres_by_name(document.segmentation)
    trusts: Sequence[SegmentTrust | None] = [None] * document.segmentation.k
    if document.trust is not None:
        trusts = document.trust.segments
    return [
        {
            "letter": profile.letter,
            "name": story.names[profile.letter],
            "size": profile.size,
            "share": profile.share,
            "money_share": profile.money_share,
            "centre": centre,
            "comes_back": trust and trust.jaccard,
            "comes_back_band": trust and trust.comes_back.value,
            "stands_apart": trust and trust.stands_apart.value,
            "verdict": trust and trust.verdict.value,
            "sentences": list(story.sentences[profile.letter]),
            "idea": story.ideas[profile.letter],
        }
        for profile, centre, trust in zip(
            document.description.profiles, centres, trusts, strict=True
        )
    ]


def _second_opinions(opinions: SecondOpinions, document: Document) -> list[Json]:
    assert document.segmentation is not None
    letters = document.segmentation.letters
    return [
        {
            "method": opinion.method.value,
            "looked_at": opinions.n_looked_at,
            "k": opinion.k,
            "stay_together": opinion.together,
            "adjusted_rand": opinion.adjusted_rand,
            "fits_no_group": opinion.n_nowhere,
            "moves": [_move(move, letters) for move in opinion.moves],
        }
        for opinion in opinions.opinions
    ]


def _move(move: Move, letters: tuple[str, ...]) -> Json:
    """Give who moves; ``to`` of ``None`` is no group, "new" one that matches none of ours."""
    targets: dict[int, str | None] = {NOWHERE: None, **dict(enumerate(letters))}
    return {
        "from": letters[move.origin],
        "to": targets.get(move.target, "new"),
        "customers": move.n,
    }


def centres_by_name(segmentation: Segmentation) -> list[dict[str, float | None]]:
    """Give the centre of each segment as value by feature, in the file's own units.

    ``None`` where no member has a value, as those who never ordered.
    """
    names = [feature.name for feature in segmentation.features]
    rows = segmentation.centres_in_units.tolist()
    assert not any(math.isinf(value) for row in rows for value in row)
    known = ([None if math.isnan(value) else value for value in row] for row in rows)
    return [dict(zip(names, row, strict=True)) for row in known]
