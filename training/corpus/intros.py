"""How a sentence links somebody with a place: composed of small parts, so that few orders of words are new to a reader.

``@`` is the place, ``#`` the nationality; ``P S O`` the person's pronouns (she, her, her), ``N`` the person's name;
``~verb`` agrees with the person.
"""

from __future__ import annotations

from random import Random

from training.corpus.document import is_held_out
from training.corpus.words import expand, join, phrases, verbs

IN = verbs("""
3 * grew up | 3 * was born | was born and raised | 2 * was raised | was brought up | 2 * lived | has lived | 2 * ~live |
used to live | has been living | 2 * spent <span> | 2 * spent S childhood | spent S youth | spent S early years |
spent the summer | spent every summer | spent last winter | spent a year abroad | spent S holidays | spent most of S life |
studied | studied <subject> | ~study | ~study <subject> | went to school | went to university | 2 * worked | worked as a <job> |
~work | ~work as a <job> | taught <subject> | ~teach <subject> | got a job | found work | settled | settled down | got married |
fell in love | has family | has relatives | has friends | has cousins | has a house | has a flat | has an office | has a brother |
has a sister | has an aunt | has two children | has a lot of friends | has S roots | bought a house | owned a farm | ran a hotel |
opened a restaurant | ~run a small shop | ~own a bakery | stayed | stayed with an aunt | stayed for <span> | lived for <span> |
has lived for <span> | has lived since <age> | ~be on holiday | was on holiday | was a student | was a <job> | was an exchange student |
was stationed | served in the army | did S military service | did S degree | trained as a <job> | played football | learned to cook |
retired | had a long career | had a happy childhood | started a company | opened a shop | joined a company | met S wife | met S husband |
was lost | woke up | arrived | landed | has always lived | never felt at home | felt at home | ~be at home | ~be | was |
rented a room | shared a flat | was a prisoner | wrote a book | painted for <span> | had an uncle | left S family | lost S job |
~live with S family | ~live and ~work | lived and worked | found a wife | took a job | ~be now | was happy
""")
FROM = verbs("""
3 * ~come | 2 * came | 3 * ~be | ~be originally | originally ~come | ~hail | moved here | 2 * emigrated | fled | escaped | returned |
came back | came home | came over | came here | arrived | just arrived | has just returned | was adopted | must be | ~be a <job> |
married a woman | married a man | ~have a friend | ~have a girlfriend | ~have a boyfriend | ~have a boss | has a flatmate |
shared a flat with a student | ~get letters | was a refugee | has just come back | ~get a lot of visitors | met a <folk> |
flew in | ~be an immigrant | hired a <folk> | ~be a proud <folk> | has relatives
""")
TO = verbs("""
4 * moved | moved with S family | moved last year | emigrated | 2 * went | went every summer | was sent | travelled | travelled alone |
flew | returned | went back | retired | sailed | took the train | drove | was invited | followed S husband | followed S wife |
ran away | came | went on a trip | went for <span> | ~go every year | often ~travel | has moved
""")
BARE = verbs(
    "left | visited | toured | travelled through | travelled around | fled | ~love | ~miss | has never left | crossed | knew"
)
PLACED = phrases("""
a small town in | a little village in | a small village in | the north of | the south of | the mountains of | the suburbs of | a town near |
the heart of | the middle of | a farm in | a farm near | a fishing village in | the old part of | a big city in | the coast of | a house near
""")
AFTER = phrases("""
28 * - | as a child | as a boy | as a girl | as a student | as a <job> | for <span> | for work | for love | last year | last summer |
last spring | ten years ago | long ago | many years ago | two years ago | a long time ago | after the war | before the war |
for a while | in the nineties | in the eighties | in the sixties | with the whole family | with S parents | with S <kins> | with S <kin> |
with an aunt | until P ~was <age> | when P ~was <age> | when P ~was young | as a young man | as a young woman | by chance | for good |
again | , not far from the sea | , near the border | , in a house full of books | , like S parents | and loved it there | and loved it |
, where P worked as a <job> | , where P met S husband | , where P met S wife | , where S father ran a small shop |
, where the winters are long | , where life was simple | , fell in love | , and S <kin> too | with two suitcases | by train |
with nothing but a suitcase | to study <subject> | to work as a <job> | to be near the sea | and ~like it | , of all places |
, as you know | and has two children | and ~work as a <job> | with S two sons | without any money | and never came back |
, I believe | on a farm | during the war | since last year | since P ~was <age> | since the eighties
""")
BEFORE = phrases("""
20 * - | everyone knows that | I heard that | you know , | it is true that | as far as I know , | did you know that | people say that |
well , | long ago | I think | yes , | in the end | once | my friend says that | years ago | last year | before the war | after school ,
""")
FRONTED = phrases("""
born in @ | born and raised in @ | raised in @ | growing up in @ | having grown up in @ | having lived in @ for <span> | coming from @ |
3 * after <span> in @ | after living in @ | after moving to @ | after growing up in @ | after a childhood in @ | after years of living in @ |
as a child in @ | as a student in @ | as a <job> in @ | like most people from @ | like everyone in @ | being from @ | thanks to <span> in @ |
thanks to S childhood in @ | back home in @ | at home in @ | at school in @ | during S years in @ | before leaving @ | here in @ | 2 * in @ |
2 * when P lived in @ | when P ~was a child in @ | while P ~was in @ | 2 * since P ~come from @ | 2 * because P grew up in @ |
because S <kin> came from @ | although P left @ long ago | although P ~was born in @ | as P ~be from @ | if P ~want to live in @ |
now that P ~live in @ | ever since P moved to @ | on S first day in @ | on the train to @ | for <span> in @ | on S trip to @ |
last summer in @ | in a small village in @ | in a café in @ | when P ~go to @ | whenever P ~visit @ | if you are going to live in @ |
if you ever go to @ | when you live in @ | with a mother from @ | with S family in @ | far away in @ | because of S years in @ |
though P left @ <span> ago | because P spent <span> in @ | after P moved to @ | before P came to @ | until P left @ | with friends from @
""")
WHO = phrases("""
N , who grew up in @ , | N , who was born in @ , | N , who ~come from @ , | N , who ~live in @ , | N , who spent <span> in @ , |
N , a <job> from @ , | the <folk> from @ | my <folk> from @ | the <folk> who came from @ | a <folk> from @ | the old <folk> from @ |
a young <folk> from @ | two <folk>s from @ | the new <folk> from @ | our <folk> from @ | the <folk> from @ next door | S <kin> in @ | S <kins> in @ |
S # <folk> | the # <folk> | my # <folk> | a # <folk> | a young # <folk> | her # <folk> | his # <folk>
""")
THERE = phrases("""
@ is where P ~was born | @ is where P grew up | @ was S home for <span> | @ is S home | S home is in @ | S home was in @ |
S <kins> live in @ | S <kins> are from @ | S <kins> came from @ | S <kin> is from @ | S <kin> was born in @ | S <kin> grew up in @ |
S <kin> moved to @ | both of S parents are from @ | one of S grandparents was from @ | S whole family is from @ | all S cousins live in @ |
S best friend is from @ | S best friend moved to @ | the couple upstairs are from @ | our guests are from @ | our neighbours come from @ |
our new neighbours are from @ | a family from @ lives next door | a girl from @ joined S class | the new student is from @ |
the new student in my class is from @ | the new teacher comes from @ | our teacher is from @ | S boss is from @ | S doctor is from @ |
S boyfriend is from @ | S girlfriend lives in @ | S roommate is from @ | the letter came from @ | the parcel came from @ |
the book came from @ | the film is from @ | we watched a film from @ | the band is from @ | the recipe is from @ | the wine is from @ |
the restaurant is run by a family from @ | the company has an office in @ | the train to @ was full | the plane landed in @ |
the ship sailed to @ | the meeting was in @ | the hotel was in @ | we met in @ | we were lost in @ | it was a cold day in @ | we got lost in @ |
life in @ was good | the streets of @ were empty | people in @ are friendly | everyone was kind to us in @ | the story is set in @ |
the novel takes place in @ | the new doctor came from @ | the people in @ are friendly | welcome to @ | P dreamed of @ | P ~like @ |
P ~be from @ , you see | two tourists from @ asked the way | I bought this map in @ | the radio played a song from @ | this is @ |
P is # | P ~be # | P ~be half # | N ~be # | S mother is # | S father was # | S wife is # | S husband is # | S family is # | S boss is # |
P married a # man | P married a # woman | P ~have a # passport | a # family lives next door | S grandmother was # | S parents are # |
P ~have a # <folk> | our neighbours are # | P ~work for a # company | a # <folk> moved in next door | do you know anyone from @ ? |
do you know @ ? | have you ever been to @ ? | P has never been to @ | P ~want to move to @ | P ~go to @ next year | next summer P ~go to @
""")


def _statement(random: Random) -> str:
    """Subject, verb, preposition, place, what else."""
    kind = random.random()
    if kind < 0.5:
        link = join([random.choice(IN), "in"])
    elif kind < 0.74:
        link = join([random.choice(FROM), "from"])
    elif kind < 0.92:
        link = join([random.choice(TO), "to"])
    else:
        link = random.choice(BARE)
    placed = random.choice(PLACED) if random.random() < 0.15 else ""
    if placed:
        link = link + " " + placed
    return join([random.choice(BEFORE), "N", link, "@", random.choice(AFTER)])


KINDS = {"statement": 0.52, "fronted": 0.16, "who": 0.12, "there": 0.20}


def intro(random: Random, held_out: bool) -> tuple[str, str]:
    """(kind, template): a composition that is of training, or one that is held out."""
    while True:
        kind = random.choices(list(KINDS), list(KINDS.values()))[0]
        if kind == "statement":
            template = _statement(random)
        else:
            template = random.choice({"fronted": FRONTED, "who": WHO, "there": THERE}[kind])
        template = expand(random, template)
        if is_held_out(template) == held_out:
            return kind, template
