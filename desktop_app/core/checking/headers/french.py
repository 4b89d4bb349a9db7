"""French headers, with and without accents."""

from desktop_app.core.checking.headers.topics import table

FRENCH = table(
    customer="client, cliente, clients, acheteur, membre, adhérent, adherent, abonné, numéro client, "
    "numero client, n client, id client, code client, réf client",
    order="commande, facture, ticket, vente, numéro de commande, n commande, numéro de facture",
    order_itself="commande, facture",
    identifier="numéro client, numero client, n client, code client, numéro de client, "
    "numéro de commande, numero de commande, n commande, numéro de facture, n facture, référence, "
    "réf, identifiant, code barres, numéro de carte, code article",
    identifier_at_end="numéro, numero, identifiant",
    no_identifier="nombre de, nb de, nb, code promo, code pays",
    email="courriel, adresse mail, adresse email, adresse e mail, mél",
    contact="téléphone, telephone, tél, portable, mobile, adresse, rue, voie, code postal, cp, société, "
    "societe, entreprise, raison sociale, identifiant connexion, site web, n tva",
    person_name="nom complet, nom du client, nom client, client, acheteur, nom et prénom, nom prénom, "
    "prénom nom, destinataire",
    part_of_name="prénom, prenom, nom, nom de famille, nom de naissance",
    thing="produit, article, remise, magasin, boutique, marque, appareil, catégorie, categorie, "
    "campagne, taxe, fichier, groupe, société",
    consent="consentement, abonné newsletter, infolettre, accepte, accepte les mails, opt in, rgpd, "
    "désabonné, inscrit newsletter",
    date="date, jour, créé, créé le, créée le, inscrit, inscrit le, inscription, anniversaire, "
    "date de naissance, client depuis, payé le",
    amount="montant total, montant ttc, montant ht, total ttc, total ht, valeur de la commande, "
    "chiffre d affaires, ca, montant, total, net, brut, payé, dépensé, somme, valeur",
    order_total="montant de la commande, total de la commande, valeur de la commande",
    no_amount="taxe, tva, livraison, frais, remise, réduction, remboursement, remboursé, pourboire, "
    "solde, coût, points, quantité, nombre, nb, par, moyen, moyenne, statut, type, commandes, visites, "
    "dernier, dernière, premier, première",
    price="prix unitaire, prix",
    quantity="quantité, quantite, qté, nombre d articles, nb articles, unités",
    refund="montant remboursé, remboursement, remboursé",
    discount="remise, remises, réduction, réductions, code promo, code réduction, "
    "code de réduction, rabais, bon de réduction",
    no_discount="après, avant, sans, hors, prix, type",
    category="catégorie de produit, catégorie produit, catégorie, categorie, famille de produits, "
    "rayon, catégories",
    status="statut, état, statut de la commande, statut du paiement",
    cancelled="annulé, annulée, annulé le, annulée le",
    money="revenu, revenus, salaire, chiffre d affaires, ca, montant, prix, valeur, panier moyen, "
    "dépense, dépenses, dépensé, solde, coût, bénéfice, budget, somme, ttc, ht, paiement",
    no_money="commandes, visites, quantité, nombre, nb, points, note, jours, mois, années, ans, part, "
    "taux, pourcentage, rang, heures, achats",
    spent="total dépensé, total des achats, montant total, chiffre d affaires, ca total, ca, "
    "total des dépenses, dépenses, dépensé, dépense, valeur client, montant",
    average="moyen, moyenne, par, dernier, dernière, premier, première, max, min",
    never_negative="âge, age, quantité, nombre, nombre de, nb, commandes, visites, enfants, foyer, "
    "achats, ans, années, ancienneté",
    days="jours, récence, jours depuis",
    measured="jours, mois, années, ans, nombre de, nb, points",
    remark="remarque, remarques, commentaire, commentaires, observations",
    sums_up="dernier, dernière, derniere, premier, première, premiere",
    coded="sexe, genre, civilité, civilite, région, canal, groupe, catégorie, categorie, "
    "situation familiale, pays, ville, magasin, tranche d âge",
    gender="sexe, genre, civilité, civilite",
    age="âge, age client, âge client",
    birth="date de naissance, naissance, anniversaire, né, né le, née le, année de naissance",
    phone="téléphone, telephone, tél, portable",
    post_code="code postal, cp",
    currency="devise, monnaie, code devise, devise commande",
    forward="échéance, expire, expiration, valable, jusqu, prochain, prochaine, rendez vous, "
    "renouvellement, date de livraison, fin, prévu, prévue",
    demographic="âge, tranche d âge, sexe, genre, civilité, revenu, revenus, salaire, foyer, enfants, "
    "situation familiale, marié, mariée, études, diplôme, profession, métier, emploi, naissance, "
    "anniversaire, nationalité, langue, csp",
    behavioural="chiffre d affaires, ca, dépense, dépenses, dépensé, commande, commandes, visites, "
    "visite, achat, achats, panier, retours, remise, points, fidélité, canal, mode de paiement, "
    "dernier, dernière, fréquence, récence, montant, note, ancienneté, inscription, client depuis",
    geographic="ville, pays, région, département, commune, quartier, arrondissement, code postal, cp, "
    "lieu, distance",
    psychographic="style, préféré, préférée, intérêt, intérêts, centres d intérêt, loisirs, préférence, "
    "préférences, goût, goûts, mode de vie, opinion, couleur",
)
