"""How it shows later which language somebody speaks: composed of small parts; the language follows.

``P S O`` are the person's pronouns, ``~verb`` agrees with the person. In ``PLAIN`` and ``INSIDE`` no subject is given: a
subject and what stands before the verb are put in front.
"""

from __future__ import annotations

from random import Random

from training.corpus.document import is_held_out
from training.corpus.words import expand, join, phrases, verbs

ADVERBS = phrases("""
24 * - | 4 * still | 2 * always | 2 * now | 2 * also | 2 * only | often | mostly | usually | sometimes | even | naturally | rarely | already |
soon | really | never | of course | hardly ever | quickly | secretly | proudly
""")
SPEAK = verbs("8 * speak | 2 * understand | know | learn | study | 2 * teach | practise | hear | love")
DONE = verbs("""
3 * spoke | 3 * learned | learnt | understood | picked up | studied | taught me | taught us | taught the children | taught S children |
had to learn | has learned | knew | had forgotten | has never learned | never learned | tried to learn | started to learn | began to learn |
wanted to learn | ~want to learn | ~need to learn | ~be learning | ~be studying | ~be teaching me | ~be trying to learn | ~be speaking |
was speaking | was forced to learn | heard only | understood every word of | ~understand every word of | came back speaking |
came home speaking | grew up speaking | has forgotten all the | never forgot the | still has not forgotten the | did not understand any |
~do not speak | ~do not understand | can not speak | could not understand any | does not speak a word of | taught <other> |
taught <other> some | taught <other> a little | ~teach <other> | ~speak only | has been learning | has been taking lessons in
""")
MODALS = verbs("""
5 * can | 2 * could | had to | ~want to | ~like to | should | must | will | 2 * learned to | tried to | used to | never learned to | ~prefer to |
would love to | had better | ~be able to | was able to | ~be learning to | has learned to | ~need to | began to | ~try to | may | refused to |
~be going to | was taught to | was too shy to | ~have to | really ought to
""")
QUALITY = phrases("""
34 * - | 5 * fluent | 3 * perfect | 2 * excellent | 2 * good | very good | beautiful | flawless | broken | bad | 3 * a little | 3 * some | 2 * a bit of |
quite a bit of | a few words of | only | nothing but | mostly | almost perfect | decent | a lot of | no | not a word of | pretty good |
enough | more | simple | much better | both English and | almost no | hardly any | quite good | clear | proper | terrible | real | conversational
""")
INSIDE = verbs("""
3 * ~talk | 3 * talked | 2 * ~talk to <other> | talked to <other> | ~talk with <other> | 2 * ~chat with <other> | chatted | chatted with <other> |
~chat for hours | chatted for an hour | 2 * ~argue | argued | ~quarrel | joked | ~joke with <other> | 2 * ~sing | sang | sang to <other> | ~sing songs |
~sing to <other> | 2 * ~pray | prayed | 2 * ~swear | swore | ~curse | shouted | ~shout at <other> | shouted something | 2 * ~shout | whispered |
whispered something | muttered something | ~count | counted | ~count to ten | 3 * ~dream | dreamed | 3 * ~think | thought | 3 * ~write | wrote |
~write poems | wrote poems | wrote letters | ~write to <other> | wrote to <other> | wrote a book | wrote a long letter | ~keep a diary |
~write emails | 2 * ~read | 2 * ~read the paper | 2 * ~read the news | ~read the newspaper | read the newspaper | read books | ~read books |
~read novels | ~read stories to <other> | read a poem | 3 * answered | ~answer | answered <other> | ~answer the phone | answered the phone |
answered every question | 2 * replied | ~reply | said goodbye | said hello | said thank you | said something | said good morning to <other> |
said a prayer | 2 * greeted us | greeted <other> | asked me something | asked <other> for help | asked the way | asked the waiter for water |
ordered dinner | ordered coffee | ordered food | ordered | told <other> a story | ~tell jokes | told a joke | told the story | explained everything |
explained it to <other> | gave a speech | gave a talk | sent me a message | ~send messages | ~watch films | watched the news | ~watch television |
~listen to the radio | ~do business | did the homework | took the exam | ~speak to <other> | spoke to <other> | ~speak to us | ~speak with <other> |
spoke on the phone | called home | ~call home | phoned <other> | thanked the driver | apologised | complained | ~complain | laughed and answered |
told <other> where to go | told me everything | wished me luck | cried out | began to speak | kept talking to <other> | started to talk |
made a phone call | ordered a beer | read the menu | ~give lessons | taught <other> | wrote the whole book | ~talk to each other |
talked to each other | ~speak to each other | ~communicate | communicated | published a book | recited a poem | ~feel more at home | studied |
asked for the bill | asked a question | wrote a song | ~write songs | ~work | said it | ~say it
""")
MANNER = phrases("""
30 * - | 4 * perfect | 3 * fluent | 2 * broken | excellent | bad | good | beautiful | rapid | S best | very good | simple | slow | clear |
almost perfect | loud | soft | old-fashioned | terrible
""")
OTHERWISE = verbs("""
3 * ~be fluent in | became fluent in | ~become fluent in | ~be good at | was good at | ~be better at | was almost fluent in | got better at | ~be bad at |
~translate from | ~translate books from | translated it from | ~translate into | translated it into | ~translate novels from | ~work as a translator of |
~be a teacher of | ~give lessons in | took a course in | ~take lessons in | ~need some help with S | ~need help with S | practised S | ~practise S |
~be proud of S | has not forgotten S | never lost S | is improving S | improved S | ~be losing S | forgot S | has forgotten S | ~use S |
passed an exam in | wrote a dictionary of | felt at home in | switched to | ~switch to | soon switched to | changed to | ~prefer |
~speak English and | ~speak English as well as | ~speak both English and | ~understand a little | ~know a few words of | has a degree in
""")
TONGUE = phrases(
    "mother tongue | native language | first language | second language | language | favourite language | best language | main language | everyday language | native tongue | only language | family language"
)
BEING = phrases(
    "6 * is | 3 * was | is still | is of course | will always be | has always been | must be | became | is not English but"
)
NAMING = phrases("""
the language P ~speak best | the language P ~speak at home | the language P grew up with | the only language P ~know | the language of S family |
the language of the house | the language of S childhood | the language at home | the language there | the official language | what P ~speak |
the language of the country | what they speak there | the language people speak there | the language that P ~love | the language P learned first |
the first language P learned | the language in the street | the language they use
""")
CROWD = phrases("""
4 * everyone | 3 * everybody | 4 * people | 3 * the locals | 2 * the children | the neighbours | the kids | 2 * most people | almost everyone | they | we |
the whole family | all of us | nobody | the staff | the guests | S friends | S parents | S mother | S father | S grandmother | S children | the teachers |
the old people | the boys | the waiters | the shopkeepers | the whole village | the family | my friends and I | the doctors | all my friends | you
""")
CROWD_AT = phrases(
    "8 * - | 4 * there | around O | at home | at school | in the street | in the village | at work | here | in town"
)
THINGS = phrases("""
the letter | the book | the menu | the whole menu | the sign | the film | the song | the lesson | the map | the sermon | the label | the poem | the contract |
the newspaper | the title | the programme | the note | the play | the message | the answer | the speech | the recipe | the first page
""")
MADE = phrases(
    "4 * is | 4 * was | is written | 2 * was written | was printed | was sung | is all | was all | is only | was only | was first published | is usually"
)
LEADS = phrases("""
26 * - | at home | with S family | with S friends | with <other> | when P ~be angry | when P ~be tired | when P ~be happy | when P ~be alone | in S dreams |
on the phone | at work | every evening | at night | at school | in the kitchen | with S mother | after a glass of wine | on Sundays | at first |
in the evening | in the morning | these days | when nobody listens | to this day | at the market | even today | in secret | to relax
""")
SINGULAR = frozenset("everyone everybody nobody".split()) | frozenset(
    [
        "almost everyone",
        "the whole family",
        "the staff",
        "the whole village",
        "the family",
        "S mother",
        "S father",
        "S grandmother",
    ]
)


