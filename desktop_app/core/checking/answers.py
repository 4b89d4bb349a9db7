"""The user's own word on a finding. Light: the plan of an empty window holds none of it."""

from dataclasses import dataclass

KEEP, LEAVE_OUT, USE_MIDDLE, KEEP_ONE = "keep", "leave_out", "use_middle", "keep_one"


@dataclass(frozen=True, slots=True)
class Answer:
    """``fix`` is one of the fixes of the finding with this code about this column."""

    code: str
    column: str | None
    fix: str
