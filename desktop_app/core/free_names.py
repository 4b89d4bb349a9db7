"""Names that nothing else bears yet: "Age", then "Age (2)", "Age (3)" ..."""

from collections.abc import Callable
from itertools import chain, count


def free_name(wanted: str, is_taken: Callable[[str], bool]) -> str:
    """Give ``wanted``, or the first of "wanted (2)", "wanted (3)" ... that is not taken.

    Examples
    --------
    >>> free_name("Age", {"Age", "Age (2)"}.__contains__)
    'Age (3)'
    """
    numbered = (f"{wanted} ({number})" for number in count(2))
    return next(name for name in chain([wanted], numbered) if not is_taken(name))
