"""The phrases of the shorter families: pronouns, number agreement, topics, quotes. Written by us."""

from __future__ import annotations

from training.corpus.phrases import phrases

ACTS = phrases("""
opened the window | dropped the glass | lost the keys | bought a boat | heard the news | wrote a long letter |
cooked dinner | ran to the station | sat in the garden | read the newspaper | found an old book | missed the bus |
won the game | painted the door | called the police | asked for help | went to bed early | stood by the door |
walked home | was very tired | was late again | smiled | waited for an hour | cut the bread | went to the market |
looked at the sky | was nervous before the show | broke the plate | sold the car | closed the shop |
began to laugh | told a story | washed the dishes | played the piano | fell asleep | left the house |
came too late | wanted to come too | met an old friend | said nothing
""")

TURNS = phrases("""
, and then | , but | , because | , although | . Then | . Later | . After that | and said that | , so | and |
. In the evening | . A little later | , while | . Every day | , but soon | , since | . Now | but | because |
although | when | . At last | . Of course | , and | after | before | , or so | . Perhaps
""")

ENDS = phrases("""
was very tired | went home | could not sleep | had no money | laughed | lost the way | felt cold | did not answer |
was afraid | had to leave | wanted more | came back | is happy now | forgot the name | has to work | sang a song |
cried | smiled
""")

SAYINGS = phrases("""
says that | thinks that | said that | knows that | believes that | hopes that | told me that | promised that |
was sure that | wishes
""")

MEETINGS = phrases("""
I asked | I called | We met | We saw | I know | I visited | Tom called | Mary met | Everyone likes | They invited | I helped | He met | She met
""")

NOUNS = """key dog book house picture door window tree letter child student teacher man woman boy girl car bird horse friend
doctor soldier king room chair table shop boat train song story garden flower box bottle farmer neighbour player painting
machine cat shoe cabinet mountain street bridge ship paper light wall cloud""".split()
PLURALS = {"child": "children", "man": "men", "woman": "women", "story": "stories"}
PREPOSITIONS = phrases("in | on | near | of | behind | with | under | from | next to | by | beside | before")
VERBS = {("is", "are"): "be", ("was", "were"): "be", ("has", "have"): "have"}
PREDICATES = {
    "be": phrases(
        "very old | red | in the garden | lost | ready | not there | always open | beautiful | gone | broken | late"
    ),
    "have": phrases("a new roof | no name | been sold | changed | two windows | to go | been found"),
}

TOPICS = {
    "rain": (
        "umbrella | clouds | storm | weather | wet",
        "It is going to | It began to | There will be | I think it will | because of the",
    ),
    "sea": (
        "sailor | ship | waves | beach | fish | captain | boat",
        "P thought of the | P looked at the | P loves the | P went back to the | P swam in the",
    ),
    "cow": ("farmer | milk | barn | field | grass | farm", "P milked the | P fed the | P called the | P sold the"),
    "school": ("teacher | pupil | lesson | classroom | homework", "P went to | P was late for | P walked to"),
    "money": ("bank | purse | coin | price | shop", "P had no more | P counted the | P spent all the | P needed"),
    "music": ("piano | violin | singer | concert | guitar | orchestra", "P listened to the | P loves | P played the"),
    "book": ("library | page | writer | novel | chapter", "P opened the | P read the | P closed the"),
    "station": ("train | platform | ticket | railway", "the train left the | P walked to the | P waited at the"),
    "medicine": ("doctor | patient | hospital | nurse | pills", "P took the | P gave me some | P needed more"),
    "soup": ("kitchen | chef | cook | spoon | bowl", "P tasted the | P cooked the | P ate the"),
    "ball": ("football | player | goal | team | match", "P kicked the | P threw the | P caught the"),
    "snow": ("winter | ice | ski | cold | mountain", "P played in the | there was a lot of | P walked through the"),
    "fire": ("smoke | flames | oven | stove | ashes", "P put out the | P lit the | P sat by the | P turned on the"),
    "garden": ("flowers | roses | spade | bees | lawn", "P worked in the | P sat in the | P watered the"),
}
CUES = phrases("""
The @ was there again | The @ is old | I saw the @ | There was a @ | We talked about the @ | She looked at the @ | He took the @ |
I dreamt of a @ | The @ and the chair
""")

QUOTES = phrases("He said | She said | Tom asked | My mother said | The man said | She whispered | I said")
