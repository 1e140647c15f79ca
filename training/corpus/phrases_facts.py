"""Where everyday things are and what they do, in sentences of ours. Written in a small grammar, see ``facts``.

``{a|b}`` is one of its parts; ``>`` stands before the word that the rest asks for, or before several that would do.
"""

from __future__ import annotations

SKY = """
{The|Some|Many|Dark|White|Grey|Heavy|A few} clouds {drifted across|moved across|covered|filled|gathered in|hung low in|raced over|passed over|floated through} the > sky
There {is not|was not} {a|one|a single} cloud in the > sky
{I saw|We saw|There were|Look at|She painted|He pointed at} {the|some|three|dark|white|pink|so many|big} clouds {in|up in|high in} the > sky
{The|A thousand|Many|Bright} stars {shone|twinkled|were shining|glittered} in the {night|dark|clear|} > sky
{The|A full|A bright|A pale} moon {stood|hung|rose|was high|shone} {in|high in} the > sky
{A|The|One little} {bird|eagle|plane|kite|balloon|hawk|lark} {flew|soared|rose|sailed|was flying} {high|up|far up|} in the > sky
{The|Two|Many|All the} {birds|planes|kites|balloons|swallows} {flew|were flying|circled|sailed} {across|through|in|over} the > sky
{After|Before} the {storm|rain} {a|the} rainbow {stood|appeared|was} in the > sky
{On a clear day|In summer|Today} the sky is > blue
{At night|In the evening} the sky {is|was|turned|became} > dark|black
{The sun|It} {shone|was shining|stood|burned|climbed} {brightly|high|warmly|} in the {blue|clear|morning|} > sky
{In the morning|Every morning|Each day|At dawn|Early} the sun {comes up|appears|climbs up|wakes|can be seen} {in|from} the > east
The sun {always|slowly} {rises|comes up} in the > east
{A|The} {red|golden|pale|warm} sun {rises|rose|was rising|came up} in the > east
{Does the sun rise|Did the sun rise|Will the sun rise|When will the sun rise} in the > east
{The sun rose|The sun will rise|The sun was rising|The sun must rise|I saw the sun rise} in the > east
The sun does not rise in the west but in the > east
Where does the sun {rise|come up} ? In the > east
{Morning begins|The new day begins|Dawn comes first|The first light comes|The light of morning comes} {in|from} the > east
{We watched|They watched|I saw|She saw} the sun {rise|come up|climb} in the > east
The sun {came up|rose|appears|climbed} {slowly|early|late|red|} {in|from} the > east
{In the evening|Every evening|At the end of the day|At dusk} the sun {goes down|sets|sinks} in the > west
{We watched|They watched|I saw} the sun {set|go down|sink} in the > west
The sun {rises|comes up} in the east and {sets|goes down} in the > west
{The sun|Now the sun|Soon the sun} {sets|went down|is setting|sank} in the > west
{If|When} you {look|walk|sail} towards the {rising sun|sunrise|dawn} , you {look|walk|sail|face} > east
{At noon|In the middle of the day} the sun {is|stands} high in the > sky
{It was night|Night fell|The night was clear} and we {looked at|counted|could see} the > stars|moon
{At night|After dark|When it is dark} you can see the > stars|moon
{Snow|Soft snow|White snow} {fell|was falling|came down} {from|out of} the {grey|dark|} > sky
{Rain|Heavy rain|Cold rain} {fell|was falling|came down} from the {grey|dark|} > clouds|sky
{The sky|It} {grew|got|was} dark and it {began|started} to > rain
{Take|Bring|Do not forget} your umbrella , it {is going to|will|might} > rain
{It rained|It was raining} , so {he|she} {opened|took|put up} {the|an|his|her} > umbrella
{In winter|In December|In the mountains} it {often|sometimes|always} > snows
{The children|We|They} {built|made} a snowman {out of|from} > snow
The {wind|storm} {blew|howled|roared} {through|in} the > trees
The earth {goes|moves|travels|turns} {around|round} the > sun
The moon {goes|moves|travels} {around|round} the > earth
"""

