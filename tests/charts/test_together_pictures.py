"""Pictures of what goes together: the map and a pair."""

import numpy as np
import pytest

from desktop_app.charts.pair_picture import draw_pair_picture
from desktop_app.charts.relation_map import (
    cell_of,
    contrast,
    draw_relation_map,
    ink_on,
    map_colour,
    relation_at,
)
from desktop_app.charts.style import DARK, LIGHT, ChartStyle
from desktop_app.core.checking.columns import Column, Kind, Role, Unit
from desktop_app.core.checking.looks.pairs import pair_picture
from desktop_app.core.checking.looks.relations import Relation, relate
from desktop_app.wording.looks import LookWords
from desktop_app.wording.numbers import Formats

AGE = Column("Age", Kind.NUMBER, Role.FEATURE)
INCOME = Column("Income", Kind.NUMBER, Role.FEATURE, unit=Unit.MONEY, sign="€")
WORDS = LookWords({"Age": "Age", "Income": "Income"}, Formats())
SIZES = [(360, 200), (540, 210), (900, 500)]
EMS = [13.0, 16.25, 19.5]


def relations_of(n, rows=300):
    rng = np.random.default_rng(3)
    base = rng.normal(size=(2, rows))
    return relate(
        {
            f"A rather long name of number {i}": base[i % 2] * (-1) ** i
            + 0.3 * i * rng.normal(size=rows)
            for i in range(n)
        }
    )


def cells(ax):
    return {p.get_gid(): p for p in ax.patches if (p.get_gid() or "").startswith("cell")}


def test_each_pair_has_one_cell_with_its_number(draw):
    relations = relations_of(3)

    ax = draw(
        lambda ax, style: draw_relation_map(ax, relations, style, names=relations.columns),
        (540, 210),
    )

    assert set(cells(ax)) == {"cell-0-1", "cell-0-2", "cell-1-2"}
    shown = [text.get_text() for text in ax.texts]
    assert all(name in shown for name in relations.columns)
    assert len(shown) == 6


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("em", EMS)
@pytest.mark.parametrize("n", [2, 3, 7])
def test_names_and_numbers_stand_free(draw, overlaps, clipped, size, em, n):
    relations = relations_of(n)
    size = (size[0], max(size[1], round(n * 1.8 * em)))

    ax = draw(
        lambda ax, style: draw_relation_map(ax, relations, style, names=relations.columns),
        size,
        ChartStyle(LIGHT, em),
    )

    assert overlaps(ax) == []
    assert clipped(ax) == []


def test_twelve_columns_can_still_be_read(draw, overlaps):
    relations = relations_of(12)

    ax = draw(
        lambda ax, style: draw_relation_map(ax, relations, style, names=relations.columns),
        (560, 340),
    )

    assert overlaps(ax) == []


def test_a_place_on_the_map_is_its_pair():
    relations = relations_of(4)

    relation = relation_at(relations, 1.2, 2.9)

    assert relation == relations.relation(1, 3)
    assert cell_of(relations, relation) == (1.0, 3.0)
    assert relation_at(relations, 2.0, 1.0) is None
    assert relation_at(relations, 2.0, 2.0) is None
    assert relation_at(relations, -3.0, 2.0) is None


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("strength", [*np.linspace(-1, 1, 21), float("nan")])
def test_the_number_in_a_cell_can_be_read(palette, strength):
    colour = map_colour(strength, palette)

    assert contrast(ink_on(colour, palette), colour) >= 4.5


MACHADO = {  # severity 1.0, linear RGB (Machado, Oliveira and Fernandes 2009)
    "full": np.eye(3),
    "protan": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998]],
    "deutan": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881]],
    "tritan": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900]],
}  # fmt: skip


def lab(colour, sight):
    parts = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    seen = np.clip(np.array(sight) @ linear, 0, 1)
    to_xyz = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    xyz = np.array(to_xyz) @ seen / [0.95047, 1.0, 1.08883]
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("sight", MACHADO)
def test_together_and_opposite_differ_for_every_sight(palette, sight):
    for strength in (0.4, 0.7, 1.0):
        one, other = (lab(map_colour(s, palette), MACHADO[sight]) for s in (strength, -strength))

        assert np.linalg.norm(one - other) > 11  # at least; the minus sign says it as well


def test_darker_is_closer():
    on_sheet = [contrast(map_colour(s, LIGHT), LIGHT.sheet) for s in (0.0, 0.3, 0.6, 1.0)]

    assert on_sheet == sorted(on_sheet)


def test_an_unknown_strength_is_a_dash(draw):
    few = np.arange(5.0)
    relations = relate({"a": few, "b": few**2})

    ax = draw(lambda ax, style: draw_relation_map(ax, relations, style, names=("a", "b")))

    assert "–" in [text.get_text() for text in ax.texts]


# a pair -------------------------------------------------------------------------------------


@pytest.fixture
def pair():
    rng = np.random.default_rng(4)
    ages = rng.integers(18, 80, 400).astype(float)
    return pair_picture(
        Relation("Age", "Income", 0.6, 400), ages, 900 * ages + rng.normal(0, 9e3, 400)
    )


def painter(picture):
    return lambda ax, style: draw_pair_picture(
        ax, picture, style, columns=(AGE, INCOME), words=WORDS
    )


def by_gid(ax):
    return {line.get_gid(): line for line in ax.lines}


def test_every_customer_is_a_point_and_the_middle_is_a_line(draw, pair):
    ax = draw(painter(pair))

    assert len(by_gid(ax)["points"].get_xdata()) == 400
    assert list(by_gid(ax)["line"].get_ydata()) == [step.middle for step in pair.line]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("em", EMS)
def test_words_of_a_pair_stand_free(draw, overlaps, clipped, pair, size, em):
    ax = draw(painter(pair), size, ChartStyle(DARK, em))

    assert overlaps(ax) == []
    assert clipped(ax) == []


def test_a_few_customers_have_no_line(draw):
    few = np.arange(6.0)

    ax = draw(painter(pair_picture(Relation("Age", "Income", 1.0, 6), few, few)))

    assert set(by_gid(ax)) == {"points"}


def test_a_long_tail_is_drawn_on_a_logged_scale(draw):
    rng = np.random.default_rng(5)
    money = rng.lognormal(5, 1.5, 500)

    ax = draw(
        painter(pair_picture(Relation("Age", "Income", 0.0, 500), rng.normal(50, 5, 500), money))
    )

    assert max(by_gid(ax)["points"].get_ydata()) == pytest.approx(np.log1p(money.max()))


def test_nothing_at_all_is_an_empty_picture(draw):
    nobody = np.array([np.nan])

    ax = draw(painter(pair_picture(Relation("Age", "Income", float("nan"), 0), nobody, nobody)))

    assert len(by_gid(ax)["points"].get_xdata()) == 0
