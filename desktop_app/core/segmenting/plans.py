"""Three numbers of segments to choose from: a simple one, the suggested one, a detailed one."""

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.core.segmenting.results import KScan, KScore


class PlanSize(StrEnum):
    """How a plan lies against the suggestion."""

    SIMPLE = "simple"
    MIDDLE = "middle"
    DETAILED = "detailed"


@dataclass(frozen=True, slots=True)
class KPlan:
    """One number of segments on offer; ``sizes`` are its segments, largest first."""

    size: PlanSize
    k: int
    sizes: tuple[int, ...]


def offer_plans(scan: KScan) -> tuple[KPlan, ...]:
    """Give one to three plans around the suggestion, ascending in k.

    Beside the suggestion stand the clearest smaller and the clearest larger number (highest mean
    silhouette, at most two apart) that the purpose does not rule out.
    """
    middle = scan.suggestion.k or scan.suggestion.useful_k
    offered = [s for s in scan.scores if s.k >= 2 and s.ruled_out is None and s.k != middle]
    plans = [KPlan(PlanSize.MIDDLE, middle, scan.score(middle).sizes)]
    simple = _clearest([s for s in offered if middle - 2 <= s.k < middle])
    detailed = _clearest([s for s in offered if middle < s.k <= middle + 2])
    if simple is not None:
        plans.insert(0, KPlan(PlanSize.SIMPLE, simple.k, simple.sizes))
    if detailed is not None:
        plans.append(KPlan(PlanSize.DETAILED, detailed.k, detailed.sizes))
    return tuple(plans)


def _clearest(scores: list[KScore]) -> KScore | None:
    return max(scores, key=lambda s: s.silhouette or -1.0, default=None)