ANIMALS = """
{The|My|Our} {cat|kitten} {lay down|was lying|likes to lie|jumped up|fell asleep|rests|stretched out} on the > sofa|bed|chair|mat|floor|carpet
{The|Our|A|My} dog {sat|lay|slept|waited} {by|in front of|at} the > door|fire
{The|My|Our} dog {likes|loves|wants} to > play|run|bark
{The|Our} dog {barks|barked} at {the|every} > postman|cat
{A|The} cow {says|said} > moo
A {baby|young} dog is {called|} a > puppy
A {baby|young} cat is {called|} a > kitten
{The|A|Many|Little|Golden|All} fish {swim|swam|live|lived|were swimming|swim around} in the > water|sea|river|pond
{The fish|A fish|Fish} {can not|cannot|could not} live {without|out of} > water
{The|A|Our|Their|One} {little|big|old|brown|} {bird|sparrow|robin|pigeon} {sat|sang|was singing|built a nest|rested|sat singing} in {the|a|an old|the tall} > tree
{The|Two|Many|Some} birds {sat|sang|were singing|built their nests|rested} in the > trees|tree
{The|A|Every} {bird|pigeon|swallow} {spread|opened|flapped|has|used} {its|two} > wings
{Birds|The birds|Most birds|Young birds} {can|learn to|love to} > fly
{A|The} {bird|hen|duck|goose} {lays|laid|sat on} {an|one|her} > egg|eggs
{The hen|Our hens|The chickens} {laid|lay} {six|fresh|three|many} > eggs
{The|Our|My|Every|A} {dog|puppy} {began to|started to|likes to|can} > bark
{The|Our|A big} dog {barked|growled} at the > cat|postman|stranger|man
The dog {wagged|was wagging} {its|his} > tail
{The dog|Our dog|The puppy} {chewed|buried|found|wanted|gnawed} {a|the|its|an old} > bone
{The|My|Our} {cat|kitten} {lay|slept|was sleeping|curled up|dozed} on the > sofa|bed|chair|mat|floor
{The cat|A cat|Our cat|The black cat} {chased|caught|ran after|was watching|killed} {a|the} > mouse|bird
{The|My|Our} {cat|kitten} {drank|licked up|wanted|was drinking} {the|its|some} > milk
{The|A} cat {said|began to say|cried} > meow
{Cows|The cows|Our cows} {eat|ate|were eating|like|need} > grass
{The|A|Our} cow {gives|gave} us > milk
{The cows|The sheep|The horses} {stood|grazed|were grazing} in the > field|meadow|fields
{The|A} {horse|pony} {ran|galloped|trotted} {across|over|through} the > field|fields|meadow
The {horse|horses} {stood|slept|lived} in the > stable
{The|A|Our} sheep {gives|has} > wool
{Pigs|The pigs|A pig} {rolled|lay|play|were rolling} in the > mud
{The bees|Many bees|A bee|Some bees} {flew|buzzed|went} from flower to > flower
{Bees|The bees} {make|made} > honey
{The bear|A bear|Bears} {likes|like|ate|found|loved} {some|sweet|} > honey
{The|A|Every} {spider} {spun|made|sat in} {a|its} > web
{The} {monkey|monkeys} {climbed|swung|sat|played|jumped} in the > trees|tree
{The monkey|Monkeys|The little monkey} {ate|eat|love|peeled} {a|the|} > banana|bananas
{The rabbit|Rabbits|A rabbit} {ate|eat|love|nibbled} {a|the|some|} > carrot|carrots
{The|A} {squirrel} {hid|buried|ate|found|gathered} {its|some|the|} > nuts
{The frog|A frog|The green frog} {jumped|hopped|leaped} into the > pond|water
{The duck|Ducks|The ducks|A swan} {swam|was swimming|were swimming} {on|across|in} the > pond|lake|water|river
{The|A} lion {is|was} the king of the > jungle|animals|forest
{The|A} lion {began to|started to|gave a loud} > roar
The {elephant} {lifted|raised|has a long|used its} > trunk
{Camels|The camel|A camel} {walked|lived|travelled} {through|in} the > desert
{Wolves|The wolf|A wolf|Bears|A bear|Deer|Foxes} {lived|hid} in the > forest|woods
{Whales|Sharks|Dolphins} {live|swim|are found} in the > sea|ocean
The {mouse|mice} {ate|stole|nibbled|loved} {the|all the|some|a piece of} > cheese
{The|A} snake {slid|crept|crawled|lay hidden} {through|in} the > grass
{The|A} {butterfly} {landed|sat|rested} on a > flower
{The penguins live|A penguin lives} {on|in} the > ice|snow
{The|A} {kangaroo} {began to|can|likes to} > jump|hop
"""

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

TIME = """
{What|And what} is {her|his|their|the dog 's} > name
{My|Her|His} name is > Anna|Tom|Mary|John|Peter|Lily
Two {and|plus} one {is|are|makes} > three
Three {and|plus} one {is|are|makes} > four
Two {and|plus} three {is|are|makes} > five
Five {and|plus} five {is|are|makes|make} > ten
{The|A} {week|month|year|day} {is|was} over {too|very} > soon|quickly
After {the summer|summer} {comes|came} > autumn
After {the winter|winter} {comes|came} > spring
{In spring|In April|In May} the flowers {begin|start} to > bloom|grow
{In autumn|In October} the leaves {fall|fell|turn yellow and fall} from the > trees
{There are|A week has} seven days in a > week
{A year|Every year} has twelve > months
Monday comes before > Tuesday
{A day|Each day} has twenty four > hours
{An hour} has sixty > minutes
{It happened|That was|He lived|They met|It began} a long > time ago
Once upon a > time {there lived a king|in a far country|, when animals could speak|there stood a castle}
{Once upon a time|Long ago|Many years ago|A long time ago|In a far country|Once} {there lived|there was|lived} {a|an old|a poor|a rich|a young|a great} > king|man|woman|queen|farmer|prince
{Once upon a time|Long ago|Once} there was a {small|young|happy|poor|clever|very little} > girl|boy|child|man
{There was|We know|I met|She was|He saw|They found|It was} {once|only|just|} a little > girl|boy|dog|bird
{Grass|The grass|A leaf|The leaves} {is|was|are|were} > green
{Snow|The snow|Milk} is > white
{Blood|The rose|The apple|A ripe tomato} is > red
{Coal|The night|A crow} is {as|very|} > black
{A lemon|The sun|A banana|Gold} is > yellow
{The opposite of} {big is small|day is night|hot is cold|good is bad} and the opposite of up is > down
Two {and|plus} two {is|are|makes|make} > four
One {and|plus} one {is|are|makes|make} > two
{The sugar|Honey} {is|was} sweet and the lemon {is|was} > sour
{The stone|The wood} {is|was} hard and the {pillow|bed} {is|was} > soft
{The|A} {elephant|mountain|giant|tower} is {big|large|tall} , but the {mouse|ant|child|flea} is > small|little
{It was|The day was} {hot|warm} in the day and {cold|cool} at > night
{We|They|The family} eat dinner in the > evening
{I|We|They|She} {get|got|gets} up {early|at six} in the > morning
{He|She|I} {sleep|slept|sleeps} at > night
"""

FACTS = tuple(
    line.strip() for block in (SKY, ANIMALS, HOME, FOOD, PEOPLE, TIME) for line in block.splitlines() if line.strip()
)
