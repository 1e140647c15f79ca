"""Who a sentence is about: names, relatives, the pronouns that stand for them, and verbs that agree with them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

WOMEN = """Anna Maria Emma Sophie Julia Laura Sarah Lisa Marie Elena Nina Clara Alice Eva Lucy Mary Jane Susan Karen
Linda Helen Ruth Rose Grace Emily Olivia Mia Ella Chloe Hannah Kate Katie Rachel Rebecca Jessica Amy Nora Ingrid Astrid
Freya Greta Heidi Ursula Giulia Chiara Francesca Carmen Lucia Isabel Ana Ines Yuki Sakura Mei Ling Priya Fatima Leila
Aisha Zeynep Elif Katarina Olga Natasha Svetlana Irina Tatiana Sofia Eleni Zsofia Ilona Aino Margaret Barbara Victoria
Charlotte Amelia Isabella Martha Diana Eleanor Monica Teresa Camille Claire Juliette Hana Yumi Keiko Jin Min""".split()
MEN = """Tom John Peter Paul Mark David James Robert Michael William Richard Thomas Daniel Matthew Andrew George
Henry Jack Harry Oliver Leo Max Ben Sam Adam Luke Simon Philip Martin Frank Walter Hans Karl Klaus Stefan Lars Sven
Erik Magnus Nils Olaf Pierre Jean Jacques Louis Marc Marco Luca Giovanni Paolo Antonio Carlos Pedro Juan Diego Pablo
Miguel Joao Ivan Boris Dmitri Sergei Igor Nikolai Piotr Jan Marek Yannis Nikos Mehmet Ahmed Ali Omar Hassan Ravi Arjun
Raj Wei Chen Hiroshi Kenji Takeshi Sato Joon Laszlo Ferenc Mikko Edward Charles Joseph Anthony Kevin Brian Steven Eric
Jim Bob Bill Joe Mike Dave Nick""".split()
NAMES = frozenset(WOMEN) | frozenset(MEN)

SHE_KIN = "mother grandmother aunt sister wife daughter niece girlfriend grandma landlady".split()
HE_KIN = "father grandfather uncle brother husband son nephew boyfriend grandpa landlord".split()
EITHER_KIN = "cousin neighbour teacher friend boss student".split()
SHE_NOUNS = "woman girl lady queen actress waitress princess nun widow bride".split()
HE_NOUNS = "man boy gentleman king actor waiter prince monk policeman fisherman".split()

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

# Verbs of the templates that stand in the third person, and what they are for I, we and they.
_AGREE = {"is": "are", "was": "were", "has": "have", "does": "do", "studies": "study", "teaches": "teach"}
_AGREE |= {
    verb: verb[:-1]
    for verb in """comes lives works speaks understands wants knows talks writes sings dreams thinks counts prays swears reads
    tells argues chats phones answers translates owns runs plays stems""".split()
}


@dataclass(frozen=True)
class Person:
    """Somebody: how a sentence first names them, and the pronouns that stand for them later."""

    named: str
    subject: str  # she
    possessive: str  # her
    object: str  # her

    def agree(self, text: str) -> str:
        """Makes the verbs of a template agree with the person."""
        if self.subject in ("she", "he"):
            return text
        words = [_AGREE.get(word, word) for word in text.split()]
        if self.subject == "I":
            words = [{"are": "am", "were": "was"}.get(word, word) for word in words]
        return " ".join(words)

    def fill(self, template: str) -> str:
        """Puts the person's pronouns where P, S and O stand; verbs after P agree."""
        text = self.agree(template) if template.startswith("P ") else template
        for letter, word in (("P", self.subject), ("S", self.possessive), ("O", self.object)):
            text = re.sub(rf"\b{letter}\b", word, text)
        return text

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
    return gendered(random)
