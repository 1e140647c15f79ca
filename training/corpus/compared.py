"""Two people in one breath, then more of the second: the pronoun that follows is the second one's."""

from __future__ import annotations

from random import Random

from training.corpus.document import Document
from training.corpus.people import gendered, several
from training.corpus.places import PEOPLES
from training.corpus.short import ending
from training.corpus.text import Sentences
from training.corpus.words import expand, phrases

BOTH = phrases("""
is older than | is much older than | is two years older than | is a few years older than | is three years younger than | is younger than |
is taller than | is as old as | is not as tall as | knows | lives with | works with | lives near | is a friend of | is a neighbour of |
went to school with | played chess with | wrote to | met | waited for | sat next to | danced with | was helped by | is married to |
looks like | never liked | had dinner with | came with | gave a book to | looked after | taught | followed | arrived after
""")
MORE = phrases("""
4 * is # | 2 * is from # parents | is <age> | is <age> years old | is very kind | is tall | was tired | was ill | is a <job> | works as a <job> |
has a new job | lives in a small flat | likes music | has two cats | studies <subject> | was in a hurry | had no money | is always late |
wants to be a <job> | is a very good <job> | came alone
""")
STARTS = phrases("""
Today | Last week | On Monday | Last night | Then | Now | In the evening | Sometimes | Every day | This morning | At home | In the end | Later |
Last year | On Sundays | After work | The next day | Of course | Suddenly | When it rained , | Soon | In the morning | In summer | Yesterday
""")


def compared(random: Random, fill: Sentences, reach: int, held_out: bool = False) -> Document:
    """The first person is half the time of the other gender, so that only the newest one's name tells."""
    document = Document()
    first, second = gendered(random), several(random) if random.random() < 0.08 else gendered(random)
    document.say(f"{first.named} {random.choice(BOTH)} {second.inside()} .")
    if random.random() < 0.75:
        more = expand(random, random.choice(MORE)).replace("#", random.choice(PEOPLES[random.choice(list(PEOPLES))]))
        document.say(second.named)
        cause = len(document.words) - 1
        document.say(f"{second.agree(more)} .")
    else:
        cause = len(document.words) - 2
    if random.random() < 0.2:
        document.words += fill.some(random, min(reach, 20), genderless=True)
    start = random.choice(STARTS)
    document.say(start).target(second.subject, "pronoun", cause, (second.subject, second.subject.capitalize()))
    return document.say(second.agree(ending(random, held_out))).say(".")
