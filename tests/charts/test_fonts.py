import logging

import pytest
from matplotlib import rcParams
from matplotlib.font_manager import findfont

from desktop_app.charts.fonts import font


@pytest.mark.parametrize(
    ("weight", "file"),
    [
        ("regular", "Inter-Regular.ttf"),
        ("medium", "Inter-Medium.ttf"),
        ("semibold", "Inter-SemiBold.ttf"),
        ("bold", "Inter-Bold.ttf"),
    ],
)
def test_each_weight_is_its_shipped_file(weight, file):
    assert str(findfont(font(weight, 9.0))).endswith(file)


def test_the_size_is_asked_for_each_time():
    assert font("regular", 9.0).get_size() == 9.0
    assert font("regular", 12.0).get_size() == 12.0


def test_other_scripts_have_a_font_to_fall_back_on():
    assert len(font("regular", 9.0).get_family()) > 1


def test_nothing_global_changes_and_nothing_is_complained_of(caplog):
    before = dict(rcParams)

    with caplog.at_level(logging.WARNING):
        findfont(font("semibold", 9.0))

    assert dict(rcParams) == before
    assert caplog.text == ""
