import numpy as np

from desktop_app.core.segmenting.results import KScan, KScore, Suggestion
from desktop_app.wording.figures import figures_table
from desktop_app.wording.numbers import Formats


def test_every_number_of_groups_has_the_figures_of_the_field():
    one = KScore(1, 200.0, None, 90, None, np.zeros((1, 2)), (90,))
    two = KScore(2, 44.25, 0.5539, 90, 120.06, np.zeros((2, 2)), (60, 30))

    rows, headers = figures_table(KScan((one, two), Suggestion(2, 2, "clearest")), Formats())

    assert headers == ("Groups", "WCSS", "Silhouette", "Calinski-Harabasz", "Smallest group")
    assert rows == [
        ("1", "200.00", "–", "–", "90"),
        ("2", "44.25", "0.5539", "120.1", "30"),
    ]
