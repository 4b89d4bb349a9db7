"""Lists of customers whose groups are known, and lists that have none, to judge suggestions by.

Eight kinds of each. Groups: 2 to 8, lists of 60 to 5,000 customers by 2 to 8 facts, neighbouring
groups about 3 to 5 of their own standard deviations apart, so that even who knows the true densities
sorts up to 3 % of the customers wrong. Seeds below ``HELD_OUT`` are for developing, the others for
reporting.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

HELD_OUT = 1_000
MOST_WRONG = 0.03  # of the customers, by who knows the true densities
FEWEST_IN_GROUP = 8
_CUSTOMERS = (60, 5_000)
_FACTS = (2, 8)
_GROUPS = (2, 8)
_NEAREST, _FURTHEST = 3.0, 5.0  # standard deviations between neighbouring groups
_TAIL = 4.0  # degrees of freedom of the heavy tails
_TRIES = 400


@dataclass(frozen=True, slots=True, eq=False)
class KnownList:
    """``points``: (n, d) customers in units of their own; ``labels``: (n,) the true groups, k of them.

    A list without groups has k = 1.
    """

    family: str
    points: np.ndarray
    labels: np.ndarray
    k: int


@dataclass(frozen=True, slots=True)
class _Shape:
    """How the groups of a family differ from round, equal, normal ones."""

    smallest_share: float = 1.0  # the smallest group's size in those of the largest
    widest: float = 1.0  # the widest group's spread in those of the narrowest
    longest: float = 1.0  # the longest axis of a group in those of its others
    has_tails: bool = False


_SHAPES = {
    "round": _Shape(),
    "sizes 1:10": _Shape(smallest_share=0.1),
    "unequal spreads": _Shape(widest=2.0),
    "elongated": _Shape(longest=4.0),
    "heavy tails": _Shape(has_tails=True),
    "noise columns": _Shape(),
    "scores": _Shape(),
    "lump of ones": _Shape(),
}
WITH_GROUPS = tuple(_SHAPES)


def lists_with_groups(n_lists: int, first_seed: int) -> Iterator[KnownList]:
    """Give ``n_lists`` lists, the families in turn."""
    for i in range(n_lists):
        yield with_groups(WITH_GROUPS[i % len(WITH_GROUPS)], first_seed + i)


def lists_without_groups(n_lists: int, first_seed: int) -> Iterator[KnownList]:
    """Give ``n_lists`` lists without groups, the families in turn."""
    for i in range(n_lists):
        yield without_groups(WITHOUT_GROUPS[i % len(WITHOUT_GROUPS)], first_seed + i)


def with_groups(family: str, seed: int) -> KnownList:
    """Give one list of ``family`` whose groups can be told apart."""
    rng = np.random.default_rng([seed, WITH_GROUPS.index(family)])
    tries = 0
    while True:
        if tries % _TRIES == 0:  # some numbers of groups hardly fit into few facts
            k = int(rng.integers(_GROUPS[0], _GROUPS[1] + 1))
        tries += 1
        d = int(rng.integers(_FACTS[0], _FACTS[1] + 1))
        n = _between(rng, max(_CUSTOMERS[0], 25 * k), _CUSTOMERS[1])
        made = _try(family, n, d, k, rng)
        if made is not None:
            return made


def _try(family: str, n: int, d: int, k: int, rng: np.random.Generator) -> KnownList | None:
    shape = _SHAPES[family]
    sizes = _sizes(n, k, shape.smallest_share, rng)
    spreads = rng.uniform(1.0, shape.widest, k)
    centres = _centres(d, k, spreads, rng)
    if sizes.min() < FEWEST_IN_GROUP or centres is None:
        return None
    labels = np.repeat(np.arange(k), sizes)
    noise = _tailed(rng, (n, d)) if shape.has_tails else rng.standard_normal((n, d))
    points = centres[labels] + noise * spreads[labels, None]
    if (
        _share_wrong(points, labels, centres, spreads, sizes, has_tails=shape.has_tails)
        > MOST_WRONG
    ):
        return None
    points = points @ _stretch(d, shape.longest, rng)
    points = _with_extras(family, points, rng)
    order = rng.permutation(n)
    return KnownList(family, points[order], labels[order], k)


def _with_extras(family: str, points: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Add what makes a family: columns that know nothing of groups, or whole numbers."""
    n = len(points)
    match family:
        case "noise columns":
            extras = rng.standard_normal((n, int(rng.integers(1, 3))))
            return np.column_stack([points, extras * points.std()])
        case "lump of ones":
            orders = np.where(rng.random(n) < 0.7, 1, 1 + rng.geometric(0.5, n))
            return np.column_stack([points, orders.astype(float)])
        case "scores":
            return np.rint(points * 2.0)  # two steps of the scale to a standard deviation
    return points


def _between(rng: np.random.Generator, low: int, high: int) -> int:
    """Give a size; small ones are as likely as large ones."""
    return int(np.exp(rng.uniform(np.log(low), np.log(high))))


def _sizes(n: int, k: int, smallest: float, rng: np.random.Generator) -> np.ndarray:
    shares = np.geomspace(smallest, 1.0, k)
    sizes = np.floor(shares / shares.sum() * n).astype(int)
    sizes[-1] += n - sizes.sum()
    return rng.permutation(sizes)


