"""The last weeks of the jongeren whom the demo is about: who comes this afternoon and who waits.

Each line: days before today, time, and the note in the line grammar of `story`; an empty kind is
the spreekuurgesprek of that day when there is one, else a call.
"""

from __future__ import annotations

NAMED: dict[int, tuple[tuple[int, str, str, str], ...]] = {
    1: (
        (
            14,
            "13:00",
            "",
            """Sam vertelt dat hij 's avonds laat doorgamet en 's ochtends niet op gang komt.
Op dinsdag lukt het wel: dan fietst hij met Joep. Mentor meldt dat Sam in de les goed meedoet.
= 4 naar 7: woensdag ook met Joep fietsen
* 3 naar 8 van de 10 ochtenden op tijd, +28
+ Sam gaat 8 van de 10 ochtenden op tijd komen.
! Sam: zet twee wekkers, +14
! mentor: stuurt om 7.30 uur een bericht, +14
! ik: bel moeder, +2
>>""",
        ),
        (
            12,
            "16:40",
            "",
            """@ moeder
Moeder wist niet van het gamen. De telefoon gaat nu om tien uur naar beneden.
Is blij dat we bellen.""",
        ),
        (
            0,
            "13:00",
            "",
            """Twee wekkers helpen. Alleen de woensdagen gaan nog mis, dan fietst hij alleen.
Sam wil zelf iemand vragen.
= 6
* nu 7
+ Sam kwam 7 van de 10 ochtenden op tijd.
! Sam: regelt een fietsmaatje voor de woensdag, +14
! mentor: appt alleen woensdag nog om 7.30 uur, +14
>>""",
        ),
    ),
    2: (
        (
            14,
            "13:20",
            "",
            """Noor vertelt dat maandag en woensdag lukken als ze weet wie er voor de klas staat.
= 5
! docent Nederlands: zet haar werk klaar, +14
! Noor: komt maandag, woensdag en vrijdag het eerste en tweede uur, +14
>>""",
        ),
        (
            9,
            "10:15",
            "",
            """@ oco, mail
Oco ziet dat het stapje voor stapje beter gaat.
!- oco: vraagt de jeugdarts om een afspraak, +5""",
        ),
        (
            0,
            "13:20",
            "",
            """Kwam tien minuten later binnen, de gang was nog vol. Drie dagen volgehouden.
De oco heeft nog niets gehoord over de afspraak.
= 6
+ Noor was drie dagen per week op school, zoals afgesproken.
! Noor: kiest zelf welk uur erbij komt, +14
>>""",
        ),
    ),
    3: (
        (
            13,
            "17:10",
            "",
            """@ vader
Vader vertelt dat Ilyas 's ochtends misselijk is en na tien uur weer opknapt.
Hij wil hem niet dwingen en vraagt wat school kan doen.
! vader: belt zelf voor 8.15 uur bij ziekte, +12
> +9 vader bellen""",
        ),
    ),
    4: (
        (
            42,
            "13:00",
            "",
            """Komt liever zonder ouders, ze weten van het verzuim en dat is genoeg.
Werkt vier avonden in de supermarkt.
= 4 naar 7
* van 7 naar 2 keer te laat in 4 weken, +56
! Daan: vraagt om een avond minder, +14""",
        ),
        (
            28,
            "11:20",
            "",
            """@ mentor
13 uur in vier weken, altijd de eerste twee uren. Cijfers zijn goed.""",
        ),
        (
            14,
            "14:00",
            "",
            """Werkt tot 23 uur in de supermarkt. Vooral ma en di gaan mis. Wil de havo halen.
Moeder weet van het verzuim, Daan vertelt het zelf.
= 5: maandag op tijd
* nu 5
! Daan: zet twee wekkers, +14
! Daan: legt zijn spullen 's avonds klaar, +14
! mentor: stuurt om 7.30 uur een bericht, +14
>>""",
        ),
    ),
    5: (
        (
            8,
            "9:40",
            "Gesprek op school",
            """Oksana vertelt met hulp van de tolk dat de klas aardig is en de bus te vol.
Ze landt nog: de eerste zes weken geen melding.
! mentor: vraagt een klasgenoot om samen te reizen, +14
> +14 isk-overleg""",
        ),
    ),
    6: (
        (
            11,
            "15:30",
            "",
            """@ moeder
Moeder vertelt dat ze de bus van half acht niet halen met de kinderwagen.
! moeder: vraagt de buurvrouw voor dinsdag, +18
> +14 ouders bellen""",
        ),
    ),
    7: (
        (
            6,
            "14:05",
            "",
            """@ Jesse, app
Hij appt dat hij wel wil kijken bij de entreeopleiding, niet alleen.
! trajectbegeleider: gaat dinsdag mee naar de open dag, +13
> +6 appen over de open dag""",
        ),
    ),
    8: (
        (14, "9:10", "", "@ moeder, geen gehoor"),
        (
            12,
            "17:40",
            "",
            """@ moeder, voicemail
Ingesproken dat ik wil weten hoe het gaat, geen boete.""",
        ),
        (
            8,
            "11:00",
            "",
            """@ moeder, brief
Brief in het Arabisch meegegeven aan de zus, die in 1H2 zit.
> +8 9:00 wijkteam bellen
> +9 15:30 deurbezoek met wijkteam""",
        ),
    ),
    9: (
        (
            21,
            "10:00",
            "Huisbezoek",
            """Kwam zelf naar beneden. Mist zijn klas, niet de lessen.
* 0 naar 4 lesuren per week, +45
! mentor: belt elke maandag, +24""",
        ),
        (
            12,
            "10:30",
            "",
            """@ vader
Vader vertelt dat Boris overdag slaapt. Met de hond wandelen lukt wel, om tien uur.
+ Boris wil praten met Ot Prins.
! mentor: belt elke maandag en vraagt naar de hond, +24
! ouders: maken een afspraak bij de huisarts, +19
> +7 bellen""",
        ),
    ),
    10: (
        (
            4,
            "13:15",
            "",
            """@ moeder
Moeder vertelt dat de vlucht al geboekt was. Fenna wil zelf ook gehoord worden, ze is twaalf.
> +4 verlof nakijken""",
        ),
    ),
    14: (
        (
            14,
            "14:20",
            "",
            """Tess vertelt dat ze alleen nog komt voor tekenen. De rest voelt als wachten.
= 4
! Tess: praat met de docent tekenen over de academie, +14
>>""",
        ),
    ),
    15: (
        (
            20,
            "12:10",
            "",
            """@ moeder
Moeder vertelt dat Bram het spreekuur vergeten was. Ze wist er niet van.
! moeder: herinnert Bram aan de volgende keer, +20
>>""",
        ),
    ),
    19: ((26, "10:45", "", "@ Stijn, app\nAppt dat hij even rust wil. Hij meldt zich zelf weer."),),
    20: (
        (
            22,
            "16:20",
            "",
            "@ vader\nVader vertelt dat ze naar de nieuwe mentor kijken, eerst niets.",
        ),
    ),
    21: ((19, "9:35", "", "@ mentor\nMentor meldt dat de stage deze week niet doorging."),),
}

