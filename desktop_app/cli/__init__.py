"""The command line: the window by default, and the same street without a window.

Everything but the window runs without Qt.
"""

import sys
from collections.abc import Sequence

STOPPED = 130
_INTERRUPTED = "Query interrupted"  # what the database makes of Ctrl+C, as a RuntimeError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that ``arguments`` name and give its exit status; Ctrl+C ends it quietly."""
    try:
        return _run(list(sys.argv[1:] if arguments is None else arguments))
    except KeyboardInterrupt:
        return STOPPED
    except RuntimeError as problem:
        if str(problem) != _INTERRUPTED:
            raise
        return STOPPED


def _run(words: list[str]) -> int:
    """Run a command; its modules are loaded here, where Ctrl+C is answered already."""
    if words[:1] == ["--convert-sheet"]:
        # The frozen program is its own spreadsheet converter: there is no other interpreter.
        from desktop_app.core.intake.workbooks.convert_sheet import main as convert_sheet

        return convert_sheet(words[1:])
    from desktop_app.cli.parsing import parse

    options = parse(words)
    if options.command == "segment":
        from desktop_app.cli.segment import segment

        return segment(options)
    if options.command == "inspect":
        from desktop_app.cli.inspect import inspect

        return inspect(options)
    if options.command == "follow":
        from desktop_app.cli.follow import follow

        return follow(options)
    if options.command == "self-test":
        from desktop_app.cli.self_test import self_test

        return self_test()
    from desktop_app.app import run_window

    return run_window(options.files)
