"""What the words in a header speak of. Another language is one more table in ``LANGUAGES``.

A phrase is found where its words stand side by side in the header: "lineitem quantity" speaks of
quantity. Where the place in a list matters, better phrases stand first.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Topic(StrEnum):
    """What a header can speak of."""

    CUSTOMER = "customer"
    ORDER = "order"
    ORDER_ITSELF = "order_itself"
    IDENTIFIER = "identifier"
    IDENTIFIER_AT_END = "identifier_at_end"
    NO_IDENTIFIER = "no_identifier"
    EMAIL = "email"
    CONTACT = "contact"
    PERSON_NAME = "person_name"
    PART_OF_NAME = "part_of_name"
    THING = "thing"
    CONSENT = "consent"
    DATE = "date"
    AMOUNT = "amount"
    ORDER_TOTAL = "order_total"
    NO_AMOUNT = "no_amount"
    PRICE = "price"
    QUANTITY = "quantity"
    REFUND = "refund"
    STATUS = "status"
    CANCELLED = "cancelled"
    MONEY = "money"
    NO_MONEY = "no_money"
    SPENT = "spent"
    AVERAGE = "average"
    NEVER_NEGATIVE = "never_negative"
    DAYS = "days"
    CODED = "coded"
    AGE = "age"
    BIRTH = "birth"
    PHONE = "phone"
    POST_CODE = "post_code"
    CURRENCY = "currency"
    FORWARD = "forward"
    DEMOGRAPHIC = "demographic"
    BEHAVIOURAL = "behavioural"
    GEOGRAPHIC = "geographic"
    PSYCHOGRAPHIC = "psychographic"


_Language = Mapping[Topic, tuple[str, ...]]


def _table(**phrases: str) -> _Language:
    return MappingProxyType(
        {Topic(topic): tuple(p.strip() for p in text.split(",")) for topic, text in phrases.items()}
    )


ENGLISH = _table(
    customer="customer, client, buyer, member, shopper, user, guest, subscriber, purchaser, patron, "
    "loyalty card, customerid, customerno, clientid, memberid, userid",
    order="order, invoice, transaction, receipt, purchase, sale, ticket, booking, basket, bill, "
    "orderid, orderno, invoiceno, invoiceid, transactionid",
    order_itself="order, invoice, transaction, receipt, ticket",
    identifier="id, ids, sku, uuid, guid, ref, reference, barcode, gtin, asin, leid, euid, token, "
    "customerid, customerno, clientid, memberid, userid, orderid, orderno, invoiceno, invoiceid, "
    "transactionid, unnamed, row number, card number",
    identifier_at_end="no, nr, num, number, #, code, key, index",
    no_identifier="number of, no of, nr of, num of, discount code, coupon code, promo code, "
    "country code, province code, state code, currency code, language code, price point",
    email="email, e mail, emails, mail address",
    contact="phone, mobile, telephone, tel, fax, address, address 1, address 2, street, zip, "
    "zipcode, postal, postcode, post code, house number, username, nickname, instagram, "
    "facebook, twitter, website, url, ip, iban, whatsapp, company, vat number",
    person_name="name, full name, fullname, customer name, client name, buyer name, member name, "
    "contact name, billing name, shipping name, ship name, username, customer, client, buyer, member",
    part_of_name="first name, firstname, last name, lastname, surname, forename, given name, "
    "family name, middle name, maiden name, lastname preposition, initials",
    thing="product, item, lineitem, event, discount, shop, store, brand, device, category, "
    "campaign, tax, plan, file, segment, company, group",
    consent="accepts, opt in, optin, opted, opt out, newsletter, consent, subscribed, "
    "unsubscribed, email marketing, sms marketing, marketing permission, email subscription, "
    "gdpr, may contact, do not contact, mailing list",
    date="date, day, created, created at, paid at, placed at, birthday, birthdate, dob, "
    "registered, joined, sign up, signup, timestamp, datetime, invoicedate, orderdate",
    amount="line total, item total, net amount, total amount, order total, order value, "
    "order amount, total price, amount paid, total paid, total sales, net sales, net revenue, "
    "total, amount, revenue, sales, turnover, net total, net, gross sales, gross, "
    "total collected, paid, spent, spend, value, sum, payment, price paid, subtotal",
    order_total="order total, order value, order amount",
    no_amount="tax, taxes, vat, shipping, delivery, discount, refund, refunded, refunds, fee, fees, "
    "tip, outstanding, balance, cost, points, duties, quantity, qty, count, number, items, unit, "
    "units, each, per, average, avg, status, method, type, name, id, at, date, compare, rate, "
    "orders, visits, last, first",
    price="unit price, unitprice, price each, item price, lineitem price, price",
    quantity="quantity, qty, pieces, units, count, items sold, items",
    refund="refunded amount, amount refunded, refund amount, refunded, refund, refunds",
    status="financial status, payment status, order status, transaction status, status",
    cancelled="cancelled at, canceled at, cancelled, canceled, voided at",
    money="income, salary, wage, wages, earnings, spend, spent, spending, revenue, sales, amount, "
    "price, value, turnover, money, monetary, aov, paid, profit, balance, cost, budget, fee, worth, "
    "clv, ltv, dollars, euros, pounds, eur, usd, gbp, total, subtotal, payment",
    no_money="score, orders, visits, items, quantity, qty, count, number, points, rating, days, "
    "months, years, share, ratio, percent, rank, index, hours, minutes, customers, purchases, level",
    spent="total spent, total spend, money spent, amount spent, total amount spent, "
    "lifetime spend, lifetime value, total revenue, total sales, total paid, customer value, clv, "
    "ltv, monetary, revenue, sales, turnover, spent, spend, total amount, amount, purchase amount, "
    "spending, total",
    average="average, avg, mean, median, per, aov, last, first, max, min, highest, lowest, each",
    never_negative="age, quantity, qty, orders, visits, count, number of, items, children, kids, "
    "household, purchases, years, recency, frequency, days since",
    days="days, recency, recency days",
    coded="gender, genre, sex, region, channel, segment, type, class, cluster, group, category, "
    "married, marital, education, country, city, store",
    age="age, ages, customer age, age years, age in years",
    phone="phone, mobile, telephone, tel, cell, cellphone, whatsapp",
    post_code="zip, zipcode, zip code, postal code, postcode, post code, postalcode",
    currency="currency, order currency, currency code",
    birth="birth, birthday, birthdate, born, dob",
    forward="due, next, expires, expiry, expiration, expire, renewal, renews, renew, valid, until, "
    "deadline, appointment, booking, event, scheduled, planned, delivery, end, ends, departure, "
    "arrival, check out, checkout, payment terms, reminder",
    demographic="age, ages, gender, genre, sex, income, salary, wage, earnings, household, "
    "children, kids, kidhome, teenhome, married, marital, education, occupation, job, profession, "
    "family, dependents, birth, birthday, birthdate, dob, born, nationality, ethnicity, religion, "
    "language, work experience",
    behavioural="spend, spent, spending, score, order, orders, total, visits, visit, recency, "
    "frequency, monetary, purchase, purchases, last, sales, revenue, basket, items, returns, "
    "loyalty, tenure, channel, rating, quantity, aov, clicks, opens, sessions, discount, coupon, "
    "payment, amount, points",
    geographic="town, city, country, region, state, province, county, zip, zipcode, postal, "
    "postcode, district, area, suburb, latitude, longitude, lat, lon, lng, location, continent, "
    "place, neighbourhood, neighborhood",
    psychographic="style, favourite, favorite, interest, interests, opinion, lifestyle, hobby, "
    "hobbies, attitude, preference, preferred, taste, personality, motivation, likes, values",
)

LANGUAGES: tuple[_Language, ...] = (ENGLISH,)

CANCELLED_STATUS = frozenset(
    {"cancelled", "canceled", "voided", "void", "failed", "declined", "expired", "abandoned"}
)
REFUNDED_STATUS = frozenset({"refunded", "fully refunded"})

_WORD = re.compile(r"[^\W\d_]*[^\W\d_A-Z](?=[A-Z])|[A-Z]+(?=[A-Z][a-z])|[^\W\d_]+|\d+|#")
_THOUSANDS = re.compile(
    r"\(?\b[kK]\s?(?P<after>[$€£¥])|(?P<before>[$€£¥])\s?[kK]\b"
    r"|\(\s*(?:in\s+)?(?:k|thousands?|000s?|'000)\s*\)|\bin thousands\b",
)
_SIGN = re.compile(r"[$€£¥]|\b(?:EUR|USD|GBP|CHF)\b", re.IGNORECASE)


def header_words(header: str) -> str:
    """Give the words of a header, lower case, parted by blanks.

    >>> header_words("CustomerID"), header_words("Annual_Income (k$)"), header_words("ORDER #")
    ('customer id', 'annual income k', 'order #')
    """
    return " ".join(_WORD.findall(header)).lower()


def rank(header: str, topic: Topic) -> int | None:
    """Give the place of the best phrase of ``topic`` in the header, ``None`` if it has none.

    >>> rank("Order Total", Topic.AMOUNT) < rank("Subtotal", Topic.AMOUNT)
    True
    """
    words = f" {header_words(header)} "
    places = (
        place
        for language in LANGUAGES
        for place, phrase in enumerate(language[topic])
        if f" {phrase} " in words
    )
    return min(places, default=None)


def speaks_of(header: str, *topics: Topic) -> bool:
    """Tell whether the header speaks of one of the topics.

    >>> speaks_of("Accepts Marketing", Topic.CONSENT), speaks_of("Income", Topic.IDENTIFIER)
    (True, False)
    """
    return any(rank(header, topic) is not None for topic in topics)


def is_exactly(header: str, *topics: Topic) -> bool:
    """Tell whether the header says one phrase of the topics and nothing else."""
    words = header_words(header)
    return any(words in language[topic] for language in LANGUAGES for topic in topics)


def ends_with(header: str, topic: Topic) -> bool:
    """Tell whether the last word of the header is one of the topic's."""
    last = header_words(header).rpartition(" ")[2]
    return any(last in language[topic] for language in LANGUAGES)


def thousands_sign(header: str) -> str | None:
    """Give the currency sign of a header that counts in thousands, ``None`` if it does not.

    >>> thousands_sign("Annual Income (k$)"), thousands_sign("Income"), thousands_sign("Pay (k)")
    ('$', None, '')
    """
    found = _THOUSANDS.search(header)
    return None if found is None else found["after"] or found["before"] or ""


def currency_sign(header: str) -> str:
    """Give the currency sign or code in a header, ``""`` if there is none."""
    found = _SIGN.search(header)
    return "" if found is None else found[0]
