"""Who a sentence is about: names, relatives, the pronouns that stand for them, and verbs that agree with them."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

WOMEN = """Anna Maria Emma Sophie Julia Laura Sarah Lisa Marie Elena Nina Clara Alice Eva Lucy Mary Jane Susan Karen
Linda Helen Ruth Rose Grace Emily Olivia Mia Ella Chloe Hannah Kate Katie Rachel Rebecca Jessica Amy Nora Ingrid Astrid
Freya Greta Heidi Ursula Giulia Chiara Francesca Carmen Lucia Isabel Ana Ines Yuki Sakura Mei Ling Priya Fatima Leila
Aisha Zeynep Elif Katarina Olga Natasha Svetlana Irina Tatiana Sofia Eleni Zsofia Ilona Aino Margaret Barbara Victoria
Charlotte Amelia Isabella Martha Diana Eleanor Monica Teresa Camille Claire Juliette Hana Yumi Keiko Jin Min Lily Sue Daisy
Ellen Betty Dorothy Amanda Melissa Nancy Sandra Ashley Donna Carol Michelle Deborah Stephanie Laurie Cynthia Kathleen Angela Brenda
Pamela Nicole Samantha Christine Catherine Janet Megan Andrea Cheryl Jacqueline Heather Bella Zoe Molly Polly Jenny Wendy Annie Lola
Deepa Lakshmi Meena Sunita Anjali Kavita Pooja Radha Sita Divya Nisha Asha Amina Zara Nadia Yasmin Layla Mariam Samira""".split()
MEN = """Tom John Peter Paul Mark David James Robert Michael William Richard Thomas Daniel Matthew Andrew George
Henry Jack Harry Oliver Leo Max Ben Sam Adam Luke Simon Philip Martin Frank Walter Hans Karl Klaus Stefan Lars Sven
Erik Magnus Nils Olaf Pierre Jean Jacques Louis Marc Marco Luca Giovanni Paolo Antonio Carlos Pedro Juan Diego Pablo
Miguel Joao Ivan Boris Dmitri Sergei Igor Nikolai Piotr Jan Marek Yannis Nikos Mehmet Ahmed Ali Omar Hassan Ravi Arjun
Raj Wei Chen Hiroshi Kenji Takeshi Sato Joon Laszlo Ferenc Mikko Edward Charles Joseph Anthony Kevin Brian Steven Eric
Jim Bob Bill Joe Mike Dave Nick Tim Billy Bobby Timmy Jimmy Johnny Tommy Ken Ron Fred Albert Arthur Alfred Ernest Stanley
Christopher Joshua Ryan Jacob Nicholas Jonathan Stephen Larry Justin Scott Brandon Benjamin Samuel Gregory Alexander Patrick
Raymond Dennis Jerry Tyler Aaron Nathan Douglas Zachary Kyle Ethan Jeremy Christian Keith Roger Gerald Terry Sean Austin Carl
Suresh Ramesh Rajesh Ganesh Mahesh Dinesh Mukesh Anil Sunil Vijay Ajay Sanjay Rahul Rohit Amit Vikram Krishna Gopal Mohan Karan
Yusuf Ibrahim Khalid Mustafa Hamid Tariq Rashid""".split()
NAMES = frozenset(WOMEN) | frozenset(MEN)

SHE_KIN = "mother grandmother aunt sister wife daughter niece girlfriend grandma landlady".split()
HE_KIN = "father grandfather uncle brother husband son nephew boyfriend grandpa landlord".split()
EITHER_KIN = "cousin neighbour teacher friend boss student".split()
SHE_NOUNS = "woman girl lady queen actress waitress princess nun widow bride".split()
HE_NOUNS = "man boy gentleman king actor waiter prince monk policeman fisherman".split()

SOUNDS = """an bel cor da dra el fen gar ha il jo ka lan mi nor o pra qui ro sa ta ul va wen xi yo zan be shi tor lu mar pe ri na gu
tsu hy ol ber do ek fa ji ki lo mo ne""".split()

GROUPS = """parents grandparents children boys girls twins students friends neighbours soldiers sisters brothers cousins guests
players workers men women sailors dogs""".split()
PAST_IN_S = frozenset(["was", "guess", "miss", "pass"])

GENDERED = frozenset(
    word.lower()
    for words in (
        WOMEN,
        MEN,
        SHE_KIN,
        HE_KIN,
        SHE_NOUNS,
        HE_NOUNS,
        ["she", "he", "her", "his", "him", "herself", "himself"],
    )
    for word in words
)

_IRREGULAR = {"have": "has", "do": "does", "go": "goes"}
_FORMS = {"be": ("am", "is", "are"), "is": ("am", "is", "are"), "was": ("was", "was", "were")}
_FORMS |= {"has": ("have", "has", "have"), "does": ("do", "does", "do")}


def agree(verb: str, pronoun: str) -> str:
    """The form of ``verb`` that fits a pronoun: speak → she speaks, be → I am, was → they were."""
    third = pronoun in ("he", "she")
    if verb in _FORMS:
        return _FORMS[verb][0 if pronoun == "I" else 1 if third else 2]
    if not third:
        return verb
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("y") and verb[-2] not in "aeou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("ch", "sh", "s", "x")) else "s")


@dataclass(frozen=True)
class Person:
    """Somebody: how a sentence first names them, and the pronouns that stand for them later."""

    named: str
    subject: str  # she
    possessive: str  # her
    object: str  # her

    def fill(self, template: str, name: str | None = None, like: str | None = None) -> str:
        """Puts the person into a template.

        ``P S O`` become the pronouns, ``N`` becomes ``name``, or the pronoun; ``~verb`` agrees with the person, or with
        the pronoun ``like``.
        """
        pronouns = {"P": self.subject, "S": self.possessive, "O": self.object, "N": name or self.subject}
        words = [
            agree(word[1:], like or self.subject) if word[0] == "~" else pronouns.get(word, word)
            for word in template.split()
        ]
        return " ".join(words)

    def agree(self, text: str) -> str:
        """Makes a verb that a phrase begins with agree, where it is written in the third person."""
        first, _, rest = text.partition(" ")
        if self.subject in ("she", "he"):
            return text
        if first in _FORMS:
            first = agree(first, self.subject)
        elif first.endswith("s") and first not in PAST_IN_S:
            first = first[:-1]
        return f"{first} {rest}".strip()

    def inside(self) -> str:
        """How the person is named where no sentence starts."""
        first = self.named.split()[0]
        return self.named if first in NAMES or first == "I" else self.named[0].lower() + self.named[1:]


def gendered(random: Random, kin_share: float = 0.4) -> Person:
    """A woman or a man, half and half: by name, as a relative, or by a noun."""
    she = random.random() < 0.5
    pronouns = ("she", "her", "her") if she else ("he", "his", "him")
    kind = random.random()
    if kind < 0.45:
        named = random.choice(WOMEN if she else MEN)
    elif kind < 0.45 + kin_share:
        owner = random.choice(["My", "Our", "The", "Her", "His", "Tom 's", "My best friend 's"])
        named = (
            f"{owner} {random.choice(['', '', 'old ', 'young ', 'dear '])}{random.choice(SHE_KIN if she else HE_KIN)}"
        )
    else:
        owner = random.choice(["The", "The", "A", "That", "The young", "The old"])
        named = f"{owner} {random.choice(SHE_NOUNS if she else HE_NOUNS)}"
    return Person(named, *pronouns)


def several(random: Random) -> Person:
    """More than one: two names, relatives, a group."""
    kind = random.random()
    if kind < 0.4:
        named = f"{random.choice(WOMEN + MEN)} and {random.choice(WOMEN + MEN)}"
    elif kind < 0.7:
        named = f"{random.choice(['My', 'Our', 'Her', 'His', 'The'])} {random.choice(GROUPS)}"
    else:
        named = f"The {random.choice(['', 'old ', 'two ', 'young '])}{random.choice(GROUPS)}"
    return Person(named, "they", "their", "them")


def invented(random: Random) -> str:
    """A name that nobody has: a reader has to live with names it does not know."""
    ends = random.choice(["a", "o", "i", "en", "as", "", "is", "u", "ka", "el"])
    return "".join(random.choice(SOUNDS) for _ in range(random.choice([1, 2, 2, 3]))).capitalize() + ends


def anybody(random: Random) -> Person:
    """Any person: I, we and they too, and those whose gender only the pronoun tells."""
    kind = random.random()
    if kind < 0.28:
        return random.choice([
            Person("I", "I", "my", "me"), Person("I", "I", "my", "me"), Person("We", "we", "our", "us"),
            Person("They", "they", "their", "them"), Person("You", "you", "your", "you"),
        ])  # fmt: skip
    if kind < 0.4:
        pronouns = random.choice([("she", "her", "her"), ("he", "his", "him")])
        return Person(f"{random.choice(['My', 'Our', 'Her', 'His', 'The new'])} {random.choice(EITHER_KIN)}", *pronouns)
    if kind < 0.48:
        return Person(invented(random), *random.choice([("she", "her", "her"), ("he", "his", "him")]))
    return gendered(random)
