"""The words of the English → French grammar. Data and its reading; the rules are in the files that use it.

Every ``h`` in it is mute, so an initial h counts as a vowel. Tags tell what a word goes with: an adjective with the
nouns that share a tag with it, a verb with the objects and subjects that have one of its tags.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Noun:
    """A noun in both languages; ``plural`` is empty for what is not counted (bread)."""

    english: str
    english_plural: str
    french: str
    french_plural: str
    gender: str  # m or f
    tags: frozenset[str]

    @property
    def counted(self) -> bool:
        """False for bread and water, which take *some* and no number."""
        return "mass" not in self.tags


@dataclass(frozen=True)
class Adjective:
    """An adjective with its four French forms; ``vowel`` is the masculine before a vowel (un bel arbre)."""

    english: str
    forms: tuple[str, str, str, str]  # masculine, feminine, masculine plural, feminine plural
    vowel: str
    before: bool  # stands before its noun in French
    tags: frozenset[str]


@dataclass(frozen=True)
class Verb:
    """A verb in both languages. English: base, third person, -ing, past. French: je, tu, il, nous, vous, ils."""

    base: str
    third: str
    ing: str
    past: str
    present: tuple[str, ...]
    infinitive: str
    participle: str
    being: bool  # its passé composé is made with être
    objects: frozenset[str]  # tags of its direct objects; none for an intransitive verb
    flags: frozenset[str]


# English, plural, French, plural, gender, tags. - for no plural.
_NOUNS = """
man men homme hommes m person handsome aged
woman women femme femmes f person handsome aged
boy boys garçon garçons m person
girl girls fille filles f person
child children enfant enfants m person handsome
teacher teachers professeur professeurs m person aged
student students étudiant étudiants m person handsome aged
friend friends ami amis m person handsome aged
brother brothers frère frères m person
sister sisters sœur sœurs f person
king kings roi rois m person handsome aged
queen queens reine reines f person handsome aged
cat cats chat chats m animal
dog dogs chien chiens m animal
bird birds oiseau oiseaux m animal
horse horses cheval chevaux m animal
cow cows vache vaches f animal
house houses maison maisons f thing in
car cars voiture voitures f thing bought
tree trees arbre arbres m thing under
table tables table tables f thing on under bought
chair chairs chaise chaises f thing on under bought
door doors porte portes f thing opens
window windows fenêtre fenêtres f thing opens
book books livre livres m thing bought read written given
letter letters lettre lettres f thing read written given
key keys clé clés f thing given
dress dresses robe robes f thing bought given
bag bags sac sacs m thing bought opens given
picture pictures image images f thing bought given
apple apples pomme pommes f food given
egg eggs œuf œufs m food
cake cakes gâteau gâteaux m food given
bread - pain - m mass eaten
soup - soupe - f mass eaten
water - eau - f mass drunk
milk - lait - m mass drunk
coffee - café - m mass drunk
tea - thé - m mass drunk
garden gardens jardin jardins m place in
kitchen kitchens cuisine cuisines f place in
street streets rue rues f place in
village villages village villages m place in
castle castles château châteaux m place in
school schools école écoles f place to
market markets marché marchés m place to
station stations gare gares f place to
church churches église églises f place to
museum museums musée musées m place to
hotel hotels hôtel hôtels m place to
restaurant restaurants restaurant restaurants m place to
"""

# A brother or a girl is not called beautiful or old: belle-sœur and vieille fille mean something else.
# English, masculine, feminine, plurals, before or after the noun (before:X gives the form before a vowel), tags.
_ADJECTIVES = """
big grand grande grands grandes before thing place
small petit petite petits petites before thing place animal food
good bon bonne bons bonnes before food mass place read
young jeune jeune jeunes jeunes before person animal
old vieux vieille vieux vieilles before:vieil aged animal thing place
new nouveau nouvelle nouveaux nouvelles before:nouvel thing place
beautiful beau belle beaux belles before:bel handsome animal thing place
red rouge rouge rouges rouges after animal thing food
blue bleu bleue bleus bleues after animal thing
green vert verte verts vertes after animal thing food
black noir noire noirs noires after animal thing
white blanc blanche blancs blanches after animal thing
brown marron marron marron marron after animal thing
happy heureux heureuse heureux heureuses after person animal
sad triste triste tristes tristes after person animal
tired fatigué fatiguée fatigués fatiguées after person animal
rich riche riche riches riches after person
kind gentil gentille gentils gentilles after person
intelligent intelligent intelligente intelligents intelligentes after person animal
clean propre propre propres propres after thing place animal
expensive cher chère chers chères after thing food mass
open ouvert ouverte ouverts ouvertes after opens to
closed fermé fermée fermés fermées after opens to
hot chaud chaude chauds chaudes after mass food
cold froid froide froids froides after mass food
French français française français françaises after person bought mass
English anglais anglaise anglais anglaises after person bought mass
"""

# English forms / French present / infinitive, participle, auxiliary / tags of objects / flags:
# willed (can be wanted), animal (animals do it too), generic (*likes bread* is of all bread: le pain), whom (takes me,
# you, him …), can (goes with *can*), gift (what to whom), when (goes with *today*); rest leaves to from lives speaks
# say what follows.
# - where there is no such form: no -ing of what one does not do at a moment; no past where French would say it by the
# imparfait, or English as the present (read).
_VERBS = """
eat eats eating ate / mange manges mange mangeons mangez mangent / manger mangé avoir / food eaten / willed animal can when
drink drinks drinking drank / bois bois boit buvons buvez boivent / boire bu avoir / drunk / willed animal can when
see sees - saw / vois vois voit voyons voyez voient / voir vu avoir / person animal thing place / willed animal whom can
have has - had / ai as a avons avez ont / avoir eu avoir / animal bought opens given / willed
like likes - - / aime aimes aime aimons aimez aiment / aimer aimé avoir / animal food mass read / generic
love loves - - / aime aimes aime aimons aimez aiment / aimer aimé avoir / person animal mass / generic whom
look_for looks_for looking_for looked_for / cherche cherches cherche cherchons cherchez cherchent / chercher cherché avoir / person animal bought given / willed animal whom can when
buy buys buying bought / achète achètes achète achetons achetez achètent / acheter acheté avoir / bought food mass / willed can when
read reads reading - / lis lis lit lisons lisez lisent / lire lu avoir / read / willed can when
write writes writing wrote / écris écris écrit écrivons écrivez écrivent / écrire écrit avoir / written / willed can when
open opens opening opened / ouvre ouvres ouvre ouvrons ouvrez ouvrent / ouvrir ouvert avoir / opens / willed can when
hear hears - heard / entends entends entend entendons entendez entendent / entendre entendu avoir / person animal / willed animal whom can
help helps helping helped / aide aides aide aidons aidez aident / aider aidé avoir / person / willed whom can when
wait_for waits_for waiting_for waited_for / attends attends attend attendons attendez attendent / attendre attendu avoir / person / willed whom can when
finish finishes finishing finished / finis finis finit finissons finissez finissent / finir fini avoir / read / willed can when
give gives giving gave / donne donnes donne donnons donnez donnent / donner donné avoir / - / gift willed can when
sleep sleeps sleeping slept / dors dors dort dormons dormez dorment / dormir dormi avoir / - / willed animal can rest when
sing sings singing sang / chante chantes chante chantons chantez chantent / chanter chanté avoir / - / willed rest when
work works working worked / travaille travailles travaille travaillons travaillez travaillent / travailler travaillé avoir / - / willed can rest when
run runs running ran / cours cours court courons courez courent / courir couru avoir / - / willed animal can rest when
stay stays staying stayed / reste restes reste restons restez restent / rester resté être / - / willed animal can rest when
leave leaves leaving left / pars pars part partons partez partent / partir parti être / - / willed can leaves when
go goes going went / vais vas va allons allez vont / aller allé être / - / willed can to when
come comes coming came / viens viens vient venons venez viennent / venir venu être / - / from when
live lives living - / habite habites habite habitons habitez habitent / habiter habité avoir / - / willed can lives
speak speaks speaking spoke / parle parles parle parlons parlez parlent / parler parlé avoir / - / willed speaks when
"""  # noqa: E501


def _noun(line: str) -> Noun:
    english, english_plural, french, french_plural, gender, *tags = line.split()
    return Noun(english, english_plural.strip("-"), french, french_plural.strip("-"), gender, frozenset(tags))


def _adjective(line: str) -> Adjective:
    english, m, f, ms, fs, where, *tags = line.split()
    before, _, vowel = where.partition(":")
    return Adjective(english, (m, f, ms, fs), vowel or m, before == "before", frozenset(tags))


def _verb(line: str) -> Verb:
    english, present, rest, objects, flags = line.split(" / ")
    base, third, ing, past = (word.replace("_", " ").strip("-") for word in english.split())
    infinitive, participle, auxiliary = rest.split()
    return Verb(
        base, third, ing, past, tuple(present.split()), infinitive, participle, auxiliary == "être",
        frozenset(objects.split()) - {"-"}, frozenset(flags.split()),
    )  # fmt: skip


NOUNS = tuple(_noun(line) for line in _NOUNS.strip().splitlines())
ADJECTIVES = tuple(_adjective(line) for line in _ADJECTIVES.strip().splitlines())
VERBS = tuple(_verb(line) for line in _VERBS.strip().splitlines())
ETRE = ("suis", "es", "est", "sommes", "êtes", "sont")
ETAIT = ("étais", "étais", "était", "étions", "étiez", "étaient")
AVOIR = ("ai", "as", "a", "avons", "avez", "ont")
AVAIT = ("avais", "avais", "avait", "avions", "aviez", "avaient")
ALLER = ("vais", "vas", "va", "allons", "allez", "vont")
VOULOIR = ("veux", "veux", "veut", "voulons", "voulez", "veulent")
POUVOIR = ("peux", "peux", "peut", "pouvons", "pouvez", "peuvent")
DEVOIR = ("dois", "dois", "doit", "devons", "devez", "doivent")
