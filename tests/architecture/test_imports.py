"""The dependency rule of the README, executable."""

import subprocess
import sys

import pytest
from pytest_archon import archrule

import desktop_app

CORE = "desktop_app.core"
STREET = (
    "intake",
    "checking",
    "customers",
    "segmenting",
    "describing",
    "tracking",
    "sharing",
)
LAYERS = {
    "desktop_app.core": ["desktop_app.wording", "desktop_app.i18n", "desktop_app.document"],
    "desktop_app.wording": ["desktop_app.document", "desktop_app.charts", "desktop_app.report"],
    "desktop_app.document": ["desktop_app.charts", "desktop_app.report", "desktop_app.wording"],
    "desktop_app.charts": ["desktop_app.document", "desktop_app.report"],
    "desktop_app.report": ["desktop_app.services"],
    "desktop_app.services": ["desktop_app.ui", "desktop_app.charts"],
    "desktop_app.ui": ["desktop_app.cli"],
}


def check(rule):
    rule.check(desktop_app, only_direct_imports=True)


@pytest.mark.parametrize("house", ["core", "wording", "document", "charts", "report"])
def test_the_middle_never_sees_qt_or_pyplot(house):
    check(
        archrule(f"{house} without Qt")
        .match(f"desktop_app.{house}*")
        .should_not_import("PySide6*")
        .should_not_import("matplotlib.pyplot*")
    )


def test_the_core_does_not_draw():
    check(archrule("no drawing").match("desktop_app.core*").should_not_import("matplotlib*"))


@pytest.mark.parametrize(("layer", "above"), LAYERS.items())
def test_nobody_imports_upwards(layer, above):
    rule = archrule(f"{layer} sees only what is below").match(f"{layer}*")
    for name in [*above, "desktop_app.app"]:
        rule = rule.should_not_import(f"{name}*")
    if layer in ("desktop_app.core", "desktop_app.document", "desktop_app.charts"):
        rule = rule.should_not_import("desktop_app.services*").should_not_import("desktop_app.ui*")
    check(rule)


@pytest.mark.parametrize("place", range(len(STREET) - 1))
def test_a_house_uses_only_the_houses_before_it(place):
    rule = archrule(f"{STREET[place]} on the street").match(f"{CORE}.{STREET[place]}*")
    for later in STREET[place + 1 :]:
        rule = rule.should_not_import(f"{CORE}.{later}*")
    check(rule)


def test_services_see_qtcore_only():
    check(
        archrule("services without widgets")
        .match("desktop_app.services*")
        .should_not_import("PySide6.QtWidgets")
        .should_not_import("PySide6.QtGui")
    )


def test_pages_never_import_the_numerical_libraries():
    rule = archrule("pages ask jobs").match("desktop_app.ui*")
    for name in ("sklearn*", "scipy*", "duckdb*"):
        rule = rule.should_not_import(name)
    check(rule)


def test_the_first_window_loads_no_heavy_library():
    heavy = [
        "numpy",
        "pandas",
        "scipy",
        "sklearn",
        "matplotlib",
        "duckdb",
        "python_calamine",
        "xlsxwriter",
    ]
    program = (
        f"import sys; import desktop_app.app; print(sorted(set({heavy!r}) & set(sys.modules)))"
    )

    shown = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert shown.stdout.strip() == "[]"
