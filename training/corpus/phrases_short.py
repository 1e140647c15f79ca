"""The phrases of the shorter families: pronouns, number agreement, topics, quotes. Written by us."""

from __future__ import annotations

from training.corpus.words import phrases

ACTS = phrases("""
opened the window | dropped the glass | lost the keys | bought a boat | heard the news | wrote a long letter |
cooked dinner | ran to the station | sat in the garden | read the newspaper | found an old book | missed the bus |
won the game | painted the door | called the police | asked for help | went to bed early | stood by the door |
walked home | was very tired | was late again | smiled | waited for an hour | cut the bread | went to the market |
looked at the sky | was nervous before the show | broke the plate | sold the car | closed the shop |
began to laugh | told a story | washed the dishes | played the piano | fell asleep | left the house |
came too late | wanted to come too | met an old friend | said nothing | won the race | lost the game | was ill | was sick | was hungry |
was angry | was afraid | was alone | was busy | was excited | was proud | was in a hurry | was new in town | was born in winter |
put on a coat | took off the hat | fell off the bike | broke an arm | cut a finger | forgot the umbrella | left the umbrella at home |
bought a new dress | bought a new car | sent a letter | got a letter | got the job | lost the job | passed the exam | failed the exam |
studied all night | worked all day | practised every day | trained hard | drove too fast | drove to work | flew home | came home late |
ate the whole cake | ate too much | drank a cup of tea | made breakfast | baked a cake | cleaned the kitchen | fed the cat |
walked the dog | called a taxi | called the doctor | rang the bell | knocked at the door | locked the door | turned off the light |
watched a film | listened to the radio | sang a song | danced all night | laughed at the joke | cried all night | slept badly |
woke up early | got up at six | took a shower | brushed the horse | repaired the bike | planted a tree | picked some flowers |
moved to another town | went on holiday | travelled around the world | visited an aunt | stayed at home | stayed in bed |
waited in the rain | hid behind the door | jumped into the water | climbed the tree | crossed the street | fell down the stairs |
signed the contract | gave a speech | answered the phone | spoke to the press | thanked everyone | won a prize | wrote a book
""")

TURNS = phrases("""
, and then | , but | , because | , although | . Then | . Later | . After that | and said that | , so | and |
. In the evening | . A little later | , while | . Every day | , but soon | , since | . Now | but | because |
although | when | . At last | . Of course | , and | after | before | , or so | . Perhaps | so that | until | while | as if | , where |
, which is why | and so | as soon as | even though | . So | . Suddenly | . That evening | . The next day , | . As always , | ; | . A year later | that |
and now | , so now | , and now | . Today | . That is why | , because | in case | once | whenever | if | unless | and I think | . I think | , I think
""")

WHEN = phrases(
    "4 * When | 2 * After | 2 * Before | 2 * Because | 2 * While | Although | Since | As soon as | If | Once | Until | As | Even though"
)
AGO = phrases(
    "Yesterday | Last year | This morning | Once | In the evening | Everyone knows that | I heard that | On Monday | At last | Perhaps | It is sad that | The day"
)
OWN = phrases(
    "and lost | and opened | and sold | and looked for | with | near | without | in | and thought of | and took | and forgot"
)

ENDS = phrases("""
was very tired | went home | could not sleep | had no money | laughed | lost the way | felt cold | did not answer |
was afraid | had to leave | wanted more | came back | is happy now | forgot the name | has to work | sang a song |
cried | smiled
""")

SAYINGS = phrases("""
says that | thinks that | said that | knows that | believes that | hopes that | told me that | promised that |
was sure that | wishes | thought | hoped | promised | swore that | is afraid that | admitted that | wrote that | claimed that | felt that |
forgot that | explained that | told us that | told everyone that | complained that | was told that | heard that | dreamed that | could not believe that
""")

MEETINGS = phrases("""
I asked | I called | We met | We saw | I know | I visited | Tom called | Mary met | Everyone likes | They invited | I helped | He met | She met | I wrote to | I waited for | I spoke to | We talked to | I am proud of | Do you remember | I miss | I live with | I work with |
The police found | Nobody believed | The teacher praised | The dog followed | I danced with | You should ask | I have not seen | Peter married | Anna thanked |
The doctor examined | They laughed at | I sat next to | We waited for | Everyone was looking at | The prize went to | It was a gift for
""")

