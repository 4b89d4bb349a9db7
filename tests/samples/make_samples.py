"""Make the sample shops that come with the program: ``make_samples.py OUTPUT_FOLDER``.

Every person, address and purchase is invented. Each file has its own fixed seed, so that the
same bytes come out on every run and system, and a change to one file leaves the others alone.
"""

import csv
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np

# numpy promises that the numbers of RandomState never change; those of default_rng may.
from numpy.random import RandomState

Row = Sequence[object]


def make_samples(folder: Path) -> None:
    """Write the four sample files into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    customers = draw_customers(RandomState(CUSTOMERS_SEED))
    write_csv(folder / "shop_customers.csv", CUSTOMER_HEADER, customer_rows(customers))
    june = draw_june(customers, RandomState(JUNE_SEED))
    write_csv(folder / "shop_customers_june.csv", CUSTOMER_HEADER, customer_rows(june))
    orders = draw_orders(RandomState(ORDERS_SEED))
    write_csv(folder / "shop_orders.csv", ORDER_HEADER, order_rows(orders))
    habits = draw_habits(RandomState(HABITS_SEED))
    write_csv(folder / "no_groups.csv", HABIT_HEADER, habits)


def write_csv(path: Path, header: Row, rows: Iterable[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


# --- Customers of a shop with a loyalty card: five groups by income and spending ---------------

# Of the seeds 1 to 8 the one whose five groups stay the clearest when age is looked at as well;
# with most others age alone splits the big middle group. Tutorials start with this file.
CUSTOMERS_SEED = 7
CUSTOMER_HEADER = ("Customer ID", "Gender", "Age", "Annual Income (k$)", "Spending Score (1-100)")


@dataclass(frozen=True)
class Group:
    """One kind of customer; every pair is the middle and the spread."""

    size: int
    income: tuple[int, int]
    score: tuple[int, int]
    age: tuple[int, int]


GROUPS = (
    Group(36, income=(26, 8), score=(21, 12), age=(45, 13)),
    Group(33, income=(26, 8), score=(79, 11), age=(25, 5)),
    Group(120, income=(55, 9), score=(50, 6), age=(43, 16)),
    Group(60, income=(87, 16), score=(82, 9), age=(33, 4)),
    Group(51, income=(88, 17), score=(17, 10), age=(41, 11)),
)
SHARE_OF_WOMEN = 0.56


@dataclass(frozen=True)
class Customer:
    """One customer; ``group`` is what the program is to find out and is never written."""

    number: int
    gender: str
    age: int
    income: int
    score: int
    group: int


def draw_customers(random: RandomState) -> list[Customer]:
    """Draw the members of all groups and number them in a random order."""
    groups = random.permutation(np.repeat(np.arange(len(GROUPS)), [g.size for g in GROUPS]))
    return [draw_customer(number, int(group), random) for number, group in enumerate(groups, 1)]


def draw_customer(number: int, group: int, random: RandomState) -> Customer:
    kind = GROUPS[group]
    return Customer(
        number=number,
        gender="Female" if random.random_sample() < SHARE_OF_WOMEN else "Male",
        age=around(kind.age, 18, 75, random),
        income=around(kind.income, 12, 140, random),
        score=around(kind.score, 1, 100, random),
        group=group,
    )


def around(middle_and_spread: tuple[float, float], low: int, high: int, random: RandomState) -> int:
    """Draw a whole number from a bell curve and keep it between ``low`` and ``high``."""
    value = random.normal(*middle_and_spread)
    return min(max(round(value), low), high)


def customer_rows(customers: Iterable[Customer]) -> Iterable[Row]:
    return ((c.number, c.gender, c.age, c.income, c.score) for c in customers)


# --- The same customers a month later ----------------------------------------------------------

JUNE_SEED = 2
N_GONE = 7
N_NEW = 12
N_MOVED = 24
# Incomes hardly change in a month, spending does: a mover keeps the income and takes up the
# spending of the group across.
ACROSS = {0: 1, 1: 0, 3: 4, 4: 3}
WOBBLE = 1.5  # points by which the score of everybody else changes


def draw_june(customers: list[Customer], random: RandomState) -> list[Customer]:
    """Let some customers move, some leave, some arrive."""
    shuffled = [customers[i] for i in random.permutation(len(customers))]
    stayed = shuffled[N_GONE:]
    may_move = [customer.number for customer in stayed if customer.group in ACROSS]
    movers = set(may_move[:N_MOVED])
    by_number = sorted(stayed, key=lambda customer: customer.number)
    later = [a_month_later(c, c.number in movers, random) for c in by_number]
    weights = np.array([group.size for group in GROUPS]) / len(customers)
    arrived = random.choice(len(GROUPS), size=N_NEW, p=weights)
    first = len(customers) + 1
    return later + [draw_customer(n, int(group), random) for n, group in enumerate(arrived, first)]


def a_month_later(customer: Customer, moves: bool, random: RandomState) -> Customer:
    group = ACROSS[customer.group] if moves else customer.group
    score = GROUPS[group].score if moves else (customer.score, WOBBLE)
    return Customer(
        number=customer.number,
        gender=customer.gender,
        age=customer.age,
        income=customer.income,
        score=around(score, 1, 100, random),
        group=group,
    )


# --- Two years of orders of an online shop -----------------------------------------------------

ORDERS_SEED = 3
ORDER_HEADER = (
    "Order ID",
    "Email",
    "Customer name",
    "Date",
    "Product",
    "Quantity",
    "Unit price",
    "Discount code",
)
OPENING = datetime(2024, 1, 1)
N_DAYS = 731
RETURN_DAYS = 28
N_BUYERS = 900
SHARE_OF_GUESTS = 0.02  # of all orders
SHARE_OF_REFUNDS = 0.03  # of all lines
# How busy each month is: gifts at the end of the year, the garden table in early summer.
SEASON = (0.7, 0.7, 0.9, 1.0, 1.5, 1.5, 0.9, 0.7, 0.8, 0.9, 1.6, 2.2)

PRICE_IN_CENTS = {
    "Peppermint tea, 20 bags": 390,
    "Beeswax candle": 650,
    "Ground coffee, 250 g": 790,
    "Olive oil soap": 850,
    "Breakfast blend, 500 g": 1290,
    "Stoneware mug": 1650,
    "Linen tea towels, pair": 1990,
    "Enamel milk jug": 2450,
    "Oak serving board": 3400,
    "Glass teapot": 4200,
    "Wool blanket": 6900,
    "Cast iron pan": 8900,
    "Hand coffee mill": 11900,
    "Espresso maker": 17900,
}
PERCENT_OFF = {"": 0, "WELCOME10": 10, "SUMMER15": 15, "WINTER20": 20}

FIRST_NAMES = """
Ada Amélie Amir Anna Ben Björn Carla Chloé Daan David Elena Emil Eva Felix Fatima Finn Grace
Hana Hugo Ines Ivan Jana João Julia Karim Lara Leo Lina Lucía Marek Maya Mila Nico Noor Olga
Oscar Paula Rafael Renée Rosa Sami Sofía Theo Tomáš Uma Vera Yusuf Zoë
"""
LAST_NAMES = """
Abbott Albrecht Almeida Andersson Baker Bauer Bianchi Björk Castro Conti Delgado Dubois Evans
Fischer Fontaine García Gruber Haddad Hansen Horvat Ito Jansen Keller Kovács Lambert Lindqvist
Lopes Marino Meyer Moreau Müller Murphy Nagy Nilsen Novák Núñez Okafor Olsen Patel Peeters
Quinn Rossi Sato Schmid Silva Tanaka Turner Varga Visser Walsh Weber Young Zimmer
"""


@dataclass(frozen=True)
class Buyer:
    """Somebody who orders; guests leave no address."""

    name: str
    email: str


@dataclass(frozen=True)
class Line:
    """One product of one order, or its refund (a negative quantity)."""

    when: datetime
    buyer: Buyer
    product: str
    quantity: int
    cents: int
    code: str


Order = list[Line]
NumberedLine = tuple[int, Line]


def draw_orders(random: RandomState) -> list[NumberedLine]:
    """Draw all lines with their order numbers, as the shop wrote them down: by time."""
    names = draw_names(random)
    buyers = [Buyer(name, address_of(name)) for name in names[:N_BUYERS]]
    orders = [order for buyer in buyers for order in orders_of(buyer, random)]
    n_guests = round(len(orders) * SHARE_OF_GUESTS / (1 - SHARE_OF_GUESTS))
    guests = [Buyer(name, "") for name in names[N_BUYERS:][:n_guests]]
    orders += [an_order(guest, moment(draw_start(random), random), 0, random) for guest in guests]
    orders.sort(key=lambda order: (order[0].when, order[0].buyer.name))
    lines = [(number, line) for number, order in enumerate(orders, 1001) for line in order]
    return sorted(lines + draw_refunds(lines, random), key=lambda item: (item[1].when, item[0]))


def draw_names(random: RandomState) -> list[str]:
    """Shuffle every first name with every last name, so that no two people share both."""
    pairs = [f"{first} {last}" for first in FIRST_NAMES.split() for last in LAST_NAMES.split()]
    return [pairs[i] for i in random.permutation(len(pairs))]


def address_of(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii")
    return plain.lower().replace(" ", ".") + "@example.org"


def orders_of(buyer: Buyer, random: RandomState) -> list[Order]:
    """Draw when a customer orders: each has a pace of their own and may drop out for good.

    This is the BG/NBD model of Fader, Hardie and Lee (2005), in days that are longer when the
    season is quiet.
    """
    orders_per_day = random.gamma(0.9, 1 / 60)
    drop_out = random.beta(1.0, 4.0)
    taste = random.normal(0.0, 0.6)
    day = draw_start(random)
    orders = [an_order(buyer, moment(day, random), taste, random, is_first=True)]
    while random.random_sample() >= drop_out:
        day += random.exponential(1 / orders_per_day)
        if day >= N_DAYS:
            break
        orders.append(an_order(buyer, moment(day, random), taste, random))
    return orders


def draw_start(random: RandomState) -> float:
    return random.random_sample() * N_DAYS


def busy_share() -> np.ndarray:
    """Give, for the end of each day, the share of the two years' business done by then."""
    months = [(OPENING + timedelta(days=day)).month for day in range(N_DAYS)]
    busy = np.cumsum([SEASON[month - 1] for month in months])
    return busy / busy[-1]


