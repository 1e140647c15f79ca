"""What stands between an introduction and its effect, around both, and what else is told of a person. Written by us."""

from __future__ import annotations

from training.corpus.words import phrases

JOINS = phrases("""
5 * so | 3 * and so | 4 * , so | 6 * and | 3 * , and | 2 * , and that is why | 2 * , which is why | which is why | , therefore | , and of course |
and of course | 2 * . that is why | 2 * . so | . now | 6 * . | . today | ; naturally | 2 * ; | 2 * , and now | 2 * and after all these years |
, and after all these years | . at home | . with the family | . these days | . of course | , so naturally | . as a result | . as a result , |
because of that | , but | 2 * but | and now | and today | and to this day | and even now | and at home | . after all these years | . even today |
and there | , where | where | where | and later | , and later | and soon | . soon | . there | because | and by now | - | - | , as | and that is how |
. this is why | . that was when | , and then | . then | , so of course | , so obviously | . obviously | ; now | , yet | although | . for years
""")

# Before a verb whose subject was said already.
AND = phrases(
    "6 * and | 2 * , and | 2 * and now | and therefore | but | and so | and of course | , but | and also | and after all these years | and even | , yet | and to this day | and soon | and there"
)

AGAIN = phrases("- | and | so | today | now | at home | later | still ,")

TAILS = phrases("""
8 * . | , of course . | very well . | with a strong accent . | at home . | with the children . | every day . | and a little English . |
, and nobody minds . | without any accent . | better than most . | again . | too . | like a native . | as well as English . | , it seems . |
most of the time . | with <other> . | to <other> . | ! | when P ~be tired . | all day long . | without a mistake . | , my dear . | for <other> . |
? | and English . | , but not very well . | since then . | on the phone . | , and so do I . | in the evening .
""")

# In these the newest place is the one that counts: § is another place.
MOVES = phrases("""
~was born in § but grew up in | moved from § to | left § and moved to | ~was born in § and raised in | lived in § before moving to |
never liked § and moved to | first lived in § , then in | flew from § to | studied in § and then worked for <span> in
""")

# An English-speaking place after the one that counts.
ENGLISH = phrases(
    ", but now P ~live in § | and later moved to § | , then moved to § | and now ~live in § | before coming to § | , not in §"
)

# Other news of a person, to which a language is no answer.
NEWS = phrases("""
~be a doctor | ~work as a <job> | ~like music | ~was very happy | has two cats | ~be learning fast | came home late | ~read a lot |
~be S best friend | never ~sleep | bought a new car | ~play the guitar | ~love to cook | ~work in a bank | ~have two children | ~have a dog and a big garden |
~be <age> years old | ~play football on Sundays | ~like to swim | studied <subject> | ~live near the park | ~have a brother and two sisters |
met S wife at a party | bought an old house | ~collect stamps | ~be always tired | ~be very kind | ~have many friends | ~work too much | ~like long walks |
~play the piano | lost the keys again | ~be afraid of dogs | ~love old films | ~have a small shop | ~grow roses | went to the doctor | called S mother |
grew up in the countryside | grew up by the sea | ~have three brothers | ~live in a small flat | went to school by bus | ~be from a small town
""")
