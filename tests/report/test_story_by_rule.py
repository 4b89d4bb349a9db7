"""Groups by rule keep their names, say so, and survive every way out."""

import csv
import json
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from desktop_app.cli import main
from desktop_app.core.errors import NoClassicView
from desktop_app.core.segmenting.choices import Grouping
from desktop_app.document.document import Document
from desktop_app.document.plan import Plan
from desktop_app.document.street import walk
from desktop_app.paths import resource_path
from desktop_app.report.story import tell
from desktop_app.wording.classic import kind_meaning
from desktop_app.wording.numbers import Formats

ORDERS = Path(resource_path("samples", "shop_orders.csv"))


@pytest.fixture(scope="module")
def found():
    return walk(Document(plan=Plan(files=(ORDERS,))))


@pytest.fixture(scope="module")
def document(found):
    return walk(found.with_plan(replace(found.plan, grouping=Grouping.CLASSIC)))


def test_changing_to_groups_by_rule_keeps_all_that_came_before(found, document):
    assert document.scan is found.scan
    assert document.k == document.segmentation.k == len(document.segmentation.kinds)


def test_every_customer_is_in_the_group_of_their_kind(document):
    kinds = document.customers.original["Kind of customer"].tolist()
    segmentation = document.segmentation

    assert kinds == [segmentation.kinds[label].value for label in segmentation.labels]


def test_names_and_meanings_are_those_of_the_kinds(document):
    story = tell(document, Formats())

    kinds = dict(zip(document.segmentation.letters, document.segmentation.kinds, strict=True))
    assert story.names == {letter: kind.value for letter, kind in kinds.items()}
    assert all(story.sentences[a][0] == kind_meaning(kind) for a, kind in kinds.items())
    assert all(story.ideas.values())
    assert story.reason.startswith("These groups are made by rule")
    assert story.rule == ""
    assert not any("suggested" in step for step in story.steps)
    assert "Kind of customer" not in str(story.sentences)


def test_a_kind_keeps_the_users_name_whatever_its_letter(document):
    plan = document.plan.with_name(*document.name_key(1), "My stars")

    story = tell(document.with_plan(plan), Formats())

    assert story.names["B"] == "My stars"
    assert plan.names == ((0, document.segmentation.kinds[1].value, "My stars"),)
    assert plan.with_features(("Orders",)).names == plan.names


def test_asking_for_a_number_of_groups_or_other_facts_looks_for_them_again(document):
    assert document.plan.with_k(3).grouping is Grouping.FOUND
    assert document.plan.with_features(("Orders",)).grouping is Grouping.FOUND


def test_found_groups_are_described_by_kinds_but_not_told_apart_by_them(found):
    columns = {word.column for p in found.description.profiles for word in p.words}

    assert "Kind of customer" in columns
    assert "Kind of customer" not in {d.column for d in found.description.drivers}
    assert "Kind of customer" not in found.features


def test_limits_of_the_user_are_held_against_groups_by_rule(document):
    limits = replace(document.plan.scan, max_lists=2)

    story = tell(walk(document.with_plan(replace(document.plan, scan=limits))), Formats())

    assert "are more than the 2 lists that you can use." in story.reason


def test_a_customer_list_has_no_groups_by_rule():
    shop = Path(resource_path("samples", "shop_customers.csv"))

    with pytest.raises(NoClassicView):
        walk(Document(plan=Plan(files=(shop,), grouping=Grouping.CLASSIC)))


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_the_command_line_writes_groups_by_rule(suffix, tmp_path, document, capsys):
    out, summary = tmp_path / f"out{suffix}", tmp_path / "summary.json"

    status = main(
        ["segment", str(ORDERS), "-o", str(out), "--classic", "--summary", str(summary), "--quiet"]
    )

    told = json.loads(summary.read_text(encoding="utf-8"))
    assert status == 0
    assert told["grouping"] == "classic"
    assert told["suggested_k"] is None
    assert told["k"] == len(told["segments"]) == document.k
    kinds = told["input"]["orders"]["classic"]["kinds"]
    assert {s["name"]: s["size"] for s in told["segments"]} == kinds
    assert "made by rule" in capsys.readouterr().out
    if suffix == ".csv":
        with out.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        assert all(row["segment_name"] == row["Kind of customer"] for row in rows)
    else:
        assert len(openpyxl.load_workbook(out).sheetnames) == document.k + 2


def test_the_rules_say_how_many_groups_there_are(tmp_path, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["segment", str(ORDERS), "-o", str(tmp_path / "a.csv"), "--classic", "-k", "4"])

    assert stopped.value.code == 2
    assert "leave out -k" in capsys.readouterr().err
