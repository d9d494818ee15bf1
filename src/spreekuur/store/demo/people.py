"""Everybody in the demo, invented: the schools, who works there, the jongeren and their parents."""

from __future__ import annotations

from dataclasses import dataclass

SCHOOL_YEAR = 2026
"""The school year in which the classes below fit the dates of birth."""

SETTINGS = {
    "name": "Mirthe Haan",
    "initials": "MH",
    "municipality": "Veenmeer",
    "function": "consulent leerplicht en Doorstroompunt",
    "phone": "06-00 00 00 10",
    "region": "Noord",
}

SCHOOLS = (
    ("99ZA00", "Scholengemeenschap De Veenwijzer", "Veenwijzer", "vo"),
    ("99ZB00", '\'t Kompas, school "Oost & West"', "Kompas", "po"),
    ("99ZC01", "Schakelklas Veenland (ISK)", "ISK Veen", "isk"),
    ("99ZD00", "Praktijkschool Veenrand", "Veenrand", "pro"),
    ("99ZE00", "mbo Turfhoek", "Turfhoek", "mbo"),
    ("99ZF00", "Basisschool De Waterlelie", "Waterlelie", "po"),
)
"""BRIN, name, short name and sector; a jongere names a school by its place here, from 1."""

CONTACTS = (
    (1, "Hennie Drenth", "ondersteuningscoördinator", True),
    (1, "Ot Prins", "mentor", False),
    (1, "Wil Hartog", "mentor", False),
    (1, "Roos Abbink", "verzuimcoördinator", True),
    (2, "Lia van der Wal", "intern begeleider", True),
    (2, "Joris Tuin", "leerkracht", False),
    (3, "Karim El-Âmrani", "gedragswetenschapper", True),
    (4, "Anke Bosma", "zorgcoördinator", True),
    (5, "Ties Nijland", "slb'er", True),
    (6, "Marga Oosting", "directeur", True),
)
"""School, name, role, and whether feedback goes there."""

PARENTS = (
    *("Ilse", "Karin", "Fatma", "Petra", "Iryna", "Beata", "Ellen", "Rima", "Elena", "Marit"),
    *("Sonja", "Nadia", "Anja", "Wendy", "Lucia", "Gonda", "Emine", "Sanne", "Tineke", "Miriam"),
)
FATHERS = ("Rob", "Henk", "Mehmet", "Erik", "Oleh", "Marek", "Johan", "Samir", "Georgi", "Bas")
"""First names of parents, handed out in turn."""

