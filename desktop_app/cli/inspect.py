"""``clientele inspect``: say what files are, change nothing."""

import argparse
import json

from desktop_app.cli.parsing import plan_from
from desktop_app.cli.shapes import inspected
from desktop_app.cli.terminal import DONE, answer_problems, say
from desktop_app.document.document import Document
from desktop_app.document.street import walk
from desktop_app.i18n import _
from desktop_app.wording.columns import kind_words, role_words


def inspect(options: argparse.Namespace) -> int:
    """Print what the files are; give the exit status."""
    return answer_problems(lambda: _inspect(options))


def _inspect(options: argparse.Namespace) -> int:
    document = walk(Document(plan=plan_from(options)), until="customers")
    if options.json:
        # In ASCII the object survives terminals and pipes of any code page.
        say(json.dumps(inspected(document), indent=2, allow_nan=False))
        return DONE
    assert document.checked is not None
    assert document.customers is not None
    say(
        _("{rows} rows, {customers} customers").format(
            rows=document.checked.raw.n_rows, customers=document.customers.n_customers
        )
    )
    for column in document.checked.columns:
        say(f"  {column.name}: {kind_words(column.kind)}, {role_words(column.role)}")
    return DONE
