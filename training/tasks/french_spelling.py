"""How French words meet: le + ami → l'ami, de + le → du.

A word that elides is a token that ends in an apostrophe (``l'``), and ``est-ce`` is one token. How tokens are written
out again is the encoder–decoder's own rule.
"""

from __future__ import annotations

from collections.abc import Sequence

ELIDES = {"le": "l'", "la": "l'", "de": "d'", "je": "j'", "me": "m'", "te": "t'", "ne": "n'", "que": "qu'", "ce": "c'"}
CONTRACTS = {("de", "le"): "du", ("de", "les"): "des", ("à", "le"): "au", ("à", "les"): "aux"}
VOWELS = "aeiouyhàâéèêëîïôœùû"  # with h, which is mute in every word of the lexicon, and the y of il y a


def before_vowel(word: str) -> bool:
    """True where a word begins with a vowel, or a mute h."""
    return word[0].casefold() in VOWELS


def joined(words: Sequence[str]) -> tuple[str, ...]:
    """Full words as they stand beside each other: ``de la eau`` → ``de l' eau``, ``à le chat`` → ``au chat``."""
    elided = [
        ELIDES[word] if word in ELIDES and k + 1 < len(words) and before_vowel(words[k + 1]) else word
        for k, word in enumerate(words)
    ]
    found: list[str] = []
    for word in elided:
        if found and (found[-1], word) in CONTRACTS:
            found[-1] = CONTRACTS[found[-1], word]
        else:
            found.append(word)
    return tuple(found)
