"""Every word and mark that the English → French grammar reads and says."""

from __future__ import annotations

from collections.abc import Iterable

from training.pairs import END
from training.tasks.french_lexicon import ADJECTIVES, ALLER, ETRE, NOUNS, VERBS
from training.tasks.french_phrases import NUMBERS, POSSESSIVES, PREPOSITIONS
from training.tasks.french_sentences import FEELINGS, LANGUAGES, PRONOUNS, WHEN, WHOM
from training.tasks.french_spelling import CONTRACTS, ELIDES
from training.tasks.french_verbs import AM, IMPERFECT, MODALS, NEGATIONS, SHORT, SHORT_SUBJECTS, WAS, agreeing

_ENGLISH = "the a an some any no this these and very there to do does did want wants can cannot must be going 's . ?"
_FRENCH = "le la les un une des ce cet cette ces et très y est-ce que ne pas être de du à au aux il . ?"


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for word in words for part in word.split()))


def english_words() -> tuple[str, ...]:
    """What is read, each in its own writing (*I*, *French*)."""
    words = [*_ENGLISH.split(), *POSSESSIVES, *NUMBERS, *FEELINGS, *LANGUAGES, *NEGATIONS, *AM, *WAS, *SHORT.values()]
    words += [word for words_ in SHORT_SUBJECTS.values() for word in words_]
    words += [word for who in PRONOUNS for word in who.english]
    words += [whom.english for whom in WHOM] + [row[0] for row in PREPOSITIONS]
    words += [said for phrases in WHEN.values() for said in phrases]
    words += [form for noun in NOUNS for form in (noun.english, noun.english_plural)]
    words += [adjective.english for adjective in ADJECTIVES]
    words += [form for verb in VERBS for form in (verb.base, verb.third, verb.ing, verb.past)]
    return _once(words)


def french_words() -> tuple[str, ...]:
    """What is said: the end first, then every token."""
    words = [END, *_FRENCH.split(), *ELIDES.values(), *CONTRACTS.values(), *NUMBERS.values(), *FEELINGS.values()]
    words += [*LANGUAGES.values(), *NEGATIONS.values()]
    words += [form for forms in POSSESSIVES.values() for form in forms]
    words += [word for who in PRONOUNS for word in who.french] + [whom.french for whom in WHOM]
    words += [row[1] for row in PREPOSITIONS] + [meant for phrases in WHEN.values() for meant in phrases.values()]
    words += [form for forms in (ETRE, ALLER, *MODALS.values(), *IMPERFECT.values()) for form in forms]
    words += [form for noun in NOUNS for form in (noun.french, noun.french_plural)]
    words += [form for adjective in ADJECTIVES for form in (*adjective.forms, adjective.vowel)]
    for verb in VERBS:
        words += verb.present
        if "willed" in verb.flags:
            words.append(verb.infinitive)
        if verb.past and verb.base not in IMPERFECT:
            words.append(verb.participle)
            with_whom = {(whom.gender, whom.person >= 3) for whom in WHOM if "whom" in verb.flags}
            with_subject = {(gender, plural) for gender in "mf" for plural in (False, True) if verb.being}
            words += [agreeing(verb.participle, *form) for form in sorted(with_whom | with_subject)]
    return _once(words)
