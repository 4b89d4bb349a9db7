"""``clientele self-test``: does everything that an installation needs really work here?

Each check does a piece of the real job on a sample shop, the window included.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from desktop_app.cli.terminal import answer_problems, say
from desktop_app.core.errors import AppError
from desktop_app.i18n import _
from desktop_app.paths import resource_path

NEEDED_RESOURCES = (
    "samples/shop_customers.csv",
    "samples/shop_orders.csv",
    "fonts/Inter-Regular.ttf",
    "icons/clientele.svg",
    "styles/app.qss",
    "help/guide.md",
)


class Incomplete(Exception):
    """A check ran and its result is not what a whole installation gives."""


def self_test() -> int:
    """Run every check, print a line for each, and give 0 when all passed, else 1."""
    return answer_problems(_self_test)


def _self_test() -> int:
    checks: dict[str, Callable[[Path], None]] = {
        _("files that come with the program"): _check_resources,
        _("from a customer list to saved lists"): _check_customers,
        _("from orders to customers"): _check_orders,
        _("the window"): _check_window,
    }
    missing = []
    with tempfile.TemporaryDirectory() as folder:
        for name, check in checks.items():
            problem = _problem_of(check, Path(folder))
            say(f"{name}: {problem or _('in order')}")
            if problem:
                missing.append(name)
    if missing:
        sys.stderr.write(_("Not in order: {names}").format(names=", ".join(missing)) + "\n")
    return 1 if missing else 0


def _problem_of(check: Callable[[Path], None], folder: Path) -> str:
    try:
        check(folder)
    except (Incomplete, AppError, ImportError, OSError) as problem:
        return f"{type(problem).__name__}: {problem}"
    return ""


def _check_resources(_folder: Path) -> None:
    absent = [name for name in NEEDED_RESOURCES if not resource_path(name).is_file()]
    if absent:
        raise Incomplete(", ".join(absent))


def _check_customers(folder: Path) -> None:
    from desktop_app.core.intake.reading import read_table
    from desktop_app.document.document import Document
    from desktop_app.document.plan import Plan
    from desktop_app.document.saving import save_customers
    from desktop_app.document.street import walk
    from desktop_app.report.story import tell
    from desktop_app.report.workbook_words import workbook_words
    from desktop_app.wording.numbers import Formats

    sample = resource_path("samples", "shop_customers.csv")
    document = walk(Document(plan=Plan(files=(sample,))))
    formats = Formats.for_locale("en")
    story = tell(document, formats)
    outputs = (folder / "groups.csv", folder / "groups.xlsx")
    words = workbook_words(document, story, formats)
    save_customers(document, outputs, story.names, words)
    assert document.customers is not None
    for path in outputs:
        if read_table(path).n_rows != document.customers.n_customers:
            raise Incomplete(path.name)


def _check_orders(_folder: Path) -> None:
    from desktop_app.document.document import Document
    from desktop_app.document.plan import Plan
    from desktop_app.document.street import walk

    sample = resource_path("samples", "shop_orders.csv")
    document = walk(Document(plan=Plan(files=(sample,))), until="segmentation")
    assert document.customers is not None
    if document.customers.orders is None:
        raise Incomplete(sample.name)


def _check_window(folder: Path) -> None:
    from desktop_app.app import window_shows_groups

    os.environ["CLIENTELE_HOME"] = str(folder)  # the user's own settings are none of its business
    sample = resource_path("samples", "shop_customers.csv")
    if not window_shows_groups(sample, seconds=60):
        raise Incomplete(sample.name)