ALONE = frozenset({1, 4})
"""Whose whole story is told above: no thread goes before it."""

TODAY = (
    (1, "7x te laat", "aanwezig", 0, 17),
    (2, "gesprek loopt", "te laat", 4, 14),
    (3, "2 ziekmeldingen", "niet verschenen", 0, 0),
    (4, "13 uur", "uitgenodigd", 0, 0),
    (11, "6x te laat", "uitgenodigd", 0, 0),
    (12, "5x te laat", "uitgenodigd", 0, 0),
    (13, "vrijdag afwezig", "uitgenodigd", 0, 0),
    (14, "gesprek loopt", "uitgenodigd", 0, 0),
    (15, "8x te laat", "uitgenodigd", 0, 0),
    (16, "vraag van mentor", "bij collega", 0, 0),
)
"""The spreekuur of today: who, why, how they came, how many minutes late, how long it took."""

WAITING = ((17, "nog niet bekend", 6), (18, "5x te laat", 2))
"""Who waits for a place today, why, and for how many days."""

NEXT = ((1, "13:00"), (2, "13:20"), (22, "14:00"), (26, "14:20"), (24, "14:50"))
"""Who has a place two weeks from now."""

EARLIER: dict[int, tuple[int, ...]] = {
    1: (1, 2, 22, 4, 14, 26, 24, 23, 29, 31),
    2: (15,),
    3: (4,),
}
"""Who had the first places in earlier spreekuren at school 1, by how many turns ago."""

FORGOT = (2, 15)
"""The turn and the jongere who did not come then."""

UNFILED = (
    1,
    "10:50",
    "buurvrouw van Kees",
    "Buurvrouw van Kees, 4e klas denkt ze, belt dat hij overdag in het park zit.\n"
    "Ze weet zijn achternaam niet en wil niet dat hij weet dat zij belde.",
)
CONCEPT = (
    14,
    "Tess belde terug: de docent tekenen heeft haar werk gezien en wil met haar naar de academie. "
    "Ze vroeg of dat onder schooltijd mag en of haar moeder mee kan. "
    "Ze klonk voor het eerst dit jaar vrolijk. Nog",
)
WITH_SCHOOLS = (
    (2, 6, "10:20", "Consult over ziekteverzuim, zonder naam. Advies: ouders eerst informeren."),
    (1, 7, "15:00", "Hennie vraagt om een uur extra in de toetsweek. Kan als er twee afvallen."),
    (3, 20, "11:30", "Wachtlijst veertien. Drie leerlingen uit de opvang starten na de vakantie."),
    (5, 33, "9:15", "Afgesproken dat uitval in de eerste acht weken meteen gemeld wordt."),
)
"""Calls with a school about nobody in particular: school, days before today, time, text."""
