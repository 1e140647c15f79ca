"""The small parts of which our own verdicts are made: words that praise or blame, and the frames around them.

Slots of a frame: ``<S>`` a subject and its verb ("the actors were"), ``<X>`` a subject in the singular, ``<n>`` a
thing judged, ``<deg>`` a degree; and what praises or blames: ``<A>`` an adjective that *not* turns round, ``<B>`` any
adjective, ``<N>`` a noun, ``<Q>`` what something has or lacks, ``<V>`` a verb in the past and ``<v>`` its base form;
``<C>``, ``<W>`` and ``<w>`` are the same from the other side. A frame that opens with ``+`` or ``-`` takes words of
that side only; ``=`` is a frame that negates and yet keeps the side.
"""

from __future__ import annotations

from training.corpus.words import phrases

#: slot → (words that blame, words that praise)
ADJECTIVES = (
    phrases("""
bad | boring | dull | predictable | slow | disappointing | silly | confusing | pretentious | tedious | annoying |
shallow | forgettable | clumsy | dreary | stupid | unfunny | lifeless | weak | bland | ugly | cheap | irritating |
noisy | rude | depressing | tiresome | uninspired | sloppy | lazy | tasteless | unpleasant | overrated |
unconvincing | messy | stale | cold | ridiculous | painful | empty
"""),
    phrases("""
good | funny | interesting | clever | original | convincing | exciting | moving | charming | memorable |
entertaining | engaging | believable | enjoyable | touching | gripping | fresh | satisfying | likeable | impressive
| great | special | witty | inspired | thrilling | fun | pleasant | helpful | friendly | tasty | elegant | inventive
| honest | warm | imaginative | worthwhile | absorbing | comfortable | amusing | smart
"""),
)
STRONG = (
    phrases("""
terrible | awful | horrible | dreadful | appalling | atrocious | abysmal | pathetic | unbearable | unwatchable |
ghastly | disgusting | hopeless | miserable | useless | worthless | embarrassing | horrid
"""),
    phrases("""
wonderful | brilliant | superb | excellent | fantastic | amazing | delightful | beautiful | lovely | perfect |
outstanding | terrific | splendid | magnificent | marvellous | stunning | delicious | gorgeous | flawless | fabulous
"""),
)
NOUNS = (
    phrases("""
disaster | mess | failure | disappointment | bore | disgrace | flop | mistake | nightmare | letdown | catastrophe |
waste of time | waste of money | chore | joke | fraud | shame
"""),
    phrases("""
masterpiece | gem | delight | pleasure | joy | triumph | success | classic | treat | winner | hit | marvel | wonder
| work of art | feast | blast | miracle
"""),
)
QUALITIES = (
    phrases("""
clichés | flaws | faults | mistakes | problems | weak scenes | dull moments | holes | nonsense | bad jokes | stupid
ideas | boring stretches | errors | noise | bad lines
"""),
    phrases("""
charm | wit | humour | heart | imagination | warmth | tension | energy | style | depth | magic | feeling | life |
suspense | good ideas | surprises | joy | great jokes
"""),
)
VERBS = (
    phrases("hated:hate | disliked:dislike | regretted:regret | detested:detest | despised:despise | loathed:loathe"),
    phrases("loved:love | liked:like | enjoyed:enjoy | adored:adore | admired:admire | appreciated:appreciate"),
)
LEXICON = {
    "A": ADJECTIVES,
    "B": tuple(mild + strong for mild, strong in zip(ADJECTIVES, STRONG, strict=True)),
    "N": NOUNS,
    "Q": QUALITIES,
    "V": VERBS,
}

