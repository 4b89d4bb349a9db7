"""Questions to the database that run aside."""

import threading

import pytest

from desktop_app.core.intake.watched import run_watched
from desktop_app.core.progress import Cancelled


class Deaf:
    """A database that has not begun when it is interrupted first, and loses that."""

    def __init__(self):
        self.n_interrupted, self.is_heard = 0, threading.Event()

    def interrupt(self):
        self.n_interrupted += 1
        if self.n_interrupted > 1:
            self.is_heard.set()

    def work(self):
        self.is_heard.wait(timeout=20)


class NotWanted:
    def report(self, fraction, stage):
        pass

    def checkpoint(self):
        raise Cancelled


def test_a_question_is_interrupted_until_it_hears():
    database = Deaf()

    with pytest.raises(Cancelled):
        run_watched(database, database.work, NotWanted())

    assert database.is_heard.is_set()