def _centres(d: int, k: int, spreads: np.ndarray, rng: np.random.Generator) -> np.ndarray | None:
    """Place each group beside an earlier one, near to it and not too near to any."""
    centres = [np.zeros(d)]
    for _turn in range(_TRIES):
        if len(centres) == k:
            return np.array(centres)
        new, beside = len(centres), int(rng.integers(len(centres)))
        way = rng.standard_normal(d)
        spread = (spreads[new] + spreads[beside]) / 2
        step = rng.uniform(_NEAREST, _FURTHEST) * spread / np.linalg.norm(way)
        centre = centres[beside] + way * step
        far = [
            np.linalg.norm(centre - c) / ((spreads[new] + s) / 2) for c, s in zip(centres, spreads)
        ]
        if min(far) >= _NEAREST:
            centres.append(centre)
    return None


def _tailed(rng: np.random.Generator, shape: tuple[int, int]) -> np.ndarray:
    """Give t-distributed noise, the same long throw in all facts of a customer."""
    n, d = shape
    return rng.standard_normal((n, d)) / np.sqrt(rng.chisquare(_TAIL, (n, 1)) / _TAIL)


def _share_wrong(
    points: np.ndarray,
    labels: np.ndarray,
    centres: np.ndarray,
    spreads: np.ndarray,
    sizes: np.ndarray,
    *,
    has_tails: bool,
) -> float:
    """Give the share of customers whom the true densities would put into another group."""
    d = points.shape[1]
    squared = ((points[:, None] - centres) ** 2).sum(axis=2) / spreads**2
    logs = -(_TAIL + d) / 2 * np.log1p(squared / _TAIL) if has_tails else -squared / 2
    logs += np.log(sizes) - d * np.log(spreads)
    return float(np.mean(logs.argmax(axis=1) != labels))


def _stretch(d: int, longest: float, rng: np.random.Generator) -> np.ndarray:
    """Give a turn and a stretch, the same for all groups: what is apart stays apart."""
    turn, _upper = np.linalg.qr(rng.standard_normal((d, d)))
    lengths = np.ones(d)
    lengths[0] = longest
    return turn * lengths @ turn.T


def _normal(n: int, d: int, rng: np.random.Generator) -> np.ndarray:
    return rng.standard_normal((n, d))


def _uniform(n: int, d: int, rng: np.random.Generator) -> np.ndarray:
    return rng.uniform(0.0, 1.0, (n, d))


def _correlated(n: int, d: int, rng: np.random.Generator) -> np.ndarray:
    common = rng.standard_normal((n, 1))
    weight = rng.uniform(0.5, 0.9)
    return weight * common + np.sqrt(1 - weight**2) * rng.standard_normal((n, d))


def _skewed(n: int, d: int, rng: np.random.Generator) -> np.ndarray:
    return rng.lognormal(3.0, rng.uniform(0.5, 1.0), (n, d))


def _scores(n: int, d: int, rng: np.random.Generator) -> np.ndarray:
    return np.clip(np.rint(rng.normal(3.0, 1.2, (n, d))), 1, 5)


def _lump(n: int, d: int, rng: np.random.Generator) -> np.ndarray:
    orders = np.where(rng.random(n) < 0.7, 1, 1 + rng.geometric(0.4, n)).astype(float)
    return np.column_stack([orders, rng.lognormal(3.5, 0.6, (n, d - 1))])


def _trend(n: int, d: int, rng: np.random.Generator) -> np.ndarray:
    """Give ages, an income that rises with them and falls again, and facts of their own."""
    age = rng.uniform(18.0, 80.0, n)
    income = 20 + 1.6 * (age - 18) - 0.018 * (age - 18) ** 2 + rng.normal(0.0, 6.0, n)
    return np.column_stack([age, income, rng.standard_normal((n, d - 2))])


def _curved(n: int, d: int, rng: np.random.Generator) -> np.ndarray:
    """Give a cloud bent into an arc."""
    angle = rng.uniform(0.0, np.pi, n)
    arc = np.column_stack([np.cos(angle), np.sin(angle)]) + rng.normal(0.0, 0.15, (n, 2))
    return np.column_stack([arc, rng.normal(0.0, 0.5, (n, d - 2))])


_FREE: dict[str, Callable[[int, int, np.random.Generator], np.ndarray]] = {
    "normal": _normal,
    "uniform": _uniform,
    "correlated": _correlated,
    "skewed": _skewed,
    "scores": _scores,
    "lump of ones": _lump,
    "trend": _trend,
    "curved": _curved,
}
WITHOUT_GROUPS = tuple(_FREE)


def without_groups(family: str, seed: int) -> KnownList:
    """Give one list of ``family`` that shades from end to end."""
    rng = np.random.default_rng([seed, WITHOUT_GROUPS.index(family), 1])
    n, d = _between(rng, *_CUSTOMERS), int(rng.integers(_FACTS[0], _FACTS[1] + 1))
    points = _FREE[family](n, d, rng)
    return KnownList(family, points, np.zeros(n, dtype=int), 1)
