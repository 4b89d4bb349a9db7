"""Lists of customers as shops have them: four kinds of customers, long tails, z-scored."""

import numpy as np


def heavy_tailed(n: int, d: int, seed: int) -> np.ndarray:
    """Give n customers by d facts: days since, orders, money, then other long and even ones."""
    rng = np.random.default_rng(seed)
    kind = rng.choice(4, n, p=[0.45, 0.3, 0.17, 0.08])

    def by_kind(*values: float) -> np.ndarray:
        return np.array(values)[kind]

    columns = [
        rng.exponential(by_kind(120, 60, 25, 200)),
        rng.negative_binomial(by_kind(1, 2, 6, 3), 0.25).astype(float),
        rng.lognormal(by_kind(3, 4, 5, 3.5), 0.8),
    ]
    more = (
        lambda: rng.lognormal(by_kind(0, 0.5, 1, 0.2), 0.7),
        lambda: rng.gamma(by_kind(1, 2, 4, 3), 2.0),
        lambda: rng.uniform(0, 1, n) + by_kind(0, 0.4, 0.8, 1.2),
        lambda: rng.beta(by_kind(1, 2, 4, 0.7), 2.0),
    )
    columns += [more[i % len(more)]() for i in range(d - len(columns))]
    points = np.column_stack(columns[:d])
    return (points - points.mean(axis=0)) / points.std(axis=0)