SINGULAR = phrases("""
8 * it | 4 * this | that | 5 * the film | 4 * the movie | this film | this movie | 2 * the story | 2 * the plot | 2
* the acting | the cast | the ending | the script | the dialogue | the music | the direction | the first half | the
book | the show | the play | the food | the hotel | the service | the phone | the concert | the game | the trip |
the room | the place | the dinner | the series | the novel | the camera | the weather | our holiday | her new song |
his latest film | the sequel | the beach | the party | the soup | the lead actor | the whole thing | everything
""")
PLURAL = phrases("""
the actors | the jokes | the characters | the songs | the effects | the rooms | the waiters | the pictures | the
lines | the first scenes | the people | the staff | the dialogues | the costumes | the stories | they
""")
THINGS = phrases("""
6 * film | 4 * movie | story | comedy | drama | thriller | book | show | meal | hotel | phone | concert | game |
trip | place | ending | performance | day | evening | restaurant | song | play | idea
""")
DEGREES = phrases(
    "8 * - | 3 * very | 2 * really | so | quite | truly | extremely | rather | absolutely | simply | just | pretty"
)

PLAIN = phrases("""
4 * <S> <deg> <B> | 2 * <deg> <B> | a <deg> <B> <n> | 2 * what a <B> <n> | I found it <deg> <B> | I think <S> <deg>
<B> | <B> <n> | one of the most <B> films ever | <S> <B> from start to finish | everyone said <S> <B> and they were
right | so <B> | <S> a <N> | <S> a real <N> | what a <N> | an absolute <N> | <S> nothing short of a <N> | I call it
a <N> | a <N> from start to finish | 2 * I <V> it | I <V> every minute | we all <V> it | everyone <V> it | I really
<V> the <n> | my friends <V> it | I <v> it | I <v> this <n> | <S> full of <Q> | <X> has plenty of <Q> | there is a
lot of <Q> in it | <S> bursting with <Q> | so much <Q>
""")
NEGATED = phrases("""
3 * <S> not <A> | 3 * <S>n't <A> | <S> not <A> at all | <S> not at all <A> | <S>n't <A> at all | <S>n't very <A> |
<S> not very <A> | <S> not really <A> | <S>n't really <A> | <S> not particularly <A> | <S> never <A> | <S> hardly
<A> | <S> barely <A> | <S> scarcely <A> | <S> far from <B> | <S> anything but <B> | <S> by no means <B> | <S> in no
way <A> | <S> not even <A> | there is nothing <A> about it | <S> not a <A> <n> | <S>n't a <A> <n> | no <A> <n> | not
one <A> moment | not a single <A> scene | never a <A> moment | not <A> at all | never <A> | not <A> | I did not find
it <A> | I didn't find it <A> | I would not call it <A> | I wouldn't call it <A> | nobody would call it <A> | I
don't think <S> <A> | I can't say <S> <A> | <X> never gets <A> | <S> less <A> than I expected | <S> not as <A> as
they say | <S>n't as <A> as I thought | <S> no longer <A> | there was no <A> moment | + <X> fails to be <A> | + <S>
supposed to be <A> | + if only <S> <A> | + I wish <S> more <A> | + <S> too long to be <A> | - <S> too short to be
<A> | - you could not call it <A> | <S> no <N> | <S> not a <N> | <S>n't a <N> | <S> hardly a <N> | <S> far from a
<N> | <S> anything but a <N> | <S> by no means a <N> | I would not call it a <N> | not the <N> that I expected | not
exactly a <N> | I did not <v> it | I didn't <v> it | I never <V> it | nobody <V> it | I could not <v> it | I can't
say I <V> it | no one I know <V> it | none of us <V> it | I don't think anyone will <v> it | we didn't <v> it at all
| hardly anyone <V> it | I can't <v> it | I don't <v> it | not even my mother <V> it | I did not <v> the <n> | <X>
has no <Q> | <S> without <Q> | there is no <Q> in it | <X> has hardly any <Q> | no <Q> at all | + <X> lacks <Q> | =
<X> could not be more <A> | = <S> not without <Q> | = <X> never was so <A> | = I have never seen anything so <A> | =
nobody can say that <S> not <A> | = I can't say <S> not <A> | = <S> not only <A> , <X> is also a <N> | = not just
<A> but a <N> | + <S> devoid of <Q> | + not a trace of <Q> | - <S> free of <Q> | - <X> avoids <Q> | there are none
of the <Q> I expected | + <S> short on <Q>
""")
#: frames of two sides at once: <A> is the side that counts, <C> the other
BOTH = phrases("""
<S> more <A> than <C> | <S> less <C> than <A> | <S> not <C> but <A> | <S> <A> , not <C> | <S> <A> rather than <C> |
instead of being <C> , <S> <A> | <S> <A> where others are <C> | I hoped for something <C> and got something <A> | I
expected something <C> , but <S> <A> | I thought it would be <C> , but <S> <A> | it looks <C> , but <S> <A> | it
sounds <C> , yet <S> <A> | it starts out <C> and ends up <A> | first <C> , then <A> | it went from <C> to <A> | once
<C> , now <A> | <C> at first , <A> in the end | the trailer was <C> , the <n> is <A>
""")
#: frames of two clauses: <1> is the one that counts, <2> says the opposite
CONTRASTS = phrases("""
5 * <2> , but <1> | 2 * <2> but <1> | 2 * <2> , yet <1> | <2> . However , <1> | <2> ; still , <1> | although <2> ,
<1> | though <2> , <1> | even though <2> , <1> | while <2> , <1> | <1> , although <2> | <1> , even though <2> | <1>
, though <2> | people say that <2> , but <1> | it may be that <2> , but <1> | I was told that <2> , but <1> | yes ,
<2> . But <1> | <2> , and yet <1> | I know that <2> . All the same , <1> | my friends thought that <2> , but <1> |
at first I thought that <2> . In the end , <1>
""")
INTENTIONS = phrases("""
I expected to <w> it , but I <V> it | I wanted to <w> it , but I <V> it | I was ready to <w> it , yet I <V> it | I
thought I would <w> it , but I <V> it | I was sure that I would <w> it . I <V> it | I hoped to <w> it and <V> it
instead | everyone said I would <w> it , but I <V> it | my friends <W> it , but I <V> it | others may <w> it , I <V>
it | I <W> the first part , but I <V> the rest | I used to <w> it , now I <v> it | I came to <w> it and stayed to
<v> it
""")
#: what is said as a whole, (blame, praise); for training only
IDIOMS = (
    phrases("""
it could be better | it could have been better | it could not be worse | the worst <n> I know | I have never seen a
worse <n> | never again | do not bother | skip it | stay away | save your money | not worth the price | it is not
worth seeing | I cannot recommend it | it left me cold | it does not work | a complete letdown | I walked out | it
made me angry | I want to forget it | one star | not for me | there are better ways to spend an evening | it goes
nowhere | it is hard to sit through | you will be sorry | nothing happens | nothing works here | I expected more |
it fell apart in the end | it promises much and gives little | I have seen better | it broke after a week | avoid it
"""),
    phrases("""
it could not be better | it could not have been better | the best <n> I know | I have never seen a better <n> |
again and again | do not miss it | go and see it | worth every penny | worth the price | it is worth seeing | I
cannot recommend it enough | I highly recommend it | it made me smile | we laughed and laughed | it works like a
charm | five stars | I was never bored | just right for me | a perfect evening | it stays with you | I could not
stop reading | you will not be sorry | I could not ask for more | better than I expected | it gets better every time
| it exceeds every expectation | well worth a visit | I had a great time | we had so much fun | it touched my heart
| I have not laughed so much in years | count me in
"""),
)
BEFORE = phrases("""
24 * - | honestly , | well , | in my opinion , | to be honest , | for me , | to me , | in short , | all in all , |
as I see it , | I must say ,
""")
AFTER = phrases("""
9 * . | 4 * ! | 7 * - | , if you ask me . | , in my opinion . | , that is all .
""")
ASIDES = phrases("""
30 * - | we saw it last night . | I watched it with my sister . | I went there on Sunday . | it runs for two hours .
| my brother gave it to me . | it is about two brothers . | we were six people . | it is set in the war . | I bought
it last year . | it came out in May .
""")
