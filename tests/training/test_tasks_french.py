"""English → French: sentences whose French was written by hand, one or more to each rule."""

from __future__ import annotations

import pytest

from lstm_core.models.writing import sentence
from lstm_core.tokenizer import tokenize
from training.pairs import table
from training.tasks import french
from training.tasks.french_lexicon import ADJECTIVES, NOUNS, VERBS
from training.tasks.french_phrases import Phrase, phrase
from training.tasks.french_sentences import BY_BASE, PRONOUNS, WHOM
from training.tasks.french_spelling import joined
from training.tasks.french_verbs import BEING, Manner, Subject
from training.tasks.french_verbs import english as say_english
from training.tasks.french_verbs import french as say_french
from training.tasks.french_vocabulary import english_words

NOUN = {noun.english: noun for noun in NOUNS} | {noun.english_plural: noun for noun in NOUNS if noun.english_plural}
ADJECTIVE = {adjective.english: adjective for adjective in ADJECTIVES}
SUBJECT = {" ".join(who.english): who for who in PRONOUNS}
OBJECT = {whom.english: whom for whom in WHOM}


def written(tokens: tuple[str, ...]) -> str:
    """As the model writes them, with a capital first."""
    text = sentence(tokens)
    return text[:1].upper() + text[1:]


def np(text: str, word: str = "one of a kind", some: str = "", owner: Phrase | None = None) -> Phrase:
    """``np("big houses", "my")``."""
    *adjectives, noun = text.split()
    found = NOUN[noun]
    chosen = [ADJECTIVE[name] for name in adjectives]
    return phrase(found, word, chosen, plural=noun == found.english_plural, some=some, owner=owner)


PHRASES = [
    (np("big red car"), "a big red car", "une grande voiture rouge"),  # adjectives on both sides, feminine
    (np("red car", "the"), "the red car", "la voiture rouge"),
    (np("small black cat"), "a small black cat", "un petit chat noir"),
    (np("big houses"), "big houses", "de grandes maisons"),  # des becomes de
    (np("red houses"), "red houses", "des maisons rouges"),
    (np("egg", "the"), "the egg", "l'œuf"),
    (np("eggs", "the"), "the eggs", "les œufs"),
    (np("church", "the"), "the church", "l'église"),
    (np("man", "the"), "the man", "l'homme"),  # mute h
    (np("old man"), "an old man", "un vieil homme"),
    (np("old men", "the"), "the old men", "les vieux hommes"),
    (np("old woman"), "an old woman", "une vieille femme"),
    (np("beautiful tree", "this"), "this beautiful tree", "ce bel arbre"),
    (np("new hotel", "the"), "the new hotel", "le nouvel hôtel"),
    (np("new school", "our"), "our new school", "notre nouvelle école"),
    (np("tree", "this"), "this tree", "cet arbre"),
    (np("church", "this"), "this church", "cette église"),
    (np("birds", "this"), "these birds", "ces oiseaux"),
    (np("school", "my"), "my school", "mon école"),  # ma before a vowel
    (np("new school", "my"), "my new school", "ma nouvelle école"),
    (np("picture", "her"), "her picture", "son image"),
    (np("keys", "his"), "his keys", "ses clés"),
    (np("brown dresses", "the"), "the brown dresses", "les robes marron"),  # invariable
    (np("black horses", "two"), "two black horses", "deux chevaux noirs"),
    (np("white letter"), "a white letter", "une lettre blanche"),
    (np("good bread"), "good bread", "du bon pain"),
    (np("cold water", some="some"), "some cold water", "de l'eau froide"),
    (np("soup", some="some"), "some soup", "de la soupe"),
    (np("expensive coffee"), "expensive coffee", "du café cher"),
    (np("happy sisters", "their"), "their happy sisters", "leurs sœurs heureuses"),
    (np("kind women", "three"), "three kind women", "trois femmes gentilles"),
    (np("cat", "the", owner=np("teacher", "the")), "the teacher 's cat", "le chat du professeur"),
    (np("black dog", "the", owner=np("child", "the")), "the child 's black dog", "le chien noir de l'enfant"),
    (np("house", "the", owner=np("queen", "the")), "the queen 's house", "la maison de la reine"),
    (np("egg", "the", owner=np("friend")), "a friend 's egg", "l'œuf d'un ami"),
]  # fmt: skip


