"""What a reader of this code base can rely on."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "desktop_app").rglob("*.py"))
MAX_LINES = 400


def names_called(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            function = node.func
            yield getattr(function, "attr", getattr(function, "id", ""))


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_module_has_one_subject_and_says_which(path):
    text = path.read_text(encoding="utf-8")

    assert len(text.splitlines()) <= MAX_LINES
    assert path.name == "__init__.py" or ast.get_docstring(ast.parse(text))


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_the_window_is_never_frozen_or_killed(path):
    forbidden = {"processEvents", "terminate", "sleep"}

    assert not forbidden & set(names_called(path))


@pytest.mark.parametrize(
    "folder", ["core", "document", "charts", "wording", "report", "services", "ui"]
)
def test_only_the_command_line_prints(folder):
    for path in (ROOT / "desktop_app" / folder).rglob("*.py"):
        if path.name != "convert_sheet.py":
            assert "print" not in set(names_called(path)), path


def test_broad_excepts_stand_only_where_a_job_ends():
    broad = [
        path.relative_to(ROOT).as_posix()
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or getattr(node.type, "id", "") in ("Exception", "BaseException"))
    ]

    assert broad == ["desktop_app/services/jobs.py"]