# given|tussenvoegsel|surname|hij of zij|born|school|class|thread|mentor
_PUPILS = """\
Sam|de|Groot|hij|2011-03-14|1|4H2|laat|Ot Prins
Noor|van den|Berg|zij|2010-08-01|1|4H1|spanning|Hennie Drenth
Ilyas||Öztürk|hij|2012-11-24|1|2V3|ziek|Roos Abbink
Daan||Jansma|hij|2009-06-30|1|5H1|werk|Wil Hartog
Oksana||Kovalenko|zij|2012-02-29|3|C|isk|Karim El-Âmrani
Zuzanna||Wiśniewska|zij|2017-05-09|2|gr. 5|ouders|Joris Tuin
Jesse|'t|Hart|hij|2008-01-20|0||keuze|
Amal||Haddad|zij|2011-09-02|1|3H1|spanning|Wil Hartog
Boris||Georgiev|hij|2010-12-12|1|4H2|ziek|Ot Prins
Fenna||Kuipers|zij|2014-10-03|2|gr. 8|ouders|Joris Tuin
Lotte||Bruins|zij|2010-10-21|1|4V1||Hennie Drenth
Milan|de|Wit|hij|2011-12-05|1|3H2||Wil Hartog
Yara||Demir|zij|2013-09-17|1|2H1||Roos Abbink
Tess||Veenstra|zij|2010-11-30|1|4H2|motivatie|Ot Prins
Bram||Postma|hij|2013-12-19|1|1H3|laat|Roos Abbink
Amira||Saleh|zij|2011-10-11|1|3V2||Wil Hartog
Kees|||hij||1|||
Sofie||Wolters|zij|2012-12-28|1|2H3||Roos Abbink
Stijn||Meijer|hij|2008-04-16|5|1B|keuze|Ties Nijland
Isa||Mulder|zij|2011-11-08|1|3V1|motivatie|Wil Hartog
Ruben||Kok|hij|2012-07-22|4|2|werk|Anke Bosma
Finn||Aalbers|hij|2011-10-02|1|3H2|laat|Wil Hartog
Jade||Bos|zij|2012-09-13|1|2V1|klas|Roos Abbink
Eva||Hofman|zij|2011-01-25|1|4V2|spanning|Hennie Drenth
Filip||Nowak|hij|2015-11-15|2|gr. 7|ouders|Joris Tuin
Sara||Rahimi|zij|2011-12-18|1|3V2|klas|Wil Hartog
Levi||Smit|hij|2009-08-27|5|1A|keuze|Ties Nijland
Lars||Visser|hij|2012-03-04|4|2|werk|Anke Bosma
Lieke|de|Vries|zij|2009-10-09|1|5V1|spanning|Hennie Drenth
Deniz||Yıldız|hij|2011-05-31|4|3|motivatie|Anke Bosma
Mees||Groothuis|hij|2013-11-01|1|1H3|klas|Roos Abbink
Fleur|van der|Laan|zij|2012-10-29|1|2H2|laat|Roos Abbink
Thijs||Wagenaar|hij|2011-02-11|1|4H3|motivatie|Ot Prins
Nina|ten|Cate|zij|2010-12-23|1|4V1|spanning|Hennie Drenth
Youssef||El Idrissi|hij|2012-01-07|1|3H3|klas|Wil Hartog
Julia||Brandsma|zij|2013-10-14|1|1V2|ziek|Roos Abbink
Sven||Terpstra|hij|2010-09-26|1|5H2|werk|Wil Hartog
Lina||Haile|zij|2012-08-18|1|3V1|laat|Wil Hartog
Gijs|van|Dalen|hij|2011-06-03|1|4H1|motivatie|Ot Prins
Roos||Kramer|zij|2010-10-17|1|5H1|ziek|Wil Hartog
Timo||Bakker|hij|2013-01-28|1|2H3|klas|Roos Abbink
Esra||Kaya|zij|2011-08-09|1|4H3|spanning|Ot Prins
Hugo|de|Boer|hij|2012-12-01|1|2V2|laat|Roos Abbink
Meral||Aydın|zij|2010-07-19|1|5V2|werk|Hennie Drenth
Pim||Scholten|hij|2011-09-30|1|3H1|motivatie|Wil Hartog
Zoë||Lammers|zij|2013-02-20|1|2H1|spanning|Roos Abbink
Mats||Dijkstra|hij|2010-11-04|1|4V2|werk|Hennie Drenth
Bo||Huisman|zij|2012-06-12|1|3V2|klas|Wil Hartog
Tijn|van|Veen|hij|2013-12-08|1|1H1|laat|Roos Abbink
Danylo||Shevchenko|hij|2011-04-05|3|B|isk|Karim El-Âmrani
Selam||Tesfay|zij|2012-10-25|3|A|isk|Karim El-Âmrani
Omar||Al-Khatib|hij|2010-09-11|3|C|isk|Karim El-Âmrani
Maja||Kowalska|zij|2016-12-03|2|gr. 6|ouders|Joris Tuin
Luuk||Prinsen|hij|2018-02-14|2|gr. 4|ouders|Joris Tuin
Evi|van|Ommen|zij|2015-03-27|6|gr. 7|ouders|Marga Oosting
Noud||Tibben|hij|2016-08-06|6|gr. 6|ouders|Marga Oosting
Sem||Veldkamp|hij|2011-10-20|4|3|keuze|Anke Bosma
Jayden||Martis|hij|2012-05-16|4|2|klas|Anke Bosma
Anouk||Reinders|zij|2008-12-30|5|2A|werk|Ties Nijland
Kaya||Demmer|zij|2009-07-07|5|1C|keuze|Ties Nijland
Ravi||Soekhai|hij|2008-09-24|5|2B|motivatie|Ties Nijland"""

_MORE: dict[int, dict[str, object]] = {
    1: {"phone": "06-00 00 00 01", "home_language": "Nederlands"},
    3: {"home_language": "Turks"},
    4: {"without_parents": True},
    5: {"home_language": "Oekraïens", "interpreter": True},
    6: {"home_language": "Pools"},
    7: {"phone": "06-00 00 00 07"},
    8: {"home_language": "Arabisch", "interpreter": True},
    13: {"municipality": "Borgerveld"},
    50: {"home_language": "Oekraïens"},
    51: {"home_language": "Tigrinya", "interpreter": True},
}


@dataclass(frozen=True, slots=True)
class Somebody:
    """A jongere of the demo; `thread` names the story, empty for who comes for the first time."""

    number: int
    given: str
    prefix: str
    surname: str
    pronoun: str
    born: str
    school: int
    class_name: str
    thread: str
    mentor: str
    more: dict[str, object]


def _read(number: int, line: str) -> Somebody:
    given, prefix, surname, pronoun, born, school, class_name, thread, mentor = line.split("|")
    names = (given, prefix, surname, pronoun, born)
    more = _MORE.get(number, {})
    return Somebody(number, *names, int(school), class_name, thread, mentor, more)


PUPILS = tuple(_read(number, line) for number, line in enumerate(_PUPILS.split("\n"), 1))
"""The jongeren in order of their numbers."""