@pytest.mark.parametrize(("made", "english", "meant"), PHRASES, ids=[row[1] for row in PHRASES])
def test_noun_phrases(made: Phrase, english: str, meant: str) -> None:
    assert " ".join(made.english) == english
    assert written(joined(made.french)) == meant[0].upper() + meant[1:]


def who(text: str) -> Subject:
    """A pronoun, or ``the`` with a noun phrase."""
    if text in SUBJECT:
        return SUBJECT[text]
    found = np(text, "the")
    return Subject(found.english, found.french, found.person, found.gender, found.tags)


def said(
    subject: str, verb: str, manner: Manner, after: tuple[str, str] | Phrase | None = None, whom: str = ""
) -> tuple[str, str]:
    """A sentence of parts, in both languages."""
    english, french_ = ("", "") if after is None or isinstance(after, Phrase) else after
    if isinstance(after, Phrase):
        english, french_ = " ".join(after.english), " ".join(after.denied if manner.negation else after.french)
    found = BEING if verb == "be" else BY_BASE[verb]
    words = (*say_english(who(subject), found, manner), *whom.split(), *english.split())
    meant = (*say_french(who(subject), found, manner, OBJECT.get(whom)), *french_.split())
    return " ".join(words), written(joined(meant))


NOW, NOT, SHORT = Manner("present"), Manner("present", "not"), Manner("present", "not", short=True)
PAST, NOT_THEN = Manner("past"), Manner("past", "not")
SENTENCES = [
    (said("I", "eat", NOW, np("apple")), "I eat an apple", "Je mange une pomme"),
    (said("I", "love", NOW, np("cats", "the")), "I love the cats", "J'aime les chats"),
    (said("I", "love", NOT, np("tea", "the")), "I do not love the tea", "Je n'aime pas le thé"),
    (said("cat", "eat", SHORT, np("bread")), "the cat doesn't eat bread", "Le chat ne mange pas de pain"),
    (said("he", "have", NOT, np("horse")), "he does not have a horse", "Il n'a pas de cheval"),
    (said("he", "have", NOT, np("egg")), "he does not have an egg", "Il n'a pas d'œuf"),
    (said("we", "have", NOT, np("dogs", "two")), "we do not have two dogs", "Nous n'avons pas deux chiens"),
    (said("she", "see", NOT, np("cat", "the")), "she does not see the cat", "Elle ne voit pas le chat"),
    (said("they", "drink", Manner("present", "never"), np("milk")), "they never drink milk",
     "Ils ne boivent jamais de lait"),
    (said("you", "drink", Manner("present", "no longer"), np("tea")), "you no longer drink tea",
     "Tu ne bois plus de thé"),
    (said("you all", "buy", NOW, np("cake", "the")), "you all buy the cake", "Vous achetez le gâteau"),
    (said("we", "eat", Manner("progressive"), np("cake", "the")), "we are eating the cake",
     "Nous mangeons le gâteau"),
    (said("he", "eat", Manner("progressive", short=True), np("soup")), "he 's eating soup", "Il mange de la soupe"),
    (said("I", "sleep", Manner("progressive", "not", short=True)), "I'm not sleeping", "Je ne dors pas"),
    (said("she", "love", NOW, whom="him"), "she loves him", "Elle l'aime"),
    (said("she", "love", NOT, whom="her"), "she does not love her", "Elle ne l'aime pas"),
    (said("I", "see", NOW, whom="you"), "I see you", "Je te vois"),
    (said("you", "wait for", NOW, whom="me"), "you wait for me", "Tu m'attends"),
    (said("I", "see", PAST, whom="her"), "I saw her", "Je l'ai vue"),  # the participle agrees with the pronoun
    (said("queen", "look for", NOT_THEN, whom="them"), "the queen did not look for them",
     "La reine ne les a pas cherchés"),
    (said("we", "help", Manner("future"), whom="you all"), "we are going to help you all", "Nous allons vous aider"),
    (said("he", "see", Manner("want", "not"), whom="us"), "he does not want to see us", "Il ne veut pas nous voir"),
    (said("women", "eat", PAST, np("cold soup", "the")), "the women ate the cold soup",
     "Les femmes ont mangé la soupe froide"),
    (said("women", "leave", PAST), "the women left", "Les femmes sont parties"),
    (said("she", "go", NOT_THEN, ("to the station", "à la gare")), "she did not go to the station",
     "Elle n'est pas allée à la gare"),
    (said("they", "go", PAST, ("to the market", "à le marché")), "they went to the market", "Ils sont allés au marché"),
    (said("I", "come", NOW, ("from the restaurant", "de le restaurant")), "I come from the restaurant",
     "Je viens du restaurant"),
    (said("he", "go", NOW, ("to the museums", "à les musées")), "he goes to the museums", "Il va aux musées"),
    (said("men", "come", PAST, ("from the school", "de la école")), "the men came from the school",
     "Les hommes sont venus de l'école"),
    (said("I", "go", Manner("future"), ("to the hotel", "à le hôtel")), "I am going to go to the hotel",
     "Je vais aller à l'hôtel"),
    (said("I", "live", NOW, ("in the village", "dans le village")), "I live in the village",
     "J'habite dans le village"),
    (said("student", "speak", NOT, ("French", "français")), "the student does not speak French",
     "L'étudiant ne parle pas français"),
    (said("child", "read", Manner("can", "not", short=True), np("books", some="any")),
     "the child can't read any books", "L'enfant ne peut pas lire de livres"),
    (said("I", "give", Manner("must"), ("the key to the teacher", "la clé à le professeur")),
     "I must give the key to the teacher", "Je dois donner la clé au professeur"),
    (said("she", "be", NOW, ("happy", "heureuse")), "she is happy", "Elle est heureuse"),
    (said("kitchen", "be", PAST, ("small", "petite")), "the kitchen was small", "La cuisine était petite"),
    (said("we", "be", SHORT, ("tired", "fatigués")), "we aren't tired", "Nous ne sommes pas fatigués"),
    (said("you all", "be", NOW, ("rich", "riches")), "you all are rich", "Vous êtes riches"),
    (said("he", "have", PAST, np("dog")), "he had a dog", "Il avait un chien"),
    (said("he", "see", Manner("present", question=True), np("bird")), "does he see a bird",
     "Est-ce qu'il voit un oiseau"),
    (said("man", "sleep", Manner("progressive", question=True)), "is the man sleeping", "Est-ce que l'homme dort"),
    (said("they", "buy", Manner("past", question=True), np("apples", some="some")), "did they buy some apples",
     "Est-ce qu'ils ont acheté des pommes"),
    (said("they", "write", NOW, np("letter", "this")), "they write this letter", "Ils écrivent cette lettre"),
    (said("we", "finish", NOW, np("soup", "my")), "we finish my soup", "Nous finissons ma soupe"),
    (said("you all", "finish", NOW, np("letter", "your")), "you all finish your letter", "Vous finissez ta lettre"),
]  # fmt: skip


