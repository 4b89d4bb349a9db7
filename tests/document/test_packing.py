"""Values come back from plain JSON as they were, and nothing else comes back."""

import json
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.checking.answers import Answer
from desktop_app.core.checking.columns import ColumnChoice, Kind, Role
from desktop_app.core.customers.choices import CustomerChoice
from desktop_app.core.errors import ProjectDamaged
from desktop_app.core.segmenting.choices import FeatureChoice, Grouping, LongTails, Scale
from desktop_app.core.segmenting.trusted import (
    ComesBack,
    SegmentTrust,
    StandsApart,
    Trust,
    Verdict,
)
from desktop_app.document.packing import pack, unpack
from desktop_app.document.plan import Plan

PLAN = Plan(
    files=(Path("a.csv"), Path("b.csv")),
    columns=(ColumnChoice("Age", Role.FEATURE, Kind.NUMBER),),
    answers=(Answer("unusual_value", None, "keep"),),
    customers=CustomerChoice(as_of="2026-05-12", counted=frozenset({"refunded", "cancelled"})),
    features=FeatureChoice(("Age",), Scale.ROBUST, LongTails.KEEP, weights=(("Age", 2.5),)),
    k=4,
    grouping=Grouping.CLASSIC,
    names=((4, "B", "Regulars"),),
)


def through_json(value, kind):
    arrays: list[np.ndarray] = []
    text = json.dumps(pack(value, arrays))
    return unpack(kind, json.loads(text), arrays)


def test_a_plan_comes_back_equal():
    assert through_json(PLAN, Plan) == PLAN


@given(st.text(), st.floats(allow_nan=False), st.integers(0, 10**12))
def test_any_text_and_number_comes_back(text, factor, k):
    plan = Plan(k=k, names=((k, "A", text),), features=FeatureChoice(weights=((text, factor),)))

    assert through_json(plan, Plan) == plan


def test_arrays_travel_beside_the_json():
    segment = SegmentTrust(0.9, ComesBack.ALWAYS, 0.1, 1, StandsApart.CLEARLY, Verdict.NATURAL)
    trust = Trust((segment,), 0.8, Verdict.NATURAL, 100, np.array([0.5, np.nan]), np.array([-1, 0]))

    back = through_json(trust, Trust)

    assert back.segments == trust.segments
    assert np.array_equal(back.sure, trust.sure, equal_nan=True)
    assert not back.elsewhere.flags.writeable


def test_a_field_that_is_not_there_keeps_its_default():
    assert unpack(Plan, {}) == Plan()


def test_dates_come_back():
    assert unpack(date, "2026-05-12") == date(2026, 5, 12)


@pytest.mark.parametrize(
    "plain",
    [
        {"k": "3"},
        {"k": True},
        {"unknown": 1},
        {"names": [[3, "A"]]},
        {"names": {"3": "A"}},
        {"grouping": "elsewhere"},
        {"files": [{"array": 0}]},
        {"features": None},
        [],
        None,
    ],
)
def test_what_is_no_plan_is_refused(plain):
    with pytest.raises(ProjectDamaged):
        unpack(Plan, plain)


def test_an_array_of_another_type_is_refused():
    arrays: list[np.ndarray] = []
    trust = Trust((), 0.8, Verdict.NATURAL, 100, np.array([0.5]), np.array([-1]))
    plain = pack(trust, arrays)

    with pytest.raises(ProjectDamaged):
        unpack(Trust, plain, [arrays[1], arrays[0]])
