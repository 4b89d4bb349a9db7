import numpy as np
import pytest

from desktop_app.core.segmenting.borders import along_borders
from desktop_app.core.segmenting.settling import settle


def plain_steps(columns, weights, centres):
    for _ in range(500):
        distances = ((columns.T[:, None] - centres) ** 2).sum(axis=2)
        labels = distances.argmin(axis=1)
        moved = np.array(
            [
                np.average(columns[:, labels == j], axis=1, weights=weights[labels == j])
                for j in range(4)
            ]
        )
        if np.allclose(moved, centres, rtol=0, atol=1e-13):
            break
        centres = moved
    return centres


def overlapping(n, seed):
    rng = np.random.default_rng(seed)
    return np.exp(rng.normal(size=(3, n))), rng.integers(1, 4, n).astype(float)


@pytest.mark.parametrize("seed", range(3))
def test_looking_at_borders_ends_where_plain_steps_end(seed):
    columns, weights = overlapping(3_000, seed)
    start = columns[:, :4].T

    found = along_borders(columns, weights, start)

    assert found == pytest.approx(plain_steps(columns, weights, start), abs=1e-9)


def test_a_long_list_ends_where_no_step_changes_a_label():
    columns, weights = overlapping(25_000, 1)

    settled = settle(columns, weights, columns[:, :4].T)

    again = plain_steps(columns, weights, settled.centres)
    assert again == pytest.approx(settled.centres, abs=1e-12)


def test_a_centre_that_loses_its_points_ends_the_steps():
    columns = np.array([[0.0, 1.0, 9.0]])

    found = along_borders(columns, np.ones(3), np.array([[0.5], [9.0], [50.0]]))

    assert found.shape == (3, 1)
