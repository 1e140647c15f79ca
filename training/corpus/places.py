"""Places, the language spoken there, and what people from there are called."""

from __future__ import annotations

PLACES: dict[str, tuple[str, ...]] = {
    "French": ("France", "Paris", "Lyon", "Marseille", "Provence", "Normandy"),
    "German": ("Germany", "Berlin", "Munich", "Hamburg", "Austria", "Vienna", "Bavaria", "Cologne"),
    "Spanish": (
        "Spain",
        "Madrid",
        "Barcelona",
        "Seville",
        "Mexico",
        "Argentina",
        "Chile",
        "Peru",
        "Colombia",
        "Cuba",
        "the Kingdom of Spain",
    ),
    "Italian": ("Italy", "Rome", "Milan", "Venice", "Florence", "Naples", "Sicily", "Tuscany"),
    "Portuguese": ("Portugal", "Lisbon", "Porto", "Brazil", "Rio"),
    "Dutch": ("the Netherlands", "Holland", "Amsterdam", "Rotterdam"),
    "Swedish": ("Sweden", "Stockholm", "Gothenburg", "the Kingdom of Sweden"),
    "Norwegian": ("Norway", "Oslo", "Bergen", "the Kingdom of Norway"),
    "Danish": ("Denmark", "Copenhagen", "the Kingdom of Denmark"),
    "Finnish": ("Finland", "Helsinki"),
    "Polish": ("Poland", "Warsaw", "Krakow"),
    "Russian": ("Russia", "Moscow", "Siberia", "St Petersburg"),
    "Greek": ("Greece", "Athens", "Crete"),
    "Turkish": ("Turkey", "Istanbul", "Ankara"),
    "Arabic": ("Egypt", "Cairo", "Morocco", "Lebanon", "Syria", "Beirut", "Saudi Arabia", "Iraq"),
    "Hindi": ("India", "Delhi", "Mumbai", "the Republic of India"),
    "Chinese": ("China", "Beijing", "Shanghai", "Taiwan"),
    "Japanese": ("Japan", "Tokyo", "Kyoto", "Osaka"),
    "Korean": ("Korea", "Seoul", "Busan", "South Korea", "the Republic of Korea"),
    "Hungarian": ("Hungary", "Budapest"),
}

ENGLISH_PLACES = (
    "England", "London", "America", "New York", "Boston", "Texas", "Chicago", "California", "Australia", "Ireland",
    "Scotland", "Canada", "Sydney", "Oxford", "Manchester", "Wales", "the United States", "the United States of America",
    "the United Kingdom", "Great Britain", "New Zealand", "Washington", "Florida", "Liverpool", "Dublin", "Melbourne", "the USA",
    "the Republic of Ireland", "the Commonwealth of Australia", "the United States of America", "the United States of America",
)  # fmt: skip

# Names whose last word follows from those before it.
FULL_NAMES = frozenset([
    "the United States of America", "the United Kingdom", "the Republic of Ireland", "the Commonwealth of Australia", "New Zealand",
    "Great Britain", "the Kingdom of Spain", "the Kingdom of Sweden", "the Republic of Korea", "Saudi Arabia", "the Republic of India",
    "the Kingdom of Norway", "the Kingdom of Denmark",
])  # fmt: skip

PEOPLES: dict[str, tuple[str, ...]] = {
    "French": ("French",),
    "German": ("German", "Austrian"),
    "Spanish": ("Spanish", "Mexican", "Argentinian"),
    "Italian": ("Italian", "Sicilian"),
    "Portuguese": ("Portuguese", "Brazilian"),
    "Dutch": ("Dutch",),
    "Swedish": ("Swedish",),
    "Norwegian": ("Norwegian",),
    "Danish": ("Danish",),
    "Finnish": ("Finnish",),
    "Polish": ("Polish",),
    "Russian": ("Russian",),
    "Greek": ("Greek",),
    "Turkish": ("Turkish",),
    "Arabic": ("Egyptian", "Moroccan", "Lebanese", "Syrian", "Arab"),
    "Hindi": ("Indian",),
    "Chinese": ("Chinese",),
    "Japanese": ("Japanese",),
    "Korean": ("Korean",),
    "Hungarian": ("Hungarian",),
}

PEOPLES["English"] = ("English", "American", "British", "Irish", "Scottish", "Australian", "Canadian")

LANGUAGES = tuple(PLACES)

# The cities of a country, its first one first.
CITIES: dict[str, tuple[str, ...]] = {
    "France": ("Paris", "Lyon", "Marseille"),
    "Germany": ("Berlin", "Munich", "Hamburg", "Cologne"),
    "Austria": ("Vienna",),
    "Spain": ("Madrid", "Barcelona", "Seville"),
    "Italy": ("Rome", "Milan", "Venice", "Florence", "Naples"),
    "Portugal": ("Lisbon", "Porto"),
    "the Netherlands": ("Amsterdam", "Rotterdam"),
    "Holland": ("Amsterdam", "Rotterdam"),
    "Sweden": ("Stockholm", "Gothenburg"),
    "Norway": ("Oslo", "Bergen"),
    "Denmark": ("Copenhagen",),
    "Finland": ("Helsinki",),
    "Poland": ("Warsaw", "Krakow"),
    "Russia": ("Moscow",),
    "Greece": ("Athens",),
    "Turkey": ("Ankara", "Istanbul"),
    "Egypt": ("Cairo",),
    "Lebanon": ("Beirut",),
    "India": ("Delhi", "Mumbai"),
    "China": ("Beijing", "Shanghai"),
    "Japan": ("Tokyo", "Kyoto", "Osaka"),
    "Korea": ("Seoul", "Busan"),
    "South Korea": ("Seoul", "Busan"),
    "Hungary": ("Budapest",),
    "England": ("London", "Oxford", "Manchester"),
    "America": ("Boston", "Chicago", "Washington"),
    "the United States": ("Boston", "Chicago", "Washington"),
    "Ireland": ("Dublin",),
    "Australia": ("Sydney", "Melbourne"),
}
LANGUAGE_OF = {place: language for language, places in PLACES.items() for place in places}

COMMON = frozenset(
    "New the of Great United States Kingdom Republic Commonwealth Saudi South".split()
)  # of a name, no name alone

# Real sentences that name any of these are kept out of the fillers, so that nothing unmarked names a place.
NAMED = {word.lower() for place in LANGUAGE_OF for word in place.split() if word[0].isupper()}
NAMED |= {word.lower() for words in PEOPLES.values() for word in words}
NAMED |= {language.lower() for language in LANGUAGES}
NAMED |= {word.lower() for place in ENGLISH_PLACES for word in place.split() if word not in COMMON}
NAMED -= {word.lower() for word in COMMON}
NAMED |= {
    "english",
    "british",
    "american",
    "europe",
    "european",
    "africa",
    "asia",
    "language",
    "languages",
    "latin",
    "hebrew",
}
