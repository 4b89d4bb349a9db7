"""English headers. Where the place in a list matters, better phrases stand first."""

from desktop_app.core.checking.headers.topics import table

ENGLISH = table(
    customer="customer, client, buyer, member, shopper, user, guest, subscriber, purchaser, patron, "
    "loyalty card, customerid, customerno, clientid, memberid, userid",
    order="order, invoice, transaction, receipt, purchase, sale, ticket, booking, basket, bill, "
    "orderid, orderno, invoiceno, invoiceid, transactionid",
    order_itself="order, invoice, transaction, receipt, ticket",
    identifier="id, ids, sku, uuid, guid, ref, reference, barcode, gtin, asin, leid, euid, token, "
    "customerid, customerno, clientid, memberid, userid, orderid, orderno, invoiceno, invoiceid, "
    "transactionid, unnamed, row number, card number, pan suffix, last 4, internal id",
    identifier_at_end="no, nr, num, number, #, code, key, index",
    no_identifier="number of, no of, nr of, num of, discount code, coupon code, promo code, "
    "country code, province code, state code, currency code, language code, price point",
    email="email, e mail, emails, mail address",
    contact="phone, mobile, telephone, tel, fax, address, address 1, address 2, street, zip, "
    "zipcode, postal, postcode, post code, house number, username, nickname, instagram, "
    "facebook, twitter, website, url, ip, iban, whatsapp, company, vat number, attn, streetname, "
    "street name",
    person_name="name, full name, fullname, customer name, client name, buyer name, member name, "
    "contact name, billing name, shipping name, ship name, username, customer, client, buyer, member",
    part_of_name="first name, firstname, last name, lastname, surname, forename, given name, "
    "family name, middle name, maiden name, lastname preposition, initials, fname, lname",
    thing="product, item, lineitem, event, discount, shop, store, brand, device, category, "
    "campaign, tax, plan, file, segment, company, group, option, staff, employee, price, payment, "
    "sequence, template, service, source",
    consent="accepts, opt in, optin, opted, opt out, newsletter, consent, subscribed, "
    "unsubscribed, blacklisted, email marketing, sms marketing, marketing permission, "
    "email subscription, "
    "gdpr, may contact, do not contact, mailing list",
    date="date, day, created, created at, paid at, placed at, birthday, birthdate, dob, "
    "registered, joined, sign up, signup, timestamp, datetime, invoicedate, orderdate",
    amount="line total, item total, net amount, total amount, order total, order value, "
    "order amount, total price, amount paid, total paid, total sales, net sales, net revenue, "
    "total, amount, revenue, sales, turnover, net total, net, gross sales, gross, "
    "total collected, paid, spent, spend, value, sum, payment, price paid, subtotal",
    order_total="order total, order value, order amount",
    no_amount="tax, taxes, vat, shipping, delivery, discount, refund, refunded, refunds, fee, fees, "
    "tip, insurance, outstanding, balance, cost, points, duties, quantity, qty, count, number, items, unit, "
    "units, each, per, average, avg, status, method, type, name, id, at, date, compare, rate, "
    "orders, visits, last, first",
    price="unit price, unitprice, price each, item price, lineitem price, price",
    quantity="quantity, qty, pieces, units, count, items sold, items",
    refund="refunded amount, amount refunded, refund amount, refunded, refund, refunds",
    discount="discount, discounts, discounted, coupon, coupons, voucher, vouchers, promo code, "
    "promotion code, promotion, rebate",
    no_discount="after, before, less, net, without, incl, excl, including, excluding, price, type",
    category="product category, item category, lineitem category, category, category name, "
    "product type, product group, department, categories",
    status="financial status, payment status, order status, transaction status, status",
    cancelled="cancelled at, canceled at, cancelled, canceled, voided at",
    money="income, salary, wage, wages, earnings, spend, spent, spending, revenue, sales, amount, "
    "price, value, turnover, money, monetary, aov, paid, profit, balance, cost, budget, fee, worth, "
    "clv, ltv, dollars, euros, pounds, eur, usd, gbp, total, subtotal, payment, payments, mnt, tax, "
    "taxes, tip, charges, fees, debt, refund, refunds, refunded, limit, gross, net",
    no_money="score, orders, visits, items, quantity, qty, count, number, points, rating, days, "
    "months, years, share, ratio, percent, rank, index, hours, minutes, customers, purchases, level, "
    "frequency, prc, pct, cards, calls, products, transactions, lines",
    spent="total spent, total spend, money spent, amount spent, total amount spent, "
    "lifetime spend, lifetime value, total revenue, total sales, total paid, customer value, clv, "
    "ltv, monetary, revenue, sales, turnover, spent, spend, total amount, amount, purchase amount, "
    "spending, total",
    average="average, avg, mean, median, per, aov, last, first, max, min, highest, lowest, each",
    never_negative="age, quantity, qty, orders, visits, count, number of, items, children, kids, "
    "household, purchases, years, recency, frequency, days since",
    days="days, recency, recency days",
    measured="years, months, days, hours, number of, count, score, size, limit, distance",
    remark="note, notes, memo, remark, remarks, comment, comments, subject, details",
    sums_up="last, latest, recent, most recent, first",
    coded="gender, genre, sex, edu, occupation, region, channel, segment, type, class, cluster, group, "
    "category, married, marital, education, country, city, store",
    gender="gender, genre, sex",
    age="age, ages, customer age, age years, age in years",
    phone="phone, mobile, telephone, tel, cell, cellphone, whatsapp",
    post_code="zip, zipcode, zip code, postal code, postcode, post code, postalcode",
    currency="currency, order currency, currency code, order currency code, currency iso code, "
    "transaction currency, payment currency, currency iso",
    birth="birth, birthday, birthdate, born, dob",
    forward="due, next, expires, expiry, expiration, expire, renewal, renews, renew, valid, until, "
    "deadline, appointment, booking, event, scheduled, planned, delivery, end, ends, departure, "
    "arrival, check out, checkout, payment terms, reminder",
    demographic="age, ages, gender, genre, sex, income, salary, wage, earnings, household, "
    "children, kids, kidhome, teenhome, married, marital, education, occupation, job, profession, "
    "family, dependents, birth, birthday, birthdate, dob, born, nationality, ethnicity, religion, "
    "language, work experience, edu, employed, employment, senior, senior citizen, partner, spouse, "
    "graduated, retired, student, children at home",
    behavioural="spend, spent, spending, score, order, orders, total, visits, visit, recency, "
    "frequency, monetary, purchase, purchases, last, sales, revenue, basket, items, returns, "
    "loyalty, tenure, channel, rating, quantity, aov, clicks, opens, sessions, discount, coupon, "
    "payment, amount, points, churn, contract, "
    "subscription, service, tenure, response, complain, complaints, exited, signup, sign up, "
    "registered, joined, member since, customer since, mnt, deals, cart, wishlist",
    geographic="town, city, country, region, state, province, county, zip, zipcode, postal, "
    "postcode, district, area, suburb, latitude, longitude, lat, lon, lng, location, continent, "
    "place, neighbourhood, neighborhood, geography, cc, timezone, time zone, gmtoff, dstoff",
    psychographic="style, favourite, favorite, interest, interests, opinion, lifestyle, hobby, "
    "hobbies, attitude, preference, preferred, taste, personality, motivation, likes, values, "
    "colour, color, season, flavour, flavor, music, sport, sports, diet",
)
