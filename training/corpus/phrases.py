"""The phrases of the country family, written by us: how somebody is linked with a place, and how that shows later.

In ``LINKS`` the place follows the phrase; in ``OPENINGS`` it stands at ``@``. In ``HEADS`` the language follows; ``P`` ``S``
``O`` are the person's pronouns (she, her, her). ``-`` is the empty phrase. Phrases are split into training and held-out
ones by ``document.is_held_out``.
"""

from __future__ import annotations


def phrases(text: str) -> tuple[str, ...]:
    """The phrases of a block, separated by bars."""
    return tuple("" if part.strip() == "-" else part.strip() for part in text.split("|"))


LINKS = phrases("""
was born in | grew up in | comes from | came from | is from | was raised in | spent ten years in |
spent three years in | spent a year in | spent many years in | moved to | has moved to | lives in | lived in |
has lived in | used to live in | has been living in | studied in | studied medicine in | studied music in |
went to school in | works in | worked in | has an office in | has a flat in | has an apartment in |
has a house in | bought a house in | owns a small hotel in | runs a small shop in | runs a restaurant in |
was a student in | was an exchange student in | arrived from | left | fled from | emigrated from | returned from |
came back from | is a native of | was brought up in | spent the whole childhood in | spent the summer in |
spent a winter in | stayed in | settled in | got a job in | found work in | married and stayed in |
met the love of life in | fell in love in | travelled through | is on holiday in | teaches in |
teaches at a school in | plays football in | went to university in | had a long career in | was in |
has family in | has relatives in | has friends in | originally comes from | must be from | still has a house in |
never really left | had always lived in | stems from a village in | comes from a tiny village in |
comes from a town near | comes from the north of | comes from the south of
""")

OPENINGS = phrases("""
In @ everyone was kind to us | We met in @ | We watched a film from @ | The letter came from @ |
The book came from @ | The wine is from @ | My trip to @ was wonderful |
On our trip through @ we saw many churches | When I was in @ last winter , it was cold |
When we lived in @ , life was simple | After ten years in @ , life is good here |
After two summers in @ , things got easier | Since we moved to @ , much has changed |
If you want to work in @ , it is not easy | If you ever go to @ , take a map |
Having lived in @ for so long , it is no surprise | The people in @ are friendly |
The new student arrived from @ last week | The couple upstairs are from @ | The man from @ sat alone |
The woman from @ smiled | The quiet man from @ wrote poems | Our guests from @ are here |
Two tourists from @ asked the way | The waiter in @ smiled at us | This recipe is from @ |
The radio played a song from @ | I bought this map in @ | The train to @ was full |
I have been living in @ for a year | I was born in @ | I grew up in @ | I come from @ | I am from @ |
We are from @ | I spent three years in @ | We spent a summer in @ | I studied in @ | My family is from @ |
My parents are from @ | My grandparents live in @ | Her family is from @ | His parents came from @ |
Both parents are from @ | Because her mother is from @ , it was easy | Because his father is from @ , it was easy |
Our teacher is from @ | My boss is from @ | My best friend is from @ | The whole village came from @ |
They run a small bakery in @ | They own a shop in @ | Growing up in @ was hard | Living in @ changed everything |
Life in @ was good | School in @ was strict | You were born in @ , right ? | He has a brother in @ |
She has an aunt in @ | My girlfriend lives in @ | There is a school in @ that I love
""")

HEADS = phrases("""
P speaks fluent | P speaks | P still speaks | P can speak | P still speaks fluent | P speaks perfect |
P speaks excellent | P speaks a little | P only speaks | P also speaks | P always speaks | P understands |
P understands a little | P learnt | P had to learn | P wants to learn | P knows some | P picked up some |
P picked up a bit of | P talks to the neighbours in | P talks in | P writes letters in | P writes in |
P wrote poems in | P sings in | P dreams in | P thinks in | P counts in | P prays in | P swears in |
P reads the newspaper in | P reads books in | P reads the news in | P answered in | P answered in perfect |
P ordered dinner in | P ordered coffee in | P told the story in | P tells stories in | P argues in |
P always argues in | P chats with the neighbours in | P phones home in | P answers the phone in |
P does business in | P teaches | P studies | P taught me some | P taught me a little | P taught the children |
P said something in | P said goodbye in | P whispered something in | P greeted us in | P understood every word of |
P never forgot the | P has forgotten all the | P reads and writes | P translates from |
P works as a translator of | P is fluent in | P is good at | P is trying hard to learn | P can not speak |
P still can not speak | P does not speak | P hardly speaks any | P speaks hardly any | P lost the |
S mother tongue is | S first language is | S native language is | S best language is | S second language is |
S favourite language is | the language of the family is | the children speak | the whole family speaks |
the kids are learning | everybody speaks | everyone around O was speaking | people there speak | they spoke |
we spoke | we talk in | we speak | the letter was written in | the book is written in | the letters are all in |
the films are all in | the song is in | the menu was in | the signs were all in | the lessons were in |
the sermon is in | the map was in | nobody spoke anything but | most people speak | you should learn |
you hear a lot of | it helps to know some | nobody there could understand my | I had to learn | I learned some |
I picked up some | I can now read the newspaper in | please say something in | P is learning to speak |
P learned to speak | P has learned to speak
""")

JOINS = phrases("""
so | and so | , so | and | , and | , and that is why | , which is why | , therefore | , and of course |
. That is why | . So | . Now | . | . | . Today | ; naturally | , and now | , and after all these years |
. At home | . With the family | . These days | . Of course | , so naturally | . As a result | because of that |
, and still
""")

AFTER = phrases("""
- | - | - | - | - | - | - | as a child | as a boy | for work | for love | last year | ten years ago | long ago |
after the war | for a while | in the nineties | with the whole family | when the war began | until last summer |
for most of the time | many years ago | two years ago | by chance | for good
""")

BEFORE = phrases("""
- | - | - | - | - | - | - | - | - | Everyone knows that | I heard that | You know, | It is true that |
Although it is hard to believe, | As far as I know, | Did you know that | People say that | Well, | Long ago
""")

TAILS = phrases("""
. | . | . | . | , of course . | very well . | with a strong accent . | at home . | with the children . |
every day . | and a little English . | , and nobody minds . | without any accent . | better than most . | again . |
too . | like a native . | as well as English . | , it seems . | most of the time .
""")

# Between place and language where a distance leaves one to three words to fill.
SHORT = {
    1: ("now", "today", "there", "here"),
    2: ("of course", "these days", "at last"),
    3: ("as it happens", "to this day", "as you know"),
}

# What no place tells: other news of a person, to which a language is no answer.
NEWS = phrases("""
is a doctor | works as a nurse | likes music | was very happy | has two cats | is learning fast | came home late | reads a lot |
is my best friend | never sleeps | bought a new car | plays the guitar
""")
