"""Whether the classic view suits a shop: what speaks against it, as codes."""

from desktop_app.core.customers.classic.views import Fitness

LEAST_DAYS = 183  # half a year; in less, recency tells the season, not the customer
MOST_ONE_TIME = 0.9  # of the customers; beyond, how often they buy tells nobody apart
MOST_UNKNOWN = 0.5  # of the lines; beyond, most of the shop's trade is not in the view
FEWEST_LEVELS = 3  # of frequency


def fitness_of(days: int, one_time: float, unknown: float, n_frequencies: int) -> Fitness:
    """Give what speaks against the view, the gravest first.

    ``days`` of history, ``one_time`` share of customers who bought once, ``unknown`` share of lines
    without a customer, ``n_frequencies`` different scores of frequency.

    >>> fitness_of(90, 0.95, 0.0, 2).codes
    ('short_history', 'one_time_buyers', 'few_levels')
    """
    against = {
        "nobody_known": unknown > MOST_UNKNOWN,
        "short_history": days < LEAST_DAYS,
        "one_time_buyers": one_time > MOST_ONE_TIME,
        "few_levels": n_frequencies < FEWEST_LEVELS,
    }
    return Fitness(tuple(code for code, is_so in against.items() if is_so), days, one_time, unknown)
