"""Everybody in the sample book: invented, and named so that nobody can take them for real.

The family names all mean "example" or "sample" in some language; the addresses end in example.org, which belongs to
nobody, and the companies can't exist.
"""

from __future__ import annotations

import msgspec

from netpractice.domain.records import Circle


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """One of the people whom the sample book's last three months tell of."""

    name: str
    circle: Circle
    company: str = ""
    role: str = ""
    how_met: str = ""
    tags: tuple[str, ...] = ()
    notes: str = ""
    nickname: str = ""
    rhythm_days: int | None = None
    resting: bool = False
    met: int | None = None
    """How many days ago they were met; None for somebody known for longer than the book."""
    by: str = ""
    """The first name of whoever introduced them."""


CAST: tuple[Person, ...] = (
    Person(
        name="Ada Example", circle="warm", company="Second Moon Maps", role="retired cartographer", tags=("mentor",),
        how_met="my first boss, and the reason that I draw maps", rhythm_days=14,
        notes="Likes a call better than a message. Her birthday cake is always lemon.",
    ),
    Person(
        name="Søren Eksempel", circle="warm", company="Ferry to Anywhere", role="harbour pilot", tags=("sailing",),
        how_met="shared a desk at evening school", notes="Asks better questions than anyone else I know.",
    ),
    Person(
        name="Pilar Ejemplo", circle="warm", company="Left-Handed Bakery", role="baker and owner", tags=("swimming",),
        how_met="lane four of the swimming pool, every Saturday",
    ),
    Person(
        name="Zeynep Örnek", circle="warm", company="Polite Robots", role="engineering lead", tags=("code",),
        how_met="we taught a children's robot club together",
    ),
    Person(
        name="Liam Sampla", circle="warm", company="Marmalade Radio", role="night presenter", tags=("radio",),
        how_met="neighbour; he lent me a ladder on the first day",
    ),
    Person(
        name="Amihan Halimbawa", circle="warm", company="Umbrella Orchestra", role="second violin", tags=("music",),
        how_met="cousin of a flatmate, then a friend", nickname="Ami",
    ),
    Person(
        name="Łucja Przykład", circle="friendly", company="Paper Whale Press", role="children's book editor",
        tags=("books",), how_met="sat beside me at a bookbinding class",
    ),
    Person(
        name="Tomáš Příklad", circle="friendly", company="Tortoise Express", role="route planner", tags=("maps",),
        how_met="wrote to say that one of my maps had an island too many",
    ),
    Person(
        name="Chloé Exemple", circle="friendly", company="Quiet Fireworks", role="event producer", tags=("events",),
        how_met="asked me to draw the plan of a garden party",
    ),
    Person(
        name="Bálint Példa", circle="friendly", company="Institute of Useful Knots", role="researcher",
        tags=("climbing",), how_met="held my rope at the climbing hall",
    ),
    Person(
        name="Wanjiru Mfano", circle="friendly", company="The Sock Exchange", role="logistics", tags=("cycling",),
        how_met="same bus stop, same delayed bus",
    ),
    Person(
        name="Greta Beispiel", circle="friendly", company="Museum of Small Noises", role="exhibition designer",
        tags=("museum",), how_met="a tour that only the two of us had booked",
    ),
    Person(
        name="Nuno Exemplo", circle="friendly", company="Sleepy Lighthouse", role="keeper and bookkeeper",
        how_met="drew the coast for him", by="Søren",
    ),
    Person(
        name="Priya Udaharan", circle="friendly", company="Cloud Ironing Co.", role="head of people", tags=("hiring",),
        how_met="panel on first jobs, both of us nervous",
    ),
    Person(
        name="Joost Voorbeeld", circle="familiar", company="Kettle & Comet", role="tea buyer",
        how_met="stall beside mine at the winter market",
    ),
    Person(
        name="Chiara Esempio", circle="familiar", company="Paper Whale Press", role="illustrator", tags=("books",),
        how_met="through her editor", by="Łucja",
    ),
    Person(
        name="Eirini Paradeigma", circle="familiar", company="Department of Lost Gloves", role="archivist",
        how_met="I had lost a glove",
    ),
    Person(
        name="Radu Exemplu", circle="familiar", company="Polite Robots", role="product manager", tags=("code",),
        how_met="a birthday of Zeynep's", by="Zeynep",
    ),
    Person(
        name="Aino Esimerkki", circle="familiar", company="Sauna by Post", role="founder", resting=True,
        how_met="sold her a map of all the lakes", notes="Away on the ice until spring; she will write first.",
    ),
    Person(
        name="Samir Mithal", circle="familiar", company="Bureau of Second Chances", role="grants adviser",
        tags=("grants",), how_met="evening class on writing applications",
    ),
    Person(
        name="Rūta Pavyzdys", circle="familiar", company="Grandmother Software", role="tester", met=66,
        how_met="queue for the pie van",
    ),
    Person(
        name="Jón Dæmi", circle="familiar", company="Volcano Lullabies", role="sound engineer", tags=("radio",), met=34,
        how_met="Makers' Breakfast, the table by the window",
    ),
    Person(
        name="Ha-eun Yesi", circle="new", company="Pocket Gardens", role="landscape planner", tags=("maps",), met=34,
        how_met="Makers' Breakfast, over the last pancake",
    ),
    Person(
        name="Noa Dugma", circle="new", company="Gravity Repair", role="physiotherapist", met=34,
        how_met="Makers' Breakfast, helping with the chairs",
    ),
    Person(
        name="Thandi Isibonelo", circle="new", company="Borrowed Seeds", role="seed librarian", tags=("garden",), met=4,
        how_met="Lantern Evening, by the soup", by="Chloé",
    ),
    Person(
        name="Tevita Fakatātā", circle="new", company="Tide Table Tennis", role="coach", met=4,
        how_met="Lantern Evening, carrying lanterns back",
    ),
)  # fmt: skip
"""The people of the last three months. First names are unique: the other tables name people by them."""

