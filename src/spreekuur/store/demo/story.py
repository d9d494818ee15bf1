"""What was said in the demo, invented: threads that many jongeren share, in the order of a term.

Notes are written in the line grammar; `+14` behind the last comma or after `>` is a day, counted
from the day of the note. `{naam}` and its pronouns are those of the jongere.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Thread:
    """A story: the gesprekken with the jongere, and the calls and mails with others between."""

    reason: str
    """What school wrote on its list."""
    talks: tuple[str, ...]
    calls: tuple[str, ...]


LATE = Thread(
    "7x te laat",
    (
        """{naam} vertelt dat {hij} 's avonds laat doorgaat en 's ochtends niet uit bed komt.
Op dinsdag lukt het wel: dan fietst {hij} met een vriend mee.
= 4 naar 7
* 3 naar 8 van de 10 ochtenden, +84
! {naam}: zet twee wekkers en legt de telefoon beneden, +14""",
        """Twee wekkers helpen, zegt {naam}. Alleen de maandag gaat nog mis.
Wist zelf te noemen wat er anders was op de goede dagen: spullen klaar en ontbeten.
= 5
* nu 5
! mentor: appt op maandag om 7.30 uur, +14""",
        """{Hij} is trots op een week zonder te laat komen. Ouders weten het nog niet.
+ {naam} kwam deze week elke dag op tijd.
= 6
* nu 6
! {naam}: vraagt een klasgenoot om samen te fietsen, +21""",
        """Terugval na de toetsweek, drie keer het eerste uur gemist. Schaamt zich daarvoor.
Wat maakt dat het geen 0 is? "Ik kom nu tenminste zelf met een plan."
= 5
* nu 6""",
        """Het gaat al drie weken goed. {Hij} wil de wekker van de mentor afbouwen.
+ {naam} is 8 van de 10 ochtenden op tijd.
= 7
* nu 8""",
    ),
    (
        """@ moeder
Moeder vertelt dat ze om zes uur naar haar werk gaat en {hem} dan niet kan wekken.
Ze belt voortaan om half acht even naar huis.""",
        """@ mentor, mail
Mentor meldt dat {naam} in de les goed meedoet als {hij} er eenmaal is.""",
        """@ moeder, voicemail
Ingesproken dat het geen boete is, alleen de vraag hoe het thuis gaat.""",
        """@ vader
Vader vertelt dat de telefoon nu om tien uur naar beneden gaat. Hij is blij dat we bellen.
!- vader: controleert om half elf of het licht uit is, +14""",
        """@ mentor
Mentor stuurt het bericht om half acht, {naam} antwoordt meestal met een duim.
+ Het bericht van de mentor helpt.""",
    ),
)

TENSION = Thread(
    "vaak ziek gemeld",
    (
        """{naam} vertelt dat de volle gang het moeilijkst is, de les zelf minder.
Hoe vaak kun je wél op school zijn? Drie ochtenden, als {hij} na de bel naar binnen mag.
= 3 naar 6
* 2 naar 4 dagen per week op school, +84
! oco: regelt dat {naam} vijf minuten later mag komen, +7""",
        """De rustige ingang werkt. {Hij} at deze week twee keer mee in de pauzeruimte.
= 4
* nu 3
! {naam}: komt maandag, woensdag en vrijdag het eerste en tweede uur, +14""",
        """Zegt dat {zijn} hoofd minder vol zit. Toetsen blijven spannend, presenteren ook.
+ {naam} is drie dagen per week op school, dat houden we vast.
= 5
* nu 3""",
        """Een mindere week: na een opmerking in de klas naar huis gegaan en niemand iets gezegd.
We spraken af wie {hij} dan opzoekt.
! mentor: is op dinsdag en donderdag in het lokaal naast de kantine, +14
= 4""",
        """Kwam zelf binnen met het rooster en de dagen die {hij} aandurft.
+ {naam} wil vanaf volgende week vier dagen komen.
= 6
* nu 4""",
    ),
    (
        """@ moeder
Moeder vertelt dat {naam} zondagavond al buikpijn heeft. Ze is bang te veel te duwen.
Besproken wat school al doet en dat kleine stappen tellen.""",
        """@ oco
Oco meldt dat er een vaste plek is in de mediatheek. Docenten weten ervan.
!- oco: vraagt de jeugdarts om een afspraak, +14""",
        """@ mentor, mail
Mentor schrijft dat {naam} het werk thuis bijhoudt en vragen stelt via de mail.""",
        """@ vader
Vader vertelt dat {hij} weer buiten komt, elke dag een rondje met de hond.""",
        """@ oco
Overleg over de toetsen: {naam} mag ze in een kleine ruimte maken.
+ Toetsen in een kleine ruimte tot de kerst.
! oco: zet het in het rooster, +7""",
    ),
)

ILL = Thread(
    "2 ziekmeldingen",
    (
        """{naam} vertelt dat {hij} zich vaak moe voelt en dan maar thuisblijft.
Wat {hij} mist is de klas, niet de lessen.
= 4 naar 7
* 10 naar 18 lesuren per week, +84
! {naam}: komt in elk geval de eerste drie uur, ook als het een mindere dag is, +14""",
        """Sinds het vaste opstaan om half acht gaat het iets beter.
