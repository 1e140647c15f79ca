"""Everyday sentences of the house, of food and of people, in the grammar of ``phrases_facts``. Written by us."""

from __future__ import annotations

HOME = """
{She|He|Mary|Tom|My sister|The man} {slowly|quietly|quickly|} {opened|closed|shut} the > door|window|book|box|letter
{She|He|I|We|The girl} {read|was reading|reads|found} {a|an|the} {good|old|long|interesting} > book|story|letter
{She|He|I} {sat|sat down} at the {table|desk} and {wrote|began to write} a > letter
{She|He|I|The child} {put|pulled} the blanket over {her|his|my} > head
{She|He|The baby|The boy} {closed|opened|rubbed} {her|his} > eyes
{She|He|The girl} {smiled|nodded} and shook {her|his} > head|hand
{It|The water|The bath} {was|is} too {hot|cold} to > drink|swim
{He|She|I} {could not|cannot} find {his|her|my} > keys|shoes|glasses|hat|coat
{We are|They are|I am|She is} going to the > park|beach|store|market|cinema|doctor|zoo
{She|He|My mother|Father|Grandmother|Someone|I} {opened|closed|locked|knocked at|ran to|went to|painted|unlocked} the {front|back|kitchen|} > door
{He|She|I|Tom|The old man|The boy} {looked|climbed|stared|peered|leaned} out of the > window
{He|She|I|They|The children} {lived|live|grew up} in {a|an} {small|big|old|little|white|beautiful} > house
{He|She|I|We|Mother} {sat down|sat|took a seat|rested|fell asleep} {on|in} {the|a|an old} > chair|sofa|armchair
{They|We|The family|All of us|The guests} {sat|gathered|sat down|ate} {around|at|round} the > table
{She|He|Mother|The maid|I} {put|laid|set|placed} {the plates|the cups|the book|the keys|the bread|a vase|the letter} on the > table
{He|She|I|The child|The boy|The baby} {was tired|was sleepy|felt tired} and went to > bed|sleep
{He|She|The baby|The child|I} {lay|slept|was asleep|stayed|was still} in {bed|his bed|her bed} {all|the whole} > day|night|morning
{Put|Keep|Store} the {milk|butter|cheese} in the > fridge|refrigerator
{She|He|Mother|My father|The cook} {cooked|made|prepared|was cooking} {dinner|lunch|supper|the soup|the meal} in the > kitchen
{She|He|I} {washed|dried} the {dishes|plates|cups} in the > kitchen|sink
{He|She|I|They} {hung|hangs|put} {the|his|her|their} {coat|coats|picture|clock} on the > wall|hook
{He|She|Someone|I} {turned|switched} {on|off} the > light|lights|lamp|television|radio
It was {dark|too dark|getting dark} , so {he|she|I|we} {lit|took} a > candle|lamp
{It was|The room was|He felt|She felt} {cold|freezing|so cold} , so {he|she|they|I} {lit|made|sat by} {a|the} > fire
{It was|The room was} {hot|too hot|very warm} , so {he|she|I} opened the > window|windows|door
{It was cold|Winter came|It was snowing} , so {he|she|I} put on {a|his|her|my} {warm|thick|} > coat
{He|She|I|Tom} put {his|her|my} {feet|foot} into {his|her|my|the} > shoes|boots
{He|She|I} put {a|the|his|her} hat on {his|her|my} > head
{She|He|I} {washed|dried|wiped|put} {her|his|my} > hands|face
{She|He|I|The boy} brushed {her|his|my} > teeth|hair
{He|She|I} {looked|saw a face|saw herself|saw himself} in the > mirror
{He|She|The man} {unlocked|opened} the door with {a|the|his|her} > key
{The clock|The old clock} {struck|showed|said} {twelve|nine|ten} and it was > midnight|time|late
{We|They|She|He} {grew|planted|picked|watered} {the|some|} {flowers|roses|vegetables|tomatoes} in the > garden
{The flowers|Roses|The roses|Beautiful flowers} {grow|grew|bloom|bloomed|stood} in the > garden
{He|She|The teacher|The girl} {wrote|writes|was writing} {the word|a letter|her name|his name|it} with a > pen|pencil
{She|He|I} cut the {paper|cloth|hair|string} with {a pair of|her|his|the|some} > scissors
{He|She|I|Mother} {cut|sliced} the {bread|meat|cheese|apple|cake} with a {sharp|} > knife
{He|She|I|The child} ate the {soup|porridge|ice cream|pudding} with a > spoon
{He|She} {hit|drove in} the nail with {a|the|his|her} > hammer
{She|He|The girl} {swept|was sweeping} the floor with a > broom
"""