BUSY_SHARE = busy_share()


def moment(busy_day: float, random: RandomState) -> datetime:
    """Turn a day that counts seasons as equally long into one of the calendar, in shop hours."""
    day = int(np.searchsorted(BUSY_SHARE, busy_day / N_DAYS))
    minutes = around((15 * 60, 200), 6 * 60, 23 * 60, random)
    return OPENING + timedelta(days=day, minutes=minutes)


def an_order(
    buyer: Buyer, when: datetime, taste: float, random: RandomState, is_first: bool = False
) -> Order:
    """Draw one to five products; prices follow a log-normal around the customer's taste."""
    n_products = min(1 + random.poisson(0.95), 5)
    code = draw_code(when, is_first, random)
    wanted = np.exp(random.normal(np.log(1700) + taste, 0.7, size=n_products))
    products = dict.fromkeys(nearest_product(cents) for cents in wanted)
    return [
        Line(when, buyer, product, draw_quantity(product, random), price_of(product, code), code)
        for product in products
    ]


def nearest_product(cents: float) -> str:
    return min(PRICE_IN_CENTS, key=lambda product: abs(np.log(PRICE_IN_CENTS[product] / cents)))


def draw_quantity(product: str, random: RandomState) -> int:
    return 1 + random.poisson(0.6 if PRICE_IN_CENTS[product] < 2000 else 0.1)