def _verb(random: Random) -> str:
    """What is done, up to the language, without who does it."""
    kind = random.random()
    modal = random.choice(MODALS) if random.random() < 0.18 else ""
    if kind < 0.34:
        verb = random.choice(SPEAK)
        verb = f"{modal} {verb}" if modal else f"~{verb}"
        return join(["" if modal else random.choice(ADVERBS), verb, random.choice(QUALITY)])
    if kind < 0.48:
        return join([random.choice(DONE), random.choice(QUALITY) if random.random() < 0.6 else ""])
    if kind < 0.86:
        verb = random.choice(INSIDE)
        if modal and verb.startswith("~"):
            return join([modal, verb.replace("~", ""), "in", random.choice(MANNER)])
        return join([random.choice(ADVERBS), verb, "in", random.choice(MANNER)])
    return join([random.choice(ADVERBS), random.choice(OTHERWISE)])


def head(random: Random, held_out: bool, bare: bool = False) -> tuple[str, str]:
    """(subject's kind, template up to the language). ``bare``: the subject was said before, only the verb is wanted."""
    while True:
        kind = random.random()
        if bare:
            who, template = "N", _verb(random)
        elif kind < 0.68:
            who, template = "N", join([random.choice(LEADS), "N", _verb(random)])
        elif kind < 0.80:
            crowd = random.choice(CROWD)
            who = "one" if crowd in SINGULAR else "many"
            template = join([crowd, random.choice(CROWD_AT), _verb(random)])
        elif kind < 0.92:
            named = f"S {random.choice(TONGUE)}" if random.random() < 0.65 else random.choice(NAMING)
            who, template = "N", join([named, random.choice(BEING)])
        else:
            who, template = "N", join([random.choice(THINGS), random.choice(MADE), "in"])
        template = expand(random, template)
        if is_held_out(template) == held_out:
            return who, template