FIRST_NAMES = (
    "Abena", "Agnė", "Alejandra", "Amina", "Anahit", "Anže", "Astrid", "Aurélie", "Bilal", "Bjørn", "Bogdan", "Ceren",
    "Ciarán", "Dagný", "Dalia", "Dragan", "Ebba", "Efua", "Elif", "Emeka", "Enikő", "Fatou", "Florin", "Françoise",
    "Gintaras", "Guðrún", "Hamza", "Helmi", "Hye-jin", "Ignacio", "Ilse", "Inés", "Ivana", "Jadwiga", "Jörg",
    "Kalina", "Kenji", "Kwame", "Lars", "Leilani", "Lindiwe", "Lörinc", "Maëlle", "Małgorzata", "Mei", "Mihail",
    "Nasrin", "Ngozi", "Nilüfer", "Oísín", "Oksana", "Oluwaseun", "Paavo", "Quỳnh", "Rafaël", "Ragnhild", "Rohan",
    "Saoirse", "Sefa", "Shirin", "Siobhán", "Stanisław", "Tāne", "Teodóra", "Uxue", "Valdís", "Vũ",
    "Władysław", "Xabier", "Yara", "Yusuf", "Zofia", "Zoë", "Żaneta", "Ørjan", "Şebnem", "Čeněk", "Ľubica",
)  # fmt: skip
"""First names for the people of the years before."""

LAST_NAMES = (
    "Beispiel", "Contoh", "Dugma", "Dæmi", "Ejemplo", "Eksempel", "Eredu", "Esempio", "Esimerkki", "Exemple",
    "Exemplo", "Exemplu", "Halimbawa", "Isibonelo", "Fakatātā", "Mfano", "Mithal", "Misale", "Näide", "Örnek",
    "Paradeigma", "Pavyzdys", "Példa", "Piemērs", "Primjer", "Příklad", "Przykład", "Sampla", "Sampleson",
    "Testowska", "Udaharan", "Voorbeeld",
)  # fmt: skip
"""Family names that mean "example", for the people of the years before."""

COMPANIES = (
    "Cloud Ironing Co.", "Sleepy Lighthouse", "Department of Lost Gloves", "Paper Whale Press", "Kettle & Comet",
    "Umbrella Orchestra", "Left-Handed Bakery", "Museum of Small Noises", "Polite Robots", "Second Moon Maps",
    "Ferry to Anywhere", "The Sock Exchange", "Tortoise Express", "Institute of Useful Knots", "Marmalade Radio",
    "Quiet Fireworks", "Pocket Gardens", "Gravity Repair", "Borrowed Seeds", "Tide Table Tennis", "Volcano Lullabies",
    "Grandmother Software", "Bureau of Second Chances", "Sauna by Post", "Hedgehog Crossing Ltd", "",
)  # fmt: skip
"""Companies that can't exist; one in a while has none."""

ROLES = (
    "accountant", "apprentice", "archivist", "baker", "bus driver", "carpenter", "designer", "editor", "engineer",
    "founder", "gardener", "head of people", "illustrator", "librarian", "midwife", "nurse", "paediatrician", "planner",
    "product manager", "recruiter", "researcher", "sales lead", "teacher", "tester", "translator", "vet",
)  # fmt: skip
"""What people do."""