NOUNS = """key dog book house picture door window tree letter child student teacher man woman boy girl car bird horse friend
doctor soldier king room chair table shop boat train song story garden flower box bottle farmer neighbour player painting
machine cat shoe cabinet mountain street bridge ship paper light wall cloud brother sister daughter son guest visitor worker
driver cook nurse lawyer actor singer writer painter pilot judge baker tourist manager answer question problem idea reason
result rule price ticket report plan road river lake island village town city farm field hill castle tower church school hotel
museum restaurant kitchen bed lamp clock phone computer camera coat shirt hat bag cup plate knife spoon apple orange egg cake
sandwich potato cow sheep pig duck lion wolf bear rabbit mouse snake bee leaf rose star planet stone ring coin photo film toy
ball bicycle bus plane engine wheel tool hammer rope flag gift""".split()
PLURALS = {"child": "children", "man": "men", "woman": "women", "story": "stories", "city": "cities", "sheep": "sheep"}
PLURALS |= {"knife": "knives", "wolf": "wolves", "mouse": "mice", "leaf": "leaves"}
PREPOSITIONS = phrases("""
in | 2 * on | near | 3 * of | behind | 2 * with | under | 2 * from | next to | by | beside | before | in front of | to | for | about | around | above
""")
CLAUSES = phrases("""
that the <noun> bought | that my father found | which we saw yesterday | that we talked about | that you gave me | that the <nouns> wanted |
who ~live next door | who ~work in the <noun> | that ~stand in the <noun> | that ~belong to the <nouns> | that ~belong to my <noun> |
I told you about | my mother likes | the <nouns> bought | in the old <noun> near the <nouns> | that came with the <noun> | whom we met last year |
who knew the <nouns> | made of wood | in the corner | on the left | in this picture | of my best friend | at the end of the street | over there
""")
FRONTS = phrases(
    "8 * - | I think that | she said that | yesterday | as you know , | in the end | do you know if | he says that | now | but | we know that | today"
)
VERBS = {("is", "are"): "be", ("was", "were"): "be", ("has", "have"): "have", ("does", "do"): "do"}
OFTEN = {("is", "are"): 0.52, ("was", "were"): 0.3, ("has", "have"): 0.12, ("does", "do"): 0.06}
PREDICATES = {
    "be": phrases("""
    very old | red | in the garden | lost | ready | not there | always open | beautiful | gone | broken | late | here | not new | too expensive |
    in the kitchen | on the table | made of glass | from my father | very kind | still asleep | happy | the best of all | known to everyone
    """),
    "have": phrases(
        "a new roof | no name | been sold | changed | two windows | to go | been found | come back | left already"
    ),
    "do": phrases("not work | not matter | not know it | not look new | not fit | not move"),
}

