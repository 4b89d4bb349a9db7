"""Names that a workbook accepts for its sheets."""

import re

LONGEST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_RESERVED = frozenset({"history"})


def sheet_names(wanted: list[str]) -> list[str]:
    """Give a legal name for each wanted one, none twice; capitals make no difference to Excel.

    Examples
    --------
    >>> sheet_names(["A Big/small", "Summary", "summary", "", "x" * 40])
    ['A Big small', 'Summary', 'summary (2)', 'Sheet', 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx']
    """
    names: list[str] = []
    taken = set(_RESERVED)
    for name in wanted:
        legal = " ".join(_FORBIDDEN.sub(" ", name).split()).strip("' ") or "Sheet"
        number, free = 1, legal[:LONGEST].strip("' ")
        while free.casefold() in taken:
            number += 1
            ending = f" ({number})"
            free = legal[: LONGEST - len(ending)].rstrip("' ") + ending
        taken.add(free.casefold())
        names.append(free)
    return names
