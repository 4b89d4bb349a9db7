"""The words of a workbook, which has none of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WorkbookWords:
    """Every word on the sheets that is not the customer's own.

    ``customers``, ``aside`` and ``summary`` name sheets; ``letter`` to ``note`` head the columns of
    the summary; the mappings are by segment letter. Not every segment has a note. ``steps`` say what
    was done, under ``done``. ``colours`` (``#rrggbb``) are the segments' own.
    """

    customers: str
    summary: str
    letter: str
    name: str
    size: str
    share: str
    money: str
    about: str
    idea: str
    note: str
    aside: str
    done: str
    sizes_title: str
    shares_title: str
    names: Mapping[str, str]
    sentences: Mapping[str, Sequence[str]]
    ideas: Mapping[str, str]
    notes: Mapping[str, str]
    steps: Sequence[str]
    colours: Mapping[str, str]
    is_sign_first: bool = True
