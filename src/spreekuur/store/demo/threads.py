"""The other threads of the demo, and what fits every one of them."""

from __future__ import annotations

from spreekuur.store.demo.story import ILL, LATE, MOTIVATION, TENSION, WORK, Thread

CLASSMATES = Thread(
    "vrijdag afwezig",
    (
        """{naam} blijft weg op de dagen met gym, na ruzie in de kleedkamer.
Wie mag je daarbij helpen? De conciërge, zegt {hij}, die ziet alles.
= 4 naar 7
* 1 naar 4 keer gym in 4 weken, +84
! mentor: spreekt met de twee anderen, +7""",
        """Het gesprek met de anderen is geweest. Er is niets goedgemaakt, wel is het stil.
= 5
! {naam}: kleedt zich om bij de conciërge, +14""",
        """Twee keer meegedaan met gym. "Het was gewoon gym."
+ {naam} doet weer mee met gym.
= 6
* nu 2""",
        """Over de groepsapp: {hij} is er zelf uitgestapt en mist niets.
= 6
! mentor: bespreekt de groepsapp in de klas, +14""",
        """Zit nu bij twee klasgenoten aan tafel en gaat mee op excursie.
+ {naam} miste deze maand geen gym.
= 8
* nu 4""",
    ),
    (
        """@ mentor
Mentor vertelt dat de sfeer in de klas al langer niet goed is. Zij is hier blij mee.
! mentor: doet een kringgesprek, +14""",
        """@ moeder
Moeder vertelt dat {naam} er thuis niet over wil praten. Ze merkt het aan het eten.""",
        """@ vader
Vader wilde aangifte doen. Besproken wat school eerst doet en wat dat oplevert.
! ik: bel vader hoe het gesprek ging, +7""",
        """@ mentor, mail
Deze week geen meldingen. {naam} kwam zelf even zwaaien.""",
        """@ oco
Oco biedt een training aan in een kleine groep, {naam} denkt erover na.
+ {naam} kan meedoen met de training op woensdag.""",
    ),
)

PARENTS = Thread(
    "6x te laat",
    (
        """Moeder vertelt dat de ochtenden met drie kinderen niet te doen zijn zonder auto.
{naam} staat wel op tijd klaar, zegt ze. Het wachten is op de kleinste.
! moeder: brengt {naam} om acht uur naar de buurvrouw, +14""",
        """De buurvrouw brengt {hem} nu op dinsdag en donderdag. Dat scheelt, zegt moeder.
+ Op dinsdag en donderdag is {naam} op tijd.
* 6 naar 1 keer te laat per maand, +84""",
        """Vader was er ook bij. Hij wist niet dat school het bijhield.
! ouders: maken samen een lijst voor de ochtend, +14""",
        """De lijst hangt op de koelkast. {naam} mag afvinken en doet dat ook.
+ {naam} vinkt zelf de ochtendlijst af.
* nu 3""",
        """Eén keer te laat deze maand, door de brug. Ouders belden zelf.
* nu 1""",
    ),
    (
        """@ moeder
Moeder vertelt dat ze nachtdiensten draait tot eind van de maand. Oma springt bij.""",
        """@ ib'er
School: meldt dat {naam} vrolijk binnenkomt, ook als het laat is.
! leerkracht: zet {hem} eerst rustig aan tafel, +7""",
        """@ vader
Vader vraagt of een vrije dag voor het feest kan. Uitgelegd hoe dat bij school gaat.""",
        """@ ib'er, mail
Zes keer te laat sinds de vakantie, steeds minder dan tien minuten.""",
        """@ moeder, app
Moeder appt een foto van de lijst: alles afgevinkt.
+ Thuis werkt de ochtendlijst.""",
    ),
)

NEWCOMERS = Thread(
    "vraag van school",
    (
        """{naam} vertelt met hulp van de tolk over de reis en over de school daar.
Mist vrienden. Met rekenen loopt {hij} voor op de klas.
= 5 naar 8
* 3 naar 5 dagen per week de hele dag, +84
! {naam}: komt elke dag tot de lunch, +14""",
        """De bus is het lastige: één overstap te veel. Samen een kortere weg gevonden.
= 6
* nu 4
! mentor: loopt de eerste keer mee naar de halte, +7""",
        """Is door een klasgenoot gevraagd voor voetbal op woensdag.
+ {naam} is nu vier dagen de hele dag op school.
= 7""",
        """Vraagt of {hij} volgend jaar naar de havo kan. Dat vraagt {hij} ook aan de mentor.
! mentor: legt uit hoe doorstromen gaat, +21
= 7""",
        """Vertaalt nu zelf voor een nieuwe klasgenoot.
+ {naam} is de hele week de hele dag op school.
= 8
* nu 5""",
    ),
    (
        """@ mentor
Mentor vertelt dat {naam} rustig meedoet en na de lunch moe is.""",
        """@ moeder
Moeder vertelt via de tolk dat de brieven van school niet aankomen, het huisnummer klopt niet.
! ik: geef het juiste adres door aan school, +3""",
        """@ gedragswetenschapper
Wachtlijst veertien. {naam} landt goed, geen zorgen op dit moment.""",
        """@ mentor, mail
Verlof gevraagd voor een familiebezoek, directeur beslist.""",
        """@ moeder
Moeder vertelt dat de fiets er is. Ze oefenen zondag de route.
+ {naam} komt op de fiets.""",
    ),
)

