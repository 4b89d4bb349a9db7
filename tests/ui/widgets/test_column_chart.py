import pytest

from desktop_app.ui.widgets.column_chart import ODD_HEIGHT, ColumnChart


@pytest.fixture
def chart(qtbot, theme):
    chart = ColumnChart(theme, height_px=40)
    qtbot.addWidget(chart)
    chart.resize(100, 40)
    return chart


def heights(chart, colour):
    """Count the pixels of ``colour`` in the middle of each of ten columns."""
    image = chart.grab().toImage()
    return [
        sum(image.pixelColor(x, y).name() == colour for y in range(40)) for x in range(4, 100, 10)
    ]


def test_columns_are_as_high_as_their_counts(chart, theme):
    chart.show_bars([0, 1, 2, 4, 8, 4, 2, 1, 0, 0], tone="accent", name="Age")

    drawn = heights(chart, theme.palette.accent)
    assert drawn[0] == drawn[8] == 0
    assert drawn[4] > 1.8 * drawn[3] > 0
    assert drawn[3] > 1.8 * drawn[2] > 0


def test_grey_is_the_quiet_tone(chart, theme):
    chart.show_bars([1] * 10)

    assert all(heights(chart, theme.palette.line2))


def test_an_odd_value_is_seen_though_it_is_rare(chart, theme):
    chart.show_bars([1000] * 9 + [1], odd={9}, name="Age")

    assert heights(chart, theme.palette.amber)[9] >= theme.px(ODD_HEIGHT)


def test_it_can_be_read_aloud(chart):
    chart.show_bars([1, 2], name="Age")

    assert chart.accessibleName() == "Age"
    assert chart.accessibleDescription() == "1 2"


def test_nothing_to_show_is_an_empty_line(chart, theme):
    chart.show_bars([])
    assert not any(heights(chart, theme.palette.line2))

    chart.show_bars([0, 0])
    assert not any(heights(chart, theme.palette.line2))


def test_it_follows_the_theme(chart, theme):
    chart.show_bars([1] * 10, tone="accent")

    theme.set_scheme("dark")

    assert all(heights(chart, theme.palette.accent))
    theme.set_scheme("light")
