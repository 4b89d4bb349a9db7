"""German headers."""

from desktop_app.core.checking.headers.topics import table

GERMAN = table(
    customer="kunde, kundin, kunden, käufer, käufers, besteller, mitglied, debitor, kundennummer, kundennr, "
    "kundenid, kunden nr, kunden id, mitgliedsnummer, mitgliedsnr, debitorennummer",
    order="bestellung, auftrag, rechnung, beleg, bon, bestellnummer, bestellnr, bestell nr, "
    "auftragsnummer, auftragsnr, rechnungsnummer, rechnungsnr, belegnummer, belegnr, vorgang",
    order_itself="bestellung, auftrag, rechnung, beleg",
    identifier="kundennummer, kundennr, kundenid, kunden nr, mitgliedsnummer, mitgliedsnr, "
    "debitorennummer, bestellnummer, bestellnr, auftragsnummer, auftragsnr, rechnungsnummer, "
    "rechnungsnr, belegnummer, belegnr, artikelnummer, artikelnr, kennung, kartennummer, ean, "
    "lfd nr, laufende nummer, datensatz",
    identifier_at_end="nr, nummer",
    email="mail, mailadresse, emailadresse, e mail adresse",
    contact="telefon, telefonnummer, telefonnr, handy, handynummer, mobil, mobilnummer, adresse, "
    "anschrift, straße, strasse, plz, postleitzahl, hausnummer, hausnr, firma, firmenname, "
    "webseite, ustid, ust id, ust idnr, benutzername, nutzername, kontonummer",
    person_name="kundenname, vollständiger name, kunde, käufer, besteller, empfänger, "
    "ansprechpartner, vor und nachname, name des kunden, name des käufers",
    part_of_name="vorname, nachname, familienname, zuname, rufname",
    thing="produkt, artikel, ware, position, rabatt, filiale, laden, marke, gerät, kategorie, "
    "kampagne, steuer, datei, gruppe, firma, mitarbeiter",
    consent="einwilligung, werbung, werbeerlaubnis, werbeeinwilligung, zustimmung, dsgvo, "
    "kontakterlaubnis, mail erlaubt, darf mail, abonniert, abgemeldet",
    date="datum, bestelldatum, rechnungsdatum, kaufdatum, auftragsdatum, belegdatum, erstellt, "
    "erstellt am, angelegt, angelegt am, registriert, registriert am, anmeldedatum, "
    "geburtsdatum, geburtstag, kunde seit, eintrittsdatum, bestellt am, zeitstempel",
    amount="gesamtbetrag, gesamtsumme, rechnungsbetrag, rechnungssumme, bestellwert, bestellsumme, "
    "auftragswert, endbetrag, zahlbetrag, gesamtpreis, warenwert, nettoumsatz, umsatz netto, "
    "umsatz, betrag, nettobetrag, netto, bruttobetrag, bruttoumsatz, brutto, summe, gesamt, wert, "
    "bezahlt",
    order_total="bestellwert, bestellsumme, auftragswert, rechnungsbetrag, rechnungssumme",
    no_amount="steuer, mwst, ust, versand, versandkosten, rabatt, gutschein, erstattung, erstattet, "
    "gebühr, gebühren, trinkgeld, offen, kosten, punkte, menge, anzahl, stück, stückzahl, je, pro, "
    "durchschnitt, ø, status, art, typ, bestellungen, besuche, letzter, letzte, letztes, erste, "
    "erster",
    price="einzelpreis, stückpreis, artikelpreis, preis",
    quantity="menge, anzahl, stück, stückzahl, artikelanzahl",
    refund="erstatteter betrag, erstattung, erstattet, gutschrift",
    discount="rabatt, rabatte, rabattcode, rabattbetrag, gutschein, gutscheine, gutscheincode, "
    "nachlass, aktionscode, ermäßigung",
    no_discount="nach, vor, abzüglich, ohne, inkl, exkl, preis, art",
    category="produktkategorie, warengruppe, kategorie, artikelgruppe, produktgruppe, abteilung, "
    "kategorien",
    status="bestellstatus, zahlungsstatus, auftragsstatus",
    cancelled="storniert, storniert am, storno",
    money="einkommen, jahreseinkommen, nettoeinkommen, haushaltseinkommen, monatseinkommen, gehalt, "
    "lohn, umsatz, gesamtumsatz, jahresumsatz, betrag, rechnungsbetrag, gesamtbetrag, preis, wert, "
    "bestellwert, warenwert, warenkorbwert, kundenwert, summe, gesamtsumme, gesamt, ausgaben, "
    "ausgegeben, guthaben, kosten, gewinn, budget, zahlung, deckungsbeitrag, rabatt",
    no_money="bestellungen, besuche, anzahl, menge, punkte, bewertung, tage, monate, jahre, anteil, "
    "quote, prozent, rang, stunden, käufe, einkäufe, stück",
    spent="gesamtumsatz, umsatz gesamt, kundenumsatz, jahresumsatz, gesamtausgaben, umsatz, "
    "ausgaben, ausgegeben, kundenwert, gesamtbetrag, gesamtsumme, betrag",
    average="durchschnitt, durchschnittlich, durchschnittlicher, ø, mittel, mittelwert, pro, je, "
    "letzter, letzte, letztes, erste, erster, höchster",
    never_negative="alter, anzahl, menge, bestellungen, besuche, kinder, haushaltsgröße, käufe, "
    "einkäufe, jahre, personen, stück",
    days="tage, tage seit",
    measured="tage, monate, jahre, anzahl, punkte, größe",
    remark="bemerkung, bemerkungen, notiz, notizen, kommentar, anmerkung, anmerkungen, hinweis",
    sums_up="letzte, letzter, letztes, letzten, erste, erster, erstes, zuletzt",
    coded="geschlecht, anrede, kanal, gruppe, kategorie, familienstand, bildung, land, stadt, "
    "filiale, kundengruppe, kundentyp, kundenart, altersgruppe, art, typ",
    gender="geschlecht, anrede",
    age="alter, alter jahre, alter in jahren, lebensalter",
    birth="geburtsdatum, geburtstag, geburtsjahr, geboren, geb, geb datum",
    phone="telefon, telefonnummer, telefonnr, handy, handynummer, mobil, mobilnummer",
    post_code="plz, postleitzahl",
    currency="währung, waehrung, währungscode, währungskürzel",
    forward="fällig, fälligkeit, ablauf, ablaufdatum, gültig, bis, termin, kündigung, verlängerung, "
    "lieferdatum, liefertermin, ende, nächste, nächster, nächstes",
    demographic="alter, altersgruppe, lebensalter, geschlecht, anrede, einkommen, jahreseinkommen, "
    "nettoeinkommen, haushaltseinkommen, monatseinkommen, gehalt, haushalt, haushaltsgröße, kinder, "
    "familienstand, verheiratet, bildung, ausbildung, beruf, geburtsdatum, geburtstag, geburtsjahr, "
    "geboren, nationalität, staatsangehörigkeit, sprache, personen",
    behavioural="umsatz, gesamtumsatz, jahresumsatz, ausgaben, bestellungen, bestellung, bestellwert, "
    "besuche, besuch, kauf, käufe, einkauf, einkäufe, warenkorb, retouren, rücksendungen, rabatt, "
    "gutschein, punkte, treuepunkte, kanal, zahlungsart, letzte, letzter, häufigkeit, betrag, "
    "bewertung, kunde seit, registriert, stammkunde",
    geographic="ort, stadt, wohnort, land, bundesland, kreis, landkreis, bezirk, stadtteil, plz, "
    "postleitzahl, kanton, gebiet, entfernung, lieferland, rechnungsland",
    psychographic="stil, lieblingsfarbe, lieblingsmarke, lieblingsprodukt, interesse, interessen, "
    "hobbys, vorliebe, vorlieben, geschmack, lebensstil, meinung, farbe, einstellung",
)
