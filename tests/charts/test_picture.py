import pytest

from desktop_app.charts.elbow import draw_elbow
from desktop_app.charts.picture import draw_picture, pixels_of, write_picture
from desktop_app.charts.style import ChartStyle


@pytest.fixture
def picture(make_scan):
    scan = make_scan()
    return draw_picture(
        lambda ax, style: draw_elbow(ax, scan, style, chosen=5), ChartStyle(), (400, 300), "My list"
    )


def test_the_title_stands_above_the_drawing(picture):
    pixels_of(picture)

    [title] = picture.texts
    [ax] = picture.axes
    assert title.get_text() == "My list"
    assert title.get_window_extent().y0 > ax.bbox.y1


def test_a_title_longer_than_the_picture_takes_more_lines(make_scan):
    title = "Average amount of one purchase by the number of purchases in the last twelve months"

    picture = draw_picture(
        lambda ax, style: draw_elbow(ax, make_scan(), style, chosen=5),
        ChartStyle(),
        (400, 300),
        title,
    )
    pixels_of(picture)

    [words], [ax] = picture.texts, picture.axes
    assert words.get_text().split() == title.split()
    assert words.get_window_extent().x1 < picture.bbox.x1
    assert ax.bbox.y1 < words.get_window_extent().y0
    assert words.get_window_extent().y1 <= picture.bbox.y1


def test_a_picture_is_twice_as_fine_as_the_window(picture):
    pixels, width, height = pixels_of(picture)

    assert (width, height) == (800, 600)
    assert len(pixels) == 800 * 600 * 4


@pytest.mark.parametrize(("kind", "start"), [("png", b"\x89PNG"), ("svg", b"<?xml")])
def test_pictures_are_written(picture, tmp_path, kind, start):
    path = tmp_path / f"chart.{kind}"

    write_picture(picture, path, kind)

    assert path.read_bytes().startswith(start)
