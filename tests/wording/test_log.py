from dataclasses import dataclass

import numpy as np
import pandas as pd
import pytest

from desktop_app.core.checking.checked import CheckedTable, Finding, TableKind
from desktop_app.core.customers.table import REASONS, CustomerTable, OrdersSummary
from desktop_app.core.intake.tables import RawTable
from desktop_app.core.segmenting.choices import EmptyRule, Scale
from desktop_app.core.segmenting.results import (
    FeaturePreparation,
    KScan,
    KScore,
    Prepared,
    Segmentation,
    Suggestion,
)
from desktop_app.wording.log import steps_taken


@dataclass
class Results:
    raw: object = None
    checked: object = None
    mended: object = None
    customers: object = None
    prepared: object = None
    scan: object = None
    segmentation: object = None


def prepared(*features, n_used=4, empty=EmptyRule.LEAVE_OUT):
    rows = np.arange(n_used)
    return Prepared(np.zeros((1, 1)), np.ones(1), rows * 0, rows, 5, features, empty)


def test_nothing_was_done_yet():
    assert steps_taken(Results()) == ()


def test_reading_and_findings_are_told_with_counts():
    raw = RawTable.from_rows(["a"], [["1"], ["x"]])
    checked = CheckedTable(
        raw, TableKind.CUSTOMERS, (), {}, (Finding("not_a_number", 1, "a", (3,), "x"),)
    )

    steps = steps_taken(Results(raw=raw, checked=checked))

    assert steps == ("Read 2 rows from table.csv.", "a: 1 value is not a number: row 3, “x”.")


def test_every_order_line_is_accounted_for():
    orders = OrdersSummary(4120, 1873, 912, {"cancelled": 14, "refunded": 0, "duplicate": 2})
    frame = pd.DataFrame({"a": range(912)})

    steps = steps_taken(Results(customers=CustomerTable(frame, (), frame, orders=orders)))

    assert steps == (
        "Added up 4,120 order lines to 1,873 orders of 912 customers.",
        "Took out 14 lines of cancelled orders.",
        "Took out 2 lines that appeared twice.",
        "912 customers.",
    )


def test_preparation_is_told_feature_by_feature():
    logged = FeaturePreparation("Spend", Scale.STANDARD, True, 0.0, 1.0)
    filled = FeaturePreparation("Age", Scale.NONE, False, 0.0, 1.0, n_filled=2, fill=40.0)

    steps = steps_taken(Results(prepared=prepared(logged, filled)))

    assert steps == (
        "Formed groups by 2 facts: Spend, Age.",
        "Spend: a few very large values, so steps were measured in proportion.",
        "Age: filled 2 empty values with the middle value.",
        "Age: used as it is, not put on one scale.",
        "Left out 1 customer with an empty fact.",
    )


def test_what_counts_more_is_told_once_per_column():
    features = [
        FeaturePreparation(
            f"Town = {w}", Scale.STANDARD, False, 0, 1, column="Town", category=w, weight=0.5
        )
        for w in ("a", "b")
    ]

    steps = steps_taken(Results(prepared=prepared(*features)))

    assert steps[1] == "Town: counts 0.5 times as much as usual."


def test_a_column_of_words_is_named_once():
    features = [
        FeaturePreparation(f"Town = {w}", Scale.STANDARD, False, 0, 1, column="Town", category=w)
        for w in ("a", "b")
    ]

    steps = steps_taken(Results(prepared=prepared(*features, n_used=5)))

    assert steps == ("Formed groups by 1 fact: Town.",)


def test_the_choice_of_k_and_the_sizes_close_the_log():
    score = KScore(1, 1.0, None, 0, None, np.zeros((1, 1)), (3,))
    segmentation = Segmentation(
        2,
        np.array([0]),
        np.zeros((2, 1)),
        np.zeros((2, 1)),
        (1200, 3),
        (0, 0),
        0.0,
        (),
        np.zeros(1),
        np.zeros(1, dtype=np.int64),
    )

    told = steps_taken(
        Results(scan=KScan((score,), Suggestion(2, 2, "clearest")), segmentation=segmentation)
    )
    untold = steps_taken(Results(scan=KScan((score,), Suggestion(None, 2, "no_clear_groups"))))

    assert told == (
        "Tried 1 to 1 groups; 2 is suggested.",
        "Sorted the customers into 2 groups of 1,200, 3.",
    )
    assert untold == ("Tried 1 to 1 groups; none stands out.",)


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_to_take_lines_out_is_told(reason):
    frame = pd.DataFrame({"a": range(3)})
    orders = OrdersSummary(9, 3, 3, {reason: 2})

    steps = steps_taken(Results(customers=CustomerTable(frame, (), frame, orders=orders)))

    assert steps[1].startswith("Took out 2 lines ")


def test_facts_that_counted_once_are_told():
    feature = FeaturePreparation("Age", Scale.STANDARD, False, 0.0, 1.0, mix=(1.0,))

    assert "Facts that move together counted once." in steps_taken(
        Results(prepared=prepared(feature))
    )