# Words that go with a topic (those who do something have a star), and how its word comes up.
TOPICS = {
    "rain": ("umbrella | clouds | storm | weather | wet", "It is going to | It began to | There will be | because of the | P walked through the"),
    "sea": ("sailor* | ship | waves | beach | captain* | boat", "P thought of the | P looked at the | P loves the | P went back to the | P swam in the | P sailed across the"),
    "fish": ("fisherman* | net | river | hook | lake", "P caught a | P caught some | P caught a big | P ate the | P sold the"),
    "cow": ("farmer* | milk | barn | field | grass | farm", "P milked the | P fed the | P called the | P sold the"),
    "school": ("teacher* | pupil* | lesson | classroom | homework", "P went to | P was late for | P walked to | P came home from"),
    "students": ("professor* | university | classroom | teacher* | exam", "P talked to the | P waited for the | P helped the | P explained it to the"),
    "money": ("bank | purse | coin | price | banker* | thief*", "P had no more | P counted the | P spent all the | P needed | P stole the"),
    "music": ("piano | violin | singer* | concert | guitar | orchestra | musician*", "P listened to the | P loves | P played the | P wrote the"),
    "piano": ("pianist* | composer* | keys | concert", "P played the | P sat down at the | P practised the"),
    "book": ("library | page | writer* | novel | chapter | librarian*", "P opened the | P read the | P closed the | P wrote a"),
    "station": ("train | platform | ticket | railway", "the train left the | P walked to the | P waited at the"),
    "hospital": ("doctor* | nurse* | surgeon* | ambulance | patient*", "P worked all night at the | P drove to the | P was taken to the | P worked in the | P went back to the"),
    "medicine": ("patient* | fever | pills | cough | pharmacy", "P took the | P gave me some | P needed more"),
    "soup": ("chef* | spoon | bowl | cook* | vegetables", "P tasted the | P cooked the | P ate the | P stirred the"),
    "kitchen": ("cook* | chef* | oven | pan | recipe | fridge", "P worked in the | P cleaned the | P went back to the | the smell came from the"),
    "bread": ("baker* | flour | bakery | loaf | dough", "P baked the | P cut the | P ate the | P bought some | P sold the"),
    "ball": ("football | player* | goal | team | match | goalkeeper*", "P kicked the | P threw the | P caught the | P ran after the"),
    "game": ("player* | coach* | team | chess | score", "P won the | P lost the | P watched the | P played a"),
    "snow": ("winter | ice | ski | skier* | sledge", "P played in the | there was a lot of | P walked through the"),
    "fire": ("smoke | flames | stove | ashes | fireman*", "P put out the | P lit the | P sat by the"),
    "garden": ("flowers | roses | spade | bees | lawn | gardener*", "P worked in the | P sat in the | P watered the"),
    "church": ("priest* | bishop* | bell | choir | wedding | monk*", "P walked to the | P prayed in the | P went into the"),
    "court": ("judge* | lawyer* | trial | witness* | verdict", "P spoke in | P went to | P lied in | P waited outside the"),
    "prison": ("thief* | police | guard* | criminal* | murderer*", "P was sent to | P escaped from | P went to | P spent ten years in"),
    "war": ("soldier* | general* | army | battle | tank", "P fought in the | P died in the | P came back from the | P never spoke of the"),
    "plane": ("pilot* | airport | wings | flight | passenger*", "P boarded the | P missed the | P flew the | P waited for the"),
    "stage": ("actor* | actress* | theatre | audience | dancer*", "P walked onto the | P stood on the | P left the"),
    "picture": ("painter* | brush | canvas | museum | gallery | artist*", "P painted a | P looked at the | P sold the | P finished the"),
    "bed": ("pillow | blanket | night | pyjamas | mattress", "P went to | P lay in | P got out of | P fell into"),
    "moon": ("astronaut* | rocket | telescope | stars", "P looked at the | P flew to the | P dreamed of the | P walked on the"),
    "tea": ("cup | kettle | teapot | sugar | biscuits", "P drank the | P made some | P poured the | P wanted a cup of"),
    "homework": ("pupil* | schoolboy* | maths | exercise", "P did the | P forgot the | P had too much"),
    "wood": ("carpenter* | saw | axe | forest | hammer", "P cut the | P chopped the | P carried the"),
    "letter": ("postman* | stamp | envelope | pen", "P wrote a | P sent the | P opened the | P posted the"),
    "car": ("driver* | garage | engine | road | mechanic*", "P drove the | P repaired the | P parked the | P washed the"),
    "horse": ("rider* | saddle | stable | jockey* | cowboy*", "P rode the | P fed the | P got on the"),
    "teeth": ("dentist* | toothbrush | toothpaste", "P brushed my | P looked at my | P cleaned my | P has bad"),
    "hair": ("barber* | hairdresser* | comb | scissors | shampoo", "P cut my | P washed my | P has long"),
    "water": ("swimmer* | thirst | pool | well | river", "P drank the | P jumped into the | P needed some"),
    "sun": ("summer | desert | sky | beach", "P lay in the | P looked at the | it was hot in the"),
}  # fmt: skip
CUES = phrases("""
The @ was there again | The @ is old | I saw the @ | There was a @ | We talked about the @ | She looked at the @ | He took the @ |
I dreamt of a @ | The @ and the chair
""")

QUOTES = phrases("He said | She said | Tom asked | My mother said | The man said | She whispered | I said")
