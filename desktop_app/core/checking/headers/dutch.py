"""Dutch headers."""

from desktop_app.core.checking.headers.topics import table

DUTCH = table(
    customer="klant, klanten, koper, lid, klantnummer, klantnr, klant nr, klant id, klantid, "
    "lidnummer, debiteurnummer, debiteur, relatienummer",
    order="bestelling, factuur, bon, ordernummer, ordernr, bestelnummer, bestelnr, factuurnummer, "
    "factuurnr, transactie, verkoop",
    order_itself="bestelling, factuur, transactie",
    identifier="klantnummer, klantnr, klantid, lidnummer, ordernummer, ordernr, bestelnummer, "
    "bestelnr, factuurnummer, factuurnr, artikelnummer, artikelnr, kaartnummer, debiteurnummer, "
    "relatienummer",
    identifier_at_end="nummer, nr",
    email="emailadres, e mailadres, mailadres, e mail adres",
    contact="telefoon, telefoonnummer, mobiel, mobiele nummer, adres, straat, straatnaam, huisnummer, "
    "bedrijf, bedrijfsnaam, gebruikersnaam, btw nummer, kvk nummer, website",
    person_name="naam, klantnaam, volledige naam, klant, koper, contactpersoon, naam klant",
    part_of_name="voornaam, achternaam, tussenvoegsel, familienaam, voorletters, initialen",
    thing="product, artikel, korting, winkel, merk, apparaat, categorie, campagne, btw, bedrijf, groep",
    consent="nieuwsbrief, toestemming, ingeschreven, uitgeschreven, aangemeld nieuwsbrief, "
    "mag mailen",
    date="datum, besteldatum, orderdatum, factuurdatum, aankoopdatum, aangemaakt, aangemaakt op, "
    "geregistreerd, registratiedatum, geboortedatum, verjaardag, klant sinds, inschrijfdatum",
    amount="totaalbedrag, orderbedrag, orderwaarde, bestelbedrag, factuurbedrag, eindbedrag, "
    "netto omzet, omzet, bedrag, totaal, totaalprijs, netto, bruto, betaald, waarde, besteed",
    order_total="orderbedrag, orderwaarde, bestelbedrag, factuurbedrag",
    no_amount="btw, verzending, verzendkosten, korting, terugbetaald, kosten, punten, aantal, stuks, "
    "per, gemiddeld, gemiddelde, bestellingen, bezoeken, laatste, eerste, soort",
    price="stukprijs, eenheidsprijs, prijs per stuk, prijs",
    quantity="aantal, hoeveelheid, stuks, aantal artikelen",
    refund="terugbetaald, terugbetaling, creditbedrag",
    discount="korting, kortingen, kortingscode, kortingsbedrag, kortingsbon, kortingsbonnen, "
    "couponcode, waardebon, actiecode",
    no_discount="na, voor, zonder, incl, excl, prijs, soort",
    category="productcategorie, artikelgroep, categorie, productgroep, afdeling, categorieën",
    status="orderstatus, betaalstatus, bestelstatus",
    cancelled="geannuleerd, geannuleerd op",
    money="inkomen, jaarinkomen, salaris, loon, omzet, totale omzet, jaaromzet, bedrag, totaalbedrag, "
    "prijs, waarde, orderwaarde, klantwaarde, totaal, uitgaven, besteed, saldo, kosten, winst, budget",
    no_money="bestellingen, bezoeken, aantal, hoeveelheid, punten, score, dagen, maanden, jaren, "
    "aandeel, procent, rang, aankopen, stuks",
    spent="totale omzet, totaal besteed, totale uitgaven, jaaromzet, klantwaarde, omzet, besteed, "
    "uitgaven, totaalbedrag, bedrag",
    average="gemiddeld, gemiddelde, per, laatste, eerste, hoogste",
    never_negative="leeftijd, aantal, hoeveelheid, bestellingen, bezoeken, kinderen, aankopen, jaren",
    days="dagen, dagen sinds",
    measured="dagen, maanden, jaren, aantal, punten",
    remark="opmerking, opmerkingen, notitie, notities",
    sums_up="laatste, eerste, recentste",
    coded="geslacht, aanhef, kanaal, groep, categorie, burgerlijke staat, opleiding, winkel, "
    "klantgroep, klanttype, soort",
    gender="geslacht, aanhef",
    age="leeftijd, leeftijd jaren",
    birth="geboortedatum, verjaardag, geboortejaar, geboren",
    phone="telefoon, telefoonnummer, mobiel, mobiele nummer",
    currency="valuta, munt, valutacode, munteenheid",
    forward="vervaldatum, verloopt, vervalt, geldig, tot, afspraak, verlenging, leverdatum, einde, "
    "volgende",
    demographic="leeftijd, leeftijdsgroep, geslacht, aanhef, inkomen, jaarinkomen, salaris, "
    "huishouden, gezinsgrootte, kinderen, burgerlijke staat, gehuwd, getrouwd, opleiding, beroep, "
    "geboortedatum, geboortejaar, geboren, verjaardag, nationaliteit, taal",
    behavioural="omzet, totale omzet, jaaromzet, uitgaven, besteed, bestellingen, bestelling, "
    "orderwaarde, bezoeken, bezoek, aankoop, aankopen, winkelmand, retouren, korting, punten, "
    "spaarpunten, kanaal, betaalwijze, laatste, bedrag, beoordeling, klant sinds",
    geographic="plaats, stad, woonplaats, land, provincie, regio, gemeente, wijk, gebied, afstand",
    psychographic="stijl, favoriet, favoriete, interesse, interesses, voorkeur, voorkeuren, "
    "smaak, levensstijl, mening, kleur",
)
