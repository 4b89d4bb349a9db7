"""Text whose columns stand below each other, parted by nothing but blanks."""

from collections.abc import Sequence

_FEWEST_LINES = 3
_MOSTLY = 0.9  # of the lines must leave a gap free; others are titles and notes
_LONGEST = 2_000  # characters of a line that is laid out in columns


def find_cuts(lines: Sequence[str]) -> tuple[int, ...]:
    """Give the characters at which the columns of lines begin; empty if there are none.

    Examples
    --------
    >>> find_cuts(["Name  Town", "Ann   New York", "Bob   Rome"])
    (0, 6)
    """
    filled = [text for line in lines if (text := line.rstrip()) and "\t" not in line]
    if len(filled) < _FEWEST_LINES or max(map(len, filled)) > _LONGEST:
        return ()
    if 2 * sum("  " in text for text in filled) < len(filled):  # single blanks are no layout
        return ()
    width = max(map(len, filled))
    n_inked = [0] * width
    for text in filled:
        for at, sign in enumerate(text):
            if sign != " ":
                n_inked[at] += 1
    most_inked = (1 - _MOSTLY) * len(filled)
    cuts, is_gap = [], True
    for at, n in enumerate(n_inked):
        if n > most_inked and is_gap:
            cuts.append(at)
        is_gap = n <= most_inked
    return (0, *cuts[1:]) if len(cuts) > 1 else ()
