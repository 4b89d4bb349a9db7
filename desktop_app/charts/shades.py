"""Shades of one colour over another: the same words can be read on all of them."""

from __future__ import annotations


def blend(colour: str, ground: str, share: float) -> str:
    """Give ``share`` of ``colour`` over ``ground``, all ``#rrggbb``.

    >>> blend("#000000", "#ffffff", 0.5)
    '#808080'
    """
    parts = (
        round(share * int(colour[i : i + 2], 16) + (1 - share) * int(ground[i : i + 2], 16))
        for i in (1, 3, 5)
    )
    return "#" + "".join(f"{part:02x}" for part in parts)
