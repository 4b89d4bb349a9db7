"""Telling a copied table from other copied text, cheaply: somebody may have copied a whole book."""

from collections import Counter
from itertools import islice

_LETTERS = 1 << 16
_LINES = 50
_MOSTLY = 0.8
_SIGNS = (";", ",", "|")
_FEWEST_LINES_OF_TEXT = 3  # with commas; two sentences may well have as many of them


def looks_like_table(text: str) -> bool:
    r"""Tell whether copied text has rows and columns, as spreadsheet programs copy them.

    Examples
    --------
    >>> looks_like_table("Name\tAge\nAnn\t41\n"), looks_like_table("Dear Ann,\nthank you.")
    (True, False)
    """
    lines = [line for line in islice(text[:_LETTERS].splitlines(), _LINES) if line.strip()]
    if len(lines) >= 2 and _is_even(lines, "\t"):
        return True
    return len(lines) >= _FEWEST_LINES_OF_TEXT and any(_is_even(lines, sign) for sign in _SIGNS)


def _is_even(lines: list[str], sign: str) -> bool:
    """Tell whether most lines have the sign, and as often as each other."""
    counts = Counter(line.count(sign) for line in lines)
    n_signs, n_lines = counts.most_common(1)[0]
    return n_signs > 0 and n_lines >= _MOSTLY * len(lines)
