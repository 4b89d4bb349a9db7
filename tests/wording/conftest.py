import pytest

from desktop_app.core.checking.columns import Column, Kind, Role, Unit
from desktop_app.core.describing.profiles import level_of
from desktop_app.core.describing.results import (
    Description,
    Driver,
    FactInSegment,
    SegmentProfile,
    WordInSegment,
)
from desktop_app.core.segmenting.results import segment_letter

INCOME = Column("Annual Income (k$)", Kind.NUMBER, Role.FEATURE, unit=Unit.THOUSANDS, sign="$")
SCORE = Column("Spending Score (1-100)", Kind.NUMBER, Role.FEATURE)
AGE = Column("Age", Kind.NUMBER, Role.FEATURE)
GENDER = Column("Gender", Kind.CATEGORY, Role.DESCRIBE)
COLUMNS = (GENDER, AGE, INCOME, SCORE)


@pytest.fixture
def columns():
    return COLUMNS


@pytest.fixture
def describe():
    """Make a description from the means per segment by column name.

    ``everyone`` pairs the mean and the standard deviation of all customers by column name.
    """

    def make(means, everyone, side=(), words=None, money=None, sizes=None, drivers=None):
        k = len(next(iter(means.values())))
        sizes = sizes or [10] * k
        profiles = []
        for segment in range(k):
            facts = [
                fact(name, values, segment, *everyone[name], name not in side)
                for name, values in means.items()
            ]
            facts.sort(key=lambda f: (not f.is_feature, -abs(f.difference)))
            own = (words or {}).get(segment, ())
            profiles.append(
                SegmentProfile(
                    letter=segment_letter(segment),
                    size=sizes[segment],
                    share=sizes[segment] / sum(sizes),
                    money_share=None if money is None else money[segment],
                    facts=tuple(facts),
                    words=tuple(WordInSegment(*word) for word in own),
                )
            )
        strengths = drivers or dict.fromkeys(means, 0.5)
        found = tuple(
            Driver(name, share, name in means and name not in side)
            for name, share in strengths.items()
        )
        return Description(tuple(profiles), found, None)

    return make


def fact(name, values, segment, mean, spread, is_feature):
    value = values[segment]
    difference = (value - mean) / spread
    return FactInSegment(
        column=name,
        mean=value,
        median=value,
        lower_quartile=value,
        upper_quartile=value,
        overall_mean=mean,
        difference=difference,
        level=level_of(difference),
        is_feature=is_feature,
        is_highest=value == max(values) > min(values),
        is_lowest=value == min(values) < max(values),
    )


@pytest.fixture
def mall(describe):
    """The five well-known segments by income and spending score, with age beside."""
    return describe(
        {
            INCOME.name: [55.3, 86.5, 88.2, 26.3, 25.7],
            SCORE.name: [49.5, 82.1, 17.1, 20.9, 79.4],
            AGE.name: [42.7, 32.7, 41.1, 45.2, 25.3],
        },
        {INCOME.name: (60.6, 26.2), SCORE.name: (50.2, 25.8), AGE.name: (38.9, 13.9)},
        side={AGE.name},
        sizes=[81, 39, 35, 23, 22],
        drivers={SCORE.name: 0.88, INCOME.name: 0.79, AGE.name: 0.2, GENDER.name: 0.01},
    )
