import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.charts.flags import Pole, fly_flags
from desktop_app.charts.labels import SIDES, Box, Named, emptiest_places

ROOM = Box(0, 0, 400, 300)
NOBODY = np.empty((0, 2))
places = st.floats(20, 380).flatmap(lambda x: st.tuples(st.just(x), st.floats(20, 280)))


def test_a_lonely_thing_is_named_at_its_upper_right():
    [place] = emptiest_places([Named(200, 150, 60, 15, 10)], NOBODY, ROOM)

    assert place.box.left > 200
    assert place.box.bottom > 150
    assert not place.is_far


def test_a_name_goes_where_it_hides_fewest_points():
    crowd = np.column_stack([np.linspace(195, 300, 200), np.linspace(140, 190, 200)])

    [place] = emptiest_places([Named(200, 150, 60, 15, 10)], crowd, ROOM)

    inside = (crowd > (place.box.left, place.box.bottom)) & (
        crowd < (place.box.right, place.box.top)
    )
    assert not inside.all(axis=1).any()


def test_a_name_moves_off_when_all_around_is_taken():
    around = [
        Box(150, 130, 40, 40),
        Box(210, 130, 40, 40),
        Box(150, 100, 100, 38),
        Box(150, 162, 100, 20),
    ]

    [place] = emptiest_places([Named(200, 150, 30, 15, 12)], NOBODY, ROOM, around)

    assert place.is_far
    assert not any(place.box.meets(box) for box in around)


def test_a_name_wider_than_the_room_is_left_out():
    assert emptiest_places([Named(200, 150, 900, 15, 10)], NOBODY, ROOM) == [None]


def test_a_thing_can_ask_for_a_side():
    below = ((-1, -1), *SIDES)

    [place] = emptiest_places([Named(200, 150, 60, 15, 10, below)], NOBODY, ROOM)

    assert place.box.top < 150
    assert place.box.right < 200


@given(st.lists(places, min_size=1, max_size=10))
def test_names_never_touch_and_never_leave_the_room(points):
    things = [Named(x, y, 70, 15, 12) for x, y in points]

    found = [p.box for p in emptiest_places(things, np.array(points), ROOM) if p is not None]

    assert all(ROOM.holds(box) for box in found)
    assert not any(a.meets(b) for i, a in enumerate(found) for b in found[i + 1 :])


def test_flags_of_neighbours_fly_at_different_heights():
    line = np.column_stack([np.linspace(0, 400, 200), np.linspace(200, 20, 200)])
    poles = [Pole(200, 110, 80, 38), Pole(235, 94, 80, 38)]

    first, second = fly_flags(poles, line, ROOM, 8)

    assert not first.meets(second)
    assert first.bottom > second.bottom


def test_a_flag_at_the_right_edge_flies_to_the_left():
    line = np.column_stack([np.linspace(0, 400, 200), np.linspace(200, 20, 200)])

    [flag] = fly_flags([Pole(395, 22, 80, 38)], line, ROOM, 8)

    assert flag.right < 400


def test_a_flag_without_room_is_not_hoisted():
    assert fly_flags([Pole(200, 110, 900, 38)], NOBODY, ROOM, 8) == [None]
    assert (
        fly_flags([Pole(200, 110, 900, 38), Pole(220, 100, 80, 38)], NOBODY, ROOM, 8)[1] is not None
    )
    assert fly_flags([], NOBODY, ROOM, 8) == []
