"""Where everyday things are and what they do, in sentences of ours. Written in a small grammar, see ``facts``.

``{a|b}`` is one of its parts; ``>`` stands before the word that the rest asks for, or before several that would do.
"""

from __future__ import annotations

from training.corpus.phrases_home import FOOD, HOME, PEOPLE

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
