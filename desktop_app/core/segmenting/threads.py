"""Several threads for one list, without any part in the result.

What is divided among threads is the same on every machine, and so is the order of putting together.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from typing import Protocol, TypeVar

from threadpoolctl import ThreadpoolController

Task = TypeVar("Task")
Outcome = TypeVar("Outcome")

MOST_THREADS = 8  # more only wait for memory
SHARED_FROM = 200_000  # points; in shorter lists threads wait for each other longer than they work


class Spread(Protocol):
    """Gives the outcomes of the tasks in their order, as ``map`` does."""

    def __call__(
        self, function: Callable[[Task], Outcome], tasks: Iterable[Task], /
    ) -> Iterable[Outcome]:
        """Do all tasks."""


def in_turn(function: Callable[[Task], Outcome], tasks: Iterable[Task], /) -> Iterable[Outcome]:
    """Do the tasks one after the other."""
    return map(function, tasks)


@contextmanager
def several_threads() -> Iterator[Spread]:
    """Give a way to do tasks at once, each with one thread for its matrix products."""
    n_threads = min(os.cpu_count() or 1, MOST_THREADS)
    with one_thread_each(), ThreadPoolExecutor(n_threads) as pool:
        yield pool.map


@contextmanager
def threads_for(n_points: int) -> Iterator[Spread]:
    """Give a way to do the tasks of a list of ``n_points``: at once only if that is faster."""
    if n_points < SHARED_FROM:
        with one_thread_each():
            yield in_turn
    else:
        with several_threads() as spread:
            yield spread


@contextmanager
def one_thread_each() -> Iterator[None]:
    """Let every matrix product be done by the thread that asks for it: the same bits everywhere."""
    with _numeric_libraries().limit(limits=1):
        yield


@cache
def _numeric_libraries() -> ThreadpoolController:
    return ThreadpoolController()  # looking for them takes longer than a short list