Slaapt overdag niet meer. Dat vindt {hij} zelf het grootste verschil.
= 5
* nu 13""",
        """Was deze week vier dagen op school. Vond het zwaar, wel fijn om iedereen te zien.
+ {naam} was vier van de vijf dagen op school.
= 5
* nu 15
! mentor: geeft een rustig moment na het derde uur, +14""",
        """Over de sportdag: {hij} doet mee als scheidsrechter. Idee van {naam} zelf.
= 6""",
        """Alle uren van de week gevolgd, op gym na. {Hij} wil die nu ook weer proberen.
+ {naam} volgt weer het hele rooster behalve gym.
= 7
* nu 18""",
    ),
    (
        """@ vader
Vader vertelt dat {naam} vaak 's ochtends klaagt en na elf uur weer opknapt.
! vader: belt zelf voor 8.15 uur bij ziekte, +21""",
        """@ verzuimcoördinator, mail
Derde melding deze maand, telkens op maandag. School vraagt om mee te denken.""",
        """@ moeder, geen gehoor""",
        """@ moeder
Moeder vertelt dat de schoolarts heeft meegekeken. Wat daar gezegd is blijft daar.
Nodig is: een vaste plek om even te zitten, en wie dat regelt.
! mentor: laat weten waar die plek is, +7""",
        """@ mentor
Mentor meldt dat er deze week geen ziekmelding was.
+ Een week zonder ziekmelding.""",
    ),
)

WORK = Thread(
    "13 uur ongeoorloofd",
    (
        """Werkt tot laat in de supermarkt. Vooral maandag en dinsdag gaan mis.
Wil de opleiding wel halen: "Anders blijf ik vakken vullen."
= 4 naar 7
* 7 naar 2 keer te laat in 4 weken, +84
! {naam}: vraagt op het werk om niet later dan 21 uur, +14""",
        """Het gesprek op het werk is gelukt, maandag heeft {hij} nu vrij.
= 5
* nu 5
! {naam}: legt {zijn} spullen 's avonds klaar, +14
! mentor: stuurt om 7.30 uur een bericht, +14""",
        """Vertelt dat het geld thuis nodig is. Samen gekeken op welke dagen allebei kan.
+ {naam} heeft de werktijden aangepast.
= 5""",
        """Slaapt beter en is daar trots op. Eén keer misgegaan toen de bus uitviel.
= 6
* nu 4
! {naam}: belt de mentor als de bus uitvalt, +14""",
        """Vier weken op rij hooguit twee keer te laat.
+ {naam} was deze vier weken twee keer te laat.
= 7
* nu 2""",
    ),
    (
        """@ mentor
Mentor meldt 13 uur in vier weken, altijd de eerste twee uren. Cijfers zijn goed.""",
        """@ {naam}, app
Hoe is het met het rooster van deze week? Antwoord: "alles gered behalve gym".""",
        """@ moeder
Moeder vertelt dat {naam} het zelf wil oplossen. Ze steunt dat en vraagt niet door.""",
        """@ mentor, mail
De absenties van deze week zijn besproken, {naam} haalt twee uur in op donderdag.
! {naam}: haalt donderdag twee uur in, +7""",
        """@ teamleider
Teamleider geeft ruimte voor een rooster zonder eerste uur op maandag, tot de kerst.
+ Maandag geen eerste uur, tot de kerst.""",
    ),
)

MOTIVATION = Thread(
    "5x te laat",
    (
        """{naam} ziet niet waar het toe leidt: "Ik doe het voor mijn moeder."
Techniek en tekenen zijn de uren waar {hij} wel voor komt.
= 3 naar 6
* 5 naar 1 gemiste uren per week, +84
! mentor: zoekt een dag meelopen bij bouwkunde, +21""",
        """Een dag meegelopen. Daar mocht {hij} zelf iets maken, daar praatte {hij} nog dagen over.
= 5
* nu 3
! {naam}: schrijft op wat {hij} daarvoor nodig heeft, +14""",
        """Lijst is klaar, drie punten: wiskunde, op tijd komen en niet weglopen.
+ {naam} werkt toe naar bouwkunde en weet wat daarvoor nodig is.
= 5
* nu 2""",
        """Uitgestuurd bij Engels. {Hij} vertelt het eerlijk en heeft het zelf goedgemaakt.
= 4
! {naam}: loopt eerst naar de mentor als het te veel wordt, +14""",
        """Voldoende voor wiskunde, voor het eerst dit jaar.
+ {naam} miste deze week geen enkel uur.
= 6
* nu 1""",
    ),
    (
        """@ mentor
Mentor vertelt dat {naam} in de praktijkuren een ander mens is.
! mentor: vraagt de decaan om een gesprek, +14""",
        """@ moeder
Moeder vertelt dat er thuis veel strijd is over huiswerk. Ze wil daarmee stoppen, maar hoe.""",
        """@ decaan, mail
Decaan heeft plek op de open dag en gaat zelf mee.""",
        """@ vader
Vader vertelt dat {hij} in het weekend meehelpt in de werkplaats. Dan staat {naam} vroeg op.""",
        """@ mentor, mail
Het overzicht van de gemiste uren is gestuurd, het wordt minder.
+ Het aantal gemiste uren daalt.""",
    ),
)
