"""Lists of addresses as mail tools and tills import them: one declaration per tool.

The headers are those of the tools' own import templates, letter by letter, so that nothing needs to
be matched by hand.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import pandas as pd

from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.segmenting.results import Segmentation
from desktop_app.core.sharing.people import MailColumns, People, dialled, parts_of_name, text_of


class Field(StrEnum):
    """What a column of a mail list holds."""

    EMAIL = "email"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    PHONE = "phone"
    GROUP = "group"
    TAGS = "tags"
    AGREED = "agreed"


@dataclass(frozen=True, slots=True)
class MailTool:
    """What a tool calls its columns, in the order in which it wants them.

    ``agreed`` is its word for who agreed to mail. One file holds one segment, or everyone if the
    tool tells them apart by a column (``is_one_file``).
    """

    key: str
    name: str
    columns: tuple[tuple[str, Field], ...]
    agreed: str = "yes"
    is_one_file: bool = False


MAIL_TOOLS = (
    MailTool(
        "mailchimp",
        "Mailchimp",
        (
            ("Email Address", Field.EMAIL),
            ("First Name", Field.FIRST_NAME),
            ("Last Name", Field.LAST_NAME),
            ("Phone", Field.PHONE),
            ("Tags", Field.GROUP),
        ),
    ),
    MailTool(
        "klaviyo",
        "Klaviyo",
        (
            ("Email", Field.EMAIL),  # has to come first
            ("First Name", Field.FIRST_NAME),
            ("Last Name", Field.LAST_NAME),
            ("Phone Number", Field.PHONE),
            ("Group", Field.GROUP),  # becomes a property of one's own
        ),
    ),
    MailTool(
        "shopify",
        "Shopify",
        (
            ("First Name", Field.FIRST_NAME),
            ("Last Name", Field.LAST_NAME),
            ("Email", Field.EMAIL),
            ("Accepts Email Marketing", Field.AGREED),
            ("Phone", Field.PHONE),
            ("Tags", Field.TAGS),
        ),
        is_one_file=True,
    ),
    MailTool(
        "square",
        "Square",
        (
            ("First Name", Field.FIRST_NAME),
            ("Last Name", Field.LAST_NAME),
            ("Email Address", Field.EMAIL),
            ("Phone Number", Field.PHONE),
            ("Email Subscription Status", Field.AGREED),
        ),
        agreed="Subscribed",
    ),
    MailTool(
        "plain",
        "",
        (
            ("Email", Field.EMAIL),
            ("First name", Field.FIRST_NAME),
            ("Last name", Field.LAST_NAME),
            ("Phone", Field.PHONE),
            ("Group", Field.GROUP),
        ),
    ),
)
"""The tools; the last is any other one."""


def mail_list(
    tool: MailTool,
    table: CustomerTable,
    segmentation: Segmentation,
    columns: MailColumns,
    people: People,
    names: Mapping[str, str],
    segment: int | None = None,
) -> pd.DataFrame:
    """Give the list of ``segment`` (``None``: of all) as ``tool`` imports it, all text.

    Columns of which the customers' list knows nothing are not there.

    Examples
    --------
    >>> [header for header, _ in MAIL_TOOLS[0].columns][0]
    'Email Address'
    """
    rows = people.rows
    if segment is not None:
        rows = rows[segmentation.labels[rows] == segment]
    groups = np.array([names[letter] for letter in segmentation.letters], dtype=object)
    own = [str(group).replace(",", " ") for group in groups[segmentation.labels[rows]]]

    def cells(name: str, change: Callable[[str], str] = str.strip) -> list[str]:
        return [change(text) for text in text_of(table, name).iloc[rows]] if name else []

    first, last = cells(columns.first_name), cells(columns.last_name)
    if not first and not last and columns.full_name:
        parts = [parts_of_name(name) for name in cells(columns.full_name)]
        first, last = [part[0] for part in parts], [part[1] for part in parts]
    known: dict[Field, list[str]] = {
        Field.EMAIL: cells(columns.email),
        Field.FIRST_NAME: first,
        Field.LAST_NAME: last,
        Field.PHONE: cells(columns.phone, dialled),
        Field.GROUP: own,
        Field.TAGS: _with_tags(cells(columns.tags), own),
        Field.AGREED: [tool.agreed] * len(rows) if columns.knows_consent else [],
    }
    is_there = {field for field, found in known.items() if found or field is Field.EMAIL}
    return pd.DataFrame(
        {header: known[field] for header, field in tool.columns if field in is_there}, dtype="str"
    )


def _with_tags(tags: list[str], groups: list[str]) -> list[str]:
    """Give the tags that customers have with their group's behind them: an import replaces all."""
    if not tags:
        return groups
    return [f"{old}, {group}" if old else group for old, group in zip(tags, groups, strict=True)]