CHOICE = Thread(
    "geen inschrijving",
    (
        """{naam} zegt dat de opleiding niet was wat {hij} dacht. Veel zitten, weinig doen.
Is wel elke dag bezig: sleutelen aan de scooter van {zijn} neef.
= 4 naar 7
* 0 naar 3 dagen per week bezig, +84
! {naam}: kiest twee open dagen uit, +14""",
        """Twee open dagen gekozen. Naar de entreeopleiding wil {hij} niet alleen.
= 5
! trajectbegeleider: gaat mee naar de open dag, +14""",
        """Vond de open dag beter dan gedacht. De docent kende {zijn} oom.
= 6
* nu 1
! {naam}: belt het bedrijf over een snuffelweek, +7""",
        """De snuffelweek is geweest. "Ze vroegen of ik terugkwam."
= 7
* nu 3""",
        """Aanmelding is gedaan, samen achter de computer.
= 7
! ik: vraag of de aanmelding compleet is, +14""",
    ),
    (
        """@ {naam}, app
Hoe is het? Wat doe je de hele dag? Antwoord binnen een uur: "lekker bezig".""",
        """@ moeder
Moeder vertelt dat ze blij is dat er iemand meeloopt. Ze had al drie keer gebeld.""",
        """@ trajectbegeleider
Overleg over de stap naar entree of een leerwerkplek.
! trajectbegeleider: belt twee bedrijven, +14""",
        """@ {naam}, geen gehoor""",
        """@ slb'er, mail
Er is plek per februari, {naam} staat bovenaan.""",
    ),
)

THREADS = {
    "laat": LATE,
    "spanning": TENSION,
    "ziek": ILL,
    "werk": WORK,
    "motivatie": MOTIVATION,
    "klas": CLASSMATES,
    "ouders": PARENTS,
    "isk": NEWCOMERS,
    "keuze": CHOICE,
}

CALLS = (
    """@ moeder
Moeder vertelt dat het deze week rustiger is thuis.""",
    """@ vader
Vader vertelt dat hij de rapportvergadering afwacht en dan weer belt.""",
    """@ mentor
Mentor meldt: geen bijzonderheden, {hij} is er gewoon.""",
    """@ moeder, voicemail
Ingesproken: bel gerust terug, ook na zes uur.""",
    """@ mentor, mail
De lijst van deze week is binnen, niets nieuws.""",
    """@ {naam}, app
Gevraagd hoe het gaat. Antwoord: "goed hoor, toetsweek".""",
    """@ oma
Oma vertelt dat {naam} woensdag bij haar eet en dan over school praat.""",
    """@ moeder
Moeder vertelt dat ze tegen het rapport opziet. Afgesproken dat {naam} het zelf laat zien.""",
    """@ mentor
School: meldt dat er volgende week een toetsweek is, geen spreekuur nodig.""",
    """@ moeder, mail
Moeder stuurt de afspraak met de tandarts door, school wist ervan.""",
    """@ vader, geen gehoor""",
    """@ mentor
Mentor vertelt dat de ouders op de ouderavond waren, allebei.""",
    """@ moeder
Moeder vertelt dat opa ziek is en dat {naam} daar veel aan denkt.""",
    """@ mentor, mail
Rooster gewijzigd, het eerste uur op woensdag vervalt voortaan.""",
)
"""Calls that fit every story."""

TALKS = (
    """{Hij} komt binnen met het rooster in de hand. Weinig te melden, en dat is goed nieuws.""",
    """Gepraat over de zomer en over wat {hij} later wil. School kwam vanzelf ter sprake.
= 6""",
    """{naam} vraagt of we het wat minder vaak kunnen doen. Afgesproken: het hoeft niet elke keer.
+ {naam} komt alleen nog als er iets is.""",
    """Een stille middag. Samen gelopen, daarna ging het praten beter.
= 5""",
    """Het plan van vorige keer ligt er nog, er is één ding bij gekomen.
! {naam}: schrijft op wanneer het wel lukt, +14""",
    """Vertelt over de toets van morgen en over de training van gisteren.
= 7""",
)
"""Gesprekken that fit every story."""

ASIDES = (
    "Welke dag ging het wel? Woensdag, want dan zijn er twee vrije uren tussen.",
    "Praat makkelijker als we lopen dan als we zitten.",
    "Wil dat ik eerst {hem} bel en daarna pas thuis.",
    "Buiten voor de deur nog even nagepraat over voetbal.",
    "Het rapport valt mee, zegt {hij} zelf.",
    "Heeft sinds kort een nieuwe mentor en moet wennen.",
    "Thuis is er weinig ruimte om te leren, de bibliotheek is een idee.",
    "Noemt zelf de docent tekenen als iemand bij wie {hij} terecht kan.",
    "Vraagt wat er in het dossier staat. Samen gekeken.",
    "Wil graag weten hoeveel uur er nu staat: ik zoek het op.",
    "De telefoon is stuk, bellen kan via een huisgenoot.",
    "Op de vraag wat dit gesprek nuttig maakte: dat er iemand luistert.",
    "Zus zit op dezelfde school en rijdt soms mee.",
    "Lacht om de vraag naar de wekker, dat is een goed teken.",
)
"""Lines that may stand in any note."""

STEPS = ("moeder bellen", "bellen", "mentor bellen", "appen hoe het gaat", "langs op school")
"""What comes next when the note itself does not say it."""
