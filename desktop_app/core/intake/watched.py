"""Asking the database aside, so that its progress shows and a long question can be called off."""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from desktop_app.core.progress import Progress

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_SECONDS_BETWEEN_LOOKS = 0.05

T = TypeVar("T")


def run_watched(
    connection: "DuckDBPyConnection",
    work: Callable[[], T],
    progress: Progress,
    stage: str | None = None,
) -> T:
    """Give the result of ``work``, which asks ``connection`` on a thread of its own meanwhile.

    How far the database is becomes known as ``stage``, unless that is ``None``.

    Raises
    ------
    Cancelled
        ``progress`` says that the result is no longer wanted; the database was interrupted.
    """
    import duckdb

    results: list[T] = []
    problems: list[duckdb.Error] = []

    def run() -> None:
        try:
            results.append(work())
        except duckdb.Error as problem:
            problems.append(problem)

    worker = threading.Thread(target=run)
    worker.start()
    try:
        while worker.is_alive():
            worker.join(_SECONDS_BETWEEN_LOOKS)
            if stage is not None:
                progress.report(max(connection.query_progress(), 0.0) / 100, stage)
            progress.checkpoint()
    finally:
        # An interruption before the question has begun is lost: ask until it is heard.
        while worker.is_alive():
            connection.interrupt()
            worker.join(_SECONDS_BETWEEN_LOOKS)
    if problems:
        raise problems[0]
    return results[0]