FOOD = """
{She|The girl|Anna|My sister|I|The runner|The horse} was {thirsty|very thirsty|so thirsty} and {wanted|asked for|needed|drank} {some|cold|a lot of|} > water
{I|He|She|We|They|The child} {drank|drinks|ordered|wanted|asked for|poured|emptied|brought me} {a|one} {big|cold|small|full|tall|} glass of {cold|hot|fresh|} > water|milk|wine|juice|beer
{I|He|She|We|Grandmother|The lady} {drank|drinks|ordered|made|wanted|had|asked for} a {hot|nice|strong|} cup of > tea|coffee
{On hot days|After the race|After the long walk} {we|they|she|I} {drank|drink|need|wanted} {cold|a lot of|some} > water
{I|He|She|The boy|The dog|The traveller} was {hungry|very hungry|so hungry} and {wanted|began|had nothing|asked for something|looked for something} to > eat
{I am|She was|They were|The children were} hungry , so {I|she|they|we} {ate|made|bought|wanted} {a|some} > bread|sandwich|food|soup|cake
{He|She|I|We} {ate|bought|cut|wanted|baked} {a loaf of|a slice of|some|a piece of|fresh} > bread|cake
{He|She|I|Mother} spread {butter|jam|honey} on the > bread
{They|We|The family|The children} {ate|had} {eggs|toast|bread and jam|porridge} for > breakfast
{For|At} her birthday {she|Anna|my sister} {got|had|wanted} a {big|chocolate|beautiful} > cake
{She|He|The girl} {blew out|lit} the candles on the > cake
{The apples|An apple|The red apples|The pears} {fell|hung|grow|grew} {from|on} the > tree|trees
{He|She|I} {bought|picked|ate} {apples|pears|oranges} and other > fruit|fruits
{Honey|Sugar|The cake|Chocolate|Candy} {is|was|tastes|tasted} {very|so|} > sweet
{Lemons|The lemon|Vinegar} {are|is|tastes|tasted} {very|} > sour
{The soup|The tea|The coffee|The stove} {is|was} {too|very|still} > hot
{Ice|Snow|The ice|The snow} {is|was|feels|felt} {very|so|} > cold
{Bread|The bread} is made {from|of} > flour
{Cheese|Butter} is made {from|of} > milk
{The baker|Our baker} {bakes|baked|sold|sells} > bread|cakes
{They|We|She|He|My mother} went to the {market|shop|store} to buy {some|fresh|} > food|bread|fruit|vegetables|milk
"""

PEOPLE = """
{The|A|Our|My} {teacher} {wrote|explained|drew} {it|the word|the answer|a picture} on the > board|blackboard
{The children|The pupils|My sister|He|She} {walked|went|ran|drove} to > school
{The children|All the children|The boys|The girls} {played|ran about|were playing|laughed} in the > garden|park|street|yard
{He|She|The student|I} {read|opened|closed|borrowed|was reading} {a|the|an interesting} > book
{He|She|I|The student} {borrowed|read|found} the book in the > library
{The|A|Our} doctor {works|worked} {at|in} {the|a} > hospital
{He|She|The boy|My brother} was {ill|sick|very ill} and {went to|saw|called|needed} {the|a} > doctor
{The doctor|The nurse} {gave|brought} {him|her|me} {some|the} > medicine
{The|A} {pilot} {flew|landed} the > plane
{The} {captain|sailor|sailors} {steered|sailed|loved|left} the > ship
{The|A} {farmer} {worked|was working|walked|stood} in the > field|fields
{The|A} {baker|cook} {got up early|worked hard|was up all night} to {bake|make} the > bread
{The} {policeman|police|officer} {caught|arrested|chased|ran after} the > thief
{The} {fireman|firemen} {put out|fought} the > fire
{The|A} {judge|lawyer} {works|spoke|sat|appeared} in > court
{The|A} {king|queen|prince|princess} lived in {a|the|an old|a great} > castle|palace
{The king|The queen} {wore|lost|put on|wears} {a golden|a|the|his|her} > crown
{The knight|The brave knight|A prince} {rode|sat|came} on {a|his} {white|black|} > horse
{The knight|The prince} {fought|killed|met|feared} the > dragon
{We|They|She|I} {took|missed|caught|waited for} the {next|last|early|} > train|bus
The train {arrived|stopped|waited|was late} at the > station
{The plane|Our plane} {landed|arrived|waited} at the > airport
{The ship|The ships|The boats} {lay|arrived|waited} in the > harbour|harbor
{He|She|I|My father|They} {drove|drives|went} to work {by|in the|in his} > car|bus
{The boat|The ship|A little boat} {sailed|moved|drifted} {across|over} the > sea|lake|water|ocean
{In summer|On holiday|On hot days} {we|they|the children|I} {swim|swam|love to swim} in the > sea|lake|pool|river
{She|He|My sister|The musician} {plays|played|practises|learned to play} the > piano|guitar|violin
{They|The boys|My brothers|The children} {play|played|love|like to play} > football|games
{He|The boy|The player} {kicked|threw|caught|lost} the > ball
{It was|Today is|Tomorrow is} {her|his|my} > birthday
{Good|A very good} > morning|evening|night|afternoon , {sir|everyone|madam|my friend}
{Hello|Hi|Good evening|Good afternoon|Well|My friend|Dear friend} , how are > you
{Hello|Hi|Good evening|Good afternoon} , {Anna|Tom|my friend|sir|everyone} , how are > you
{How|Tell me , how|And how} are you today > ?
{Thank|I thank|We all thank} > you {very much|so much|for the help|, my friend}
{Nice|Pleased|Glad} to meet > you
{What|And what} is your > name
{I|We|They} hope to see > you {soon|again|tomorrow}
{Please|Would you please} {sit|come} > down|in
"""
