"""What a segment is like, in two or three sentences that name no fact twice.

Every sentence shows the values it rests on; motives are never made up.
"""

from collections.abc import Sequence

from desktop_app.core.checking.columns import Column
from desktop_app.core.describing.results import FactInSegment, Level, SegmentProfile
from desktop_app.i18n import _
from desktop_app.wording.clauses import Place, clause
from desktop_app.wording.evidence import (
    fact_value,
    feature_themes,
    find_column,
    place_of,
    plainly,
    side_of,
    value_words,
)
from desktop_app.wording.facts import short_names, upper_first
from desktop_app.wording.ideas import BRINGS_MORE
from desktop_app.wording.numbers import Formats
from desktop_app.wording.themes import Theme

MOST_SENTENCES = 3
MOST_IN_FIRST = 2  # facts; more do not fit on a closed card
BRINGS_LESS = 0.75  # times its share of the people
_OPPOSED = (Theme.INCOME, Theme.SPENDING, Theme.FREQUENCY, Theme.VISITS, Theme.BASKET)


def segment_sentences(
    profile: SegmentProfile, columns: Sequence[Column], formats: Formats
) -> tuple[str, ...]:
    """Say in two or three sentences what a segment is like, the most telling one first."""
    profile = plainly(profile)
    # Income before spending, as the table has it: the order people expect.
    order = [column.name for column in columns]
    features = [fact for fact in profile.facts if fact.is_feature][:MOST_IN_FIRST]
    features.sort(key=lambda fact: order.index(fact.column))
    teller = _Teller(columns, feature_themes(profile, columns), formats)
    sentences = [
        teller.what_they_do(features),
        teller.everyone(features),
        _money(profile, formats),
        *teller.beside(profile, features),
    ]
    return tuple([sentence for sentence in sentences if sentence][:MOST_SENTENCES])


def _money(profile: SegmentProfile, formats: Formats) -> str:
    if profile.money_share is None or (
        BRINGS_LESS < profile.money_share / profile.share < BRINGS_MORE
    ):
        return ""
    return _("They are {people} of the customers and bring {money} of the money.").format(
        people=formats.percent(profile.share), money=formats.percent(profile.money_share)
    )


class _Teller:
    """Words the facts of one segment."""

    def __init__(
        self, columns: Sequence[Column], theme_by_column: dict[str, Theme], formats: Formats
    ) -> None:
        self._columns = columns
        self._names = short_names(columns)
        self._themes = theme_by_column
        self._formats = formats

    def what_they_do(self, facts: Sequence[FactInSegment]) -> str:
        """Say up to two facts in verbs: "Earn most ($87k) and spend most (82 of 100)."."""
        is_in_the_middle = all(side_of(fact) == 0 for fact in facts)
        clauses = [
            self._clause(fact, Place.MIDDLE if is_in_the_middle else place_of(fact))
            for fact in facts
        ]
        if not clauses:
            return ""
        if len(clauses) == 1:
            return upper_first(_("{first}.").format(first=clauses[0]))
        return upper_first(self._joint(facts).format(first=clauses[0], second=clauses[1]))

    def everyone(self, facts: Sequence[FactInSegment]) -> str:
        """Give everyone's averages of the facts that were just said, without naming them again."""
        values = [self._overall(fact) for fact in facts]
        if not values:
            return ""
        averages = (
            values[0]
            if len(values) == 1
            else _("{first} and {second}").format(first=values[0], second=values[1])
        )
        if all(place_of(fact) is Place.USUAL for fact in facts):
            return _("That is close to everyone's average: {averages}.").format(averages=averages)
        return _("Everyone's average: {averages}.").format(averages=averages)

    def beside(self, profile: SegmentProfile, said: Sequence[FactInSegment]) -> tuple[str, ...]:
        """Say what else differs: the other features, then words, then other numbers."""
        telling = [f for f in profile.facts if f not in said and f.level is not Level.MIDDLE]
        words = [
            _("{fact} {word}: {share} of them, {all} of everyone.").format(
                fact=self._names[word.column],
                word=word.value,
                share=self._formats.percent(word.share),
                all=self._formats.percent(word.overall_share),
            )
            for word in profile.words
        ]
        return (
            *(self._compared(fact) for fact in telling if fact.is_feature),
            *words,
            *(self._compared(fact) for fact in telling if not fact.is_feature),
        )

    def _compared(self, fact: FactInSegment) -> str:
        return _("They {clause}; everyone: {all}.").format(
            clause=self._clause(fact, place_of(fact)), all=self._overall(fact)
        )

    def _clause(self, fact: FactInSegment, place: Place) -> str:
        theme, column = self._themes[fact.column], find_column(self._columns, fact.column)
        value = fact_value(fact, column, theme, self._formats)
        return clause(theme, place, self._names[fact.column], value)

    def _overall(self, fact: FactInSegment) -> str:
        theme, column = self._themes[fact.column], find_column(self._columns, fact.column)
        return value_words(fact.overall_mean, column, theme, self._formats)

    def _joint(self, facts: Sequence[FactInSegment]) -> str:
        first, second = (side_of(fact) for fact in facts)
        if first * second < 0 and all(self._themes[fact.column] in _OPPOSED for fact in facts):
            return _("{first} but {second}.")
        return _("{first} and {second}.")