def draw_code(when: datetime, is_first: bool, random: RandomState) -> str:
    chance = random.random_sample()
    if is_first:
        return "WELCOME10" if chance < 0.5 else ""
    in_season = {6: "SUMMER15", 7: "SUMMER15", 12: "WINTER20"}
    return in_season.get(when.month, "") if chance < 0.4 else ""


def price_of(product: str, code: str) -> int:
    return PRICE_IN_CENTS[product] * (100 - PERCENT_OFF[code]) // 100


def draw_refunds(lines: list[NumberedLine], random: RandomState) -> list[NumberedLine]:
    """Send some lines back within a month, under the number of their order."""
    n_refunds = round(len(lines) * SHARE_OF_REFUNDS / (1 - SHARE_OF_REFUNDS))
    deadline = OPENING + timedelta(days=N_DAYS - RETURN_DAYS)
    returnable = [(number, line) for number, line in lines if line.when < deadline]
    chosen = sorted(random.permutation(len(returnable))[:n_refunds])
    return [(returnable[i][0], refund_of(returnable[i][1], random)) for i in chosen]


def refund_of(line: Line, random: RandomState) -> Line:
    later = line.when + timedelta(days=3 + int(random.random_sample() * (RETURN_DAYS - 3)))
    return Line(later, line.buyer, line.product, -line.quantity, line.cents, line.code)


def order_rows(orders: Iterable[NumberedLine]) -> Iterable[Row]:
    for number, line in orders:
        when = line.when.strftime("%Y-%m-%d %H:%M")
        price = f"{line.cents // 100}.{line.cents % 100:02d}"
        buyer = line.buyer
        yield number, buyer.email, buyer.name, when, line.product, line.quantity, price, line.code


# --- One kind of customer only: the honest answer is "no groups" -------------------------------

HABITS_SEED = 5
N_HABITS = 400
HABIT_HEADER = (
    "Customer ID",
    "Days between visits",
    "Minutes per visit",
    "Spent per visit",
    "Years as customer",
)
MIDDLES = (40.0, 32.0, 54.0, 9.0)
SPREADS = (9.0, 6.5, 12.5, 2.1)
DIGITS = (0, 0, 2, 1)
# One shared habit (keen or not) and something of everybody's own in each column.
KEENNESS = (-0.6, 0.7, 0.75, 0.4)


def draw_habits(random: RandomState) -> Iterable[Row]:
    """Draw columns that go together, as one single cloud."""
    keen = random.normal(size=(N_HABITS, 1)) * KEENNESS
    own = random.normal(size=(N_HABITS, 4)) * np.sqrt(1 - np.square(KEENNESS))
    values = MIDDLES + (keen + own) * SPREADS
    for number, row in enumerate(values, 1):
        yield number, *(f"{v:.{n}f}" for v, n in zip(row, DIGITS, strict=True))


if __name__ == "__main__":
    make_samples(Path(sys.argv[1]))
