"""What other methods say about the groups, for who asks under "How does this work?"."""

from collections.abc import Callable, Iterator, Sequence

from desktop_app.core.segmenting.other_methods import NOWHERE
from desktop_app.core.segmenting.second_opinions import Method, Move, SecondOpinion, SecondOpinions
from desktop_app.i18n import _, ngettext
from desktop_app.wording.numbers import Formats

MOST_MOVES = 3

_METHODS: dict[Method, Callable[[], str]] = {
    Method.WARD: lambda: _("Ward (joins the nearest groups)"),
    Method.MIXTURE: lambda: _("Gaussian mixture (clouds of any direction)"),
    Method.MEDIANS: lambda: _("k-medians (middle values instead of averages)"),
    Method.HDBSCAN: lambda: _("HDBSCAN (dense places, as many as there are)"),
}


def method_words(method: Method) -> str:
    """Give the name of a method, and in brackets what it does."""
    return _METHODS[method]()


def opinion_words(opinion: SecondOpinion, letters: Sequence[str], formats: Formats) -> str:
    """Say how many customers stay together, who fits no group, and who moves.

    >>> opinion_words(SecondOpinion(Method.WARD, 2, 0.94, 0.8, 0, (Move(0, 1, 6),)), "AB", Formats())
    '94 of 100 customers stay together. 6 go from A to B.'
    """
    if opinion.k == 0:
        return _("It finds no groups: no place has many more customers than those around it.")
    return " ".join(_sentences(opinion, letters, formats))


def opinion_lines(opinions: SecondOpinions, letters: Sequence[str], formats: Formats) -> list[str]:
    """Say all of it, a line per method."""
    lines = [
        _("{method}: {words}").format(
            method=method_words(opinion.method), words=opinion_words(opinion, letters, formats)
        )
        for opinion in opinions.opinions
    ]
    looked_at = looked_at_words(opinions, formats)
    return [*lines, looked_at] if looked_at else lines


def looked_at_words(opinions: SecondOpinions, formats: Formats) -> str:
    """Say how many customers the methods looked at; "" if that was everyone."""
    if opinions.n_looked_at == opinions.n_customers:
        return ""
    return _("The methods looked at {n} of your {all} customers, evenly picked.").format(
        n=formats.count(opinions.n_looked_at), all=formats.count(opinions.n_customers)
    )


def _sentences(opinion: SecondOpinion, letters: Sequence[str], formats: Formats) -> Iterator[str]:
    if opinion.k != len(letters):
        yield ngettext("It finds {k} group.", "It finds {k} groups.", opinion.k).format(
            k=formats.count(opinion.k)
        )
    if opinion.together == 1:
        yield _("All customers stay together.")
        return
    # Rounded down where it would be all, since not all do.
    share = min(99, round(100 * opinion.together))
    yield _("{n} of 100 customers stay together.").format(n=formats.count(share))
    if opinion.n_nowhere:
        yield ngettext(
            "{n} customer fits no group.", "{n} customers fit no group.", opinion.n_nowhere
        ).format(n=formats.count(opinion.n_nowhere))
    moves = [move for move in opinion.moves if move.target != NOWHERE]
    yield from (_move(move, letters, formats) for move in moves[:MOST_MOVES])
    if n := sum(move.n for move in moves[MOST_MOVES:]):
        yield ngettext("{n} more goes elsewhere.", "{n} more go elsewhere.", n).format(
            n=formats.count(n)
        )


def _move(move: Move, letters: Sequence[str], formats: Formats) -> str:
    origin, n = letters[move.origin], formats.count(move.n)
    if move.target >= len(letters):
        words = ngettext(
            "{n} of {origin} gets a group apart.", "{n} of {origin} get a group apart.", move.n
        )
        return words.format(n=n, origin=origin)
    words = ngettext(
        "{n} goes from {origin} to {target}.", "{n} go from {origin} to {target}.", move.n
    )
    return words.format(n=n, origin=origin, target=letters[move.target])
