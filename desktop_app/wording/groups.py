"""What is said about segments: names, sentences, an idea, what drives the split, why so many.

Every sentence shows the values it rests on; motives are never made up.
"""

from collections.abc import Sequence

from desktop_app.core.checking.columns import Column
from desktop_app.core.describing.results import (
    Description,
    Driver,
    Level,
    Rule,
    RuleLine,
)
from desktop_app.core.segmenting.results import KScan, Suggestion
from desktop_app.i18n import _, ngettext
from desktop_app.wording.evidence import find_column
from desktop_app.wording.facts import lower_first, short_names
from desktop_app.wording.ideas import segment_idea
from desktop_app.wording.names import segment_names
from desktop_app.wording.numbers import Formats
from desktop_app.wording.sentences import segment_sentences

__all__ = [
    "condition_words",
    "main_difference",
    "reason_for_k",
    "rule_text",
    "segment_idea",
    "segment_names",
    "segment_sentences",
    "sorted_right_sentence",
]

MATTERS_LITTLE = 0.02  # eta squared below which a column tells the groups apart in no visible way
MATTERS = 0.06  # the usual border between a small and a medium effect (Cohen 1988)


def main_difference(description: Description, columns: Sequence[Column]) -> str:
    """Say which facts the segments differ in most, and which side information plays no part."""
    if len(description.profiles) < 2:
        return _("All customers are in one group.")
    names = short_names(columns)
    telling = [d for d in description.drivers if d.eta_squared >= MATTERS][:2]
    idle = [d for d in description.drivers if _is_idle(d, description)][:2]
    sentences = []
    if len(telling) == 2:
        sentences.append(
            _("They differ most in {first}, then in {second}.").format(
                first=names[telling[0].column], second=names[telling[1].column]
            )
        )
    elif telling:
        sentences.append(_("They differ most in {fact}.").format(fact=names[telling[0].column]))
    else:
        sentences.append(_("They differ only a little."))
    if len(idle) == 2:
        sentences.append(
            _("{first} and {second} make no difference.").format(
                first=names[idle[0].column], second=names[idle[1].column]
            )
        )
    elif idle:
        sentences.append(_("{fact} makes no difference.").format(fact=names[idle[0].column]))
    return " ".join(sentences)


def _is_idle(driver: Driver, description: Description) -> bool:
    """No segment is told apart by it, and none of their sentences says otherwise."""
    return (
        not driver.is_feature
        and driver.eta_squared < MATTERS_LITTLE
        and not any(w.column == driver.column for p in description.profiles for w in p.words)
        and not any(
            f.column == driver.column and f.level is not Level.MIDDLE
            for p in description.profiles
            for f in p.facts
        )
    )


def reason_for_k(
    suggestion: Suggestion, scan: KScan, formats: Formats, words: Sequence[str] = ()
) -> str:
    """Say why this number of groups is suggested, or why none is.

    ``words`` are the names of the facts that are words: between two words there is always a gap.
    """
    if suggestion.code == "apart":
        return _apart_reason(suggestion, words)
    if suggestion.code == "nearest_allowed":
        return _nearest_reason(suggestion, scan, formats)
    if suggestion.code == "clearest":
        return _("{k} groups are clearest.").format(k=suggestion.k) + " " + _only_words(words)
    if suggestion.code == "no_clear_groups":
        return _(
            "We found no natural groups: your customers shade into one another. "
            "Parts of the list can still be useful, but their borders are ours."
        )
    if suggestion.code == "nothing_allowed":
        return _(
            "The limits you set leave only one group. "
            "Allow more messages or smaller groups to see the list divided."
        )
    assert suggestion.code == "too_few", suggestion.code
    return _(
        "There are too few customers to tell groups apart. "
        "You can still look at the parts; a longer list would say more."
    )


def _apart_reason(suggestion: Suggestion, words: Sequence[str]) -> str:
    if words:
        return _(
            "{k} groups can be seen in the numbers of your list. {facts} parts customers, too, "
            "so some borders follow words and not a gap."
        ).format(k=suggestion.k, facts=listed(words))
    reason = _(
        "{k} groups can be seen in your list: between any two of them there are few customers."
    ).format(k=suggestion.k)
    if not suggestion.cuts_across:
        return reason
    reason += " " + _(
        "They are long or uneven, so sorting everyone to the nearest middle cuts across some of them."
    )
    if not suggestion.once_helps:
        return reason
    return f"{reason} " + _(
        "If facts that move together count once, the groups are found as they are."
    )


def _nearest_reason(suggestion: Suggestion, scan: KScan, formats: Formats) -> str:
    """Say which limit stands against the number of groups that can be seen."""
    n_groups = int(dict(suggestion.details)["n_groups"])
    seen = scan.score(n_groups) if n_groups in scan.ks else None
    if seen is not None and seen.ruled_out == "list_too_small":
        words = _(
            "{seen} groups can be seen in your list, but the smallest would have only {least} "
            "customers. {k} comes nearest to it within your limits."
        )
    elif seen is not None and seen.ruled_out == "too_many_lists":
        words = _(
            "{seen} groups can be seen in your list, more than you can run messages for. "
            "{k} comes nearest to it."
        )
    else:
        words = _(
            "{seen} groups can be seen in your list, which is not among the numbers we may suggest. "
            "{k} comes nearest to it."
        )
    least = "" if seen is None else formats.count(min(seen.sizes))
    return words.format(seen=formats.count(n_groups), k=suggestion.k, least=least)


def _only_words(words: Sequence[str]) -> str:
    return _(
        "Only words form them ({facts}): who has the same words is together. A way to divide your "
        "customers, not a discovery."
    ).format(facts=", ".join(words))


def listed(names: Sequence[str]) -> str:
    """Give names as one enumeration.

    >>> listed(["A"]), listed(["A", "B", "C"])
    ('A', 'A, B and C')
    """
    if len(names) < 2:
        return "".join(names)
    return _("{others} and {last}").format(others=", ".join(names[:-1]), last=names[-1])


def rule_text(
    rule: Rule, names: dict[str, str], columns: Sequence[Column], formats: Formats
) -> str:
    """Put the small tree into one line per path, and say how many customers it sorts right."""
    lines = [
        ngettext(
            "{letter} {name}: {conditions} ({n} customer)",
            "{letter} {name}: {conditions} ({n} customers)",
            line.n_customers,
        ).format(
            letter=line.letter,
            name=names[line.letter],
            conditions=condition_words(line, columns, formats),
            n=formats.count(line.n_customers),
        )
        for line in rule.lines
    ]
    return "\n".join([*lines, sorted_right_sentence(rule)])


def sorted_right_sentence(rule: Rule) -> str:
    """Say how many of 100 customers the small tree sorts right."""
    return _("This short rule sorts {n} of 100 customers into their group.").format(
        n=int(100 * rule.accuracy)
    )


def condition_words(line: RuleLine, columns: Sequence[Column], formats: Formats) -> str:
    """Word the limits column by column, a lower and an upper one together."""
    names = short_names(columns)
    limits: dict[str, dict[bool, str]] = {}
    for condition in line.conditions:
        column = find_column(columns, condition.column)
        limit = formats.value(condition.limit, column, is_exact=True)
        limits.setdefault(condition.column, {})[condition.is_above] = limit
    words = {
        (True,): _("{fact} above {low}"),
        (False,): _("{fact} up to {high}"),
        (False, True): _("{fact} above {low} and up to {high}"),
    }
    return ", ".join(
        words[tuple(sorted(sides))].format(
            fact=lower_first(names[name]), low=sides.get(True), high=sides.get(False)
        )
        for name, sides in limits.items()
    )