@pytest.mark.parametrize(("made", "english", "meant"), SENTENCES, ids=[row[1] for row in SENTENCES])
def test_sentences(made: tuple[str, str], english: str, meant: str) -> None:
    assert made == (english, meant)


def test_written_out() -> None:
    assert written(("l'", "eau", "est", "froide", ".")) == "L'eau est froide."
    assert written(("est-ce", "qu'", "il", "dort", "?")) == "Est-ce qu'il dort ?"
    assert (
        written(joined(("ce", "ne", "est", "pas", "la", "clé", "de", "les", "rois"))) == "Ce n'est pas la clé des rois"
    )
    assert written(joined(("ce", "est", "le", "ami", "de", "le", "roi"))) == "C'est l'ami du roi"
    assert written(joined(("aujourd'hui",))) == "Aujourd'hui"


def test_forms_are_whole() -> None:
    for verb in VERBS:
        assert len(verb.present) == 6
        assert verb.present[3].endswith(("ons", "sommes")) and verb.present[4].endswith("ez")
        assert verb.present[5].endswith(("ent", "ont")) and verb.infinitive.endswith(("er", "ir", "re"))
    for adjective in ADJECTIVES:
        masculine, feminine, masculines, feminines = adjective.forms
        assert feminine.endswith("e") or adjective.english == "brown"
        assert feminines == (feminine if adjective.english == "brown" else feminine + "s")
        assert masculines in (masculine, masculine + "s", masculine + "x")


def test_the_examples_use_known_words() -> None:
    known = table(english_words())
    for text in french.EXAMPLES:
        assert [word for word in tokenize(text) if word.casefold() not in known] == []
