"""Places, the language spoken there, and what people from there are called."""

from __future__ import annotations

PLACES: dict[str, tuple[str, ...]] = {
    "French": ("France", "Paris", "Lyon", "Marseille", "Provence", "Normandy"),
    "German": ("Germany", "Berlin", "Munich", "Hamburg", "Austria", "Vienna", "Bavaria", "Cologne"),
    "Spanish": ("Spain", "Madrid", "Barcelona", "Seville", "Mexico", "Argentina", "Chile", "Peru", "Colombia", "Cuba"),
    "Italian": ("Italy", "Rome", "Milan", "Venice", "Florence", "Naples", "Sicily", "Tuscany"),
    "Portuguese": ("Portugal", "Lisbon", "Porto", "Brazil", "Rio"),
    "Dutch": ("the Netherlands", "Holland", "Amsterdam", "Rotterdam"),
    "Swedish": ("Sweden", "Stockholm", "Gothenburg"),
    "Norwegian": ("Norway", "Oslo", "Bergen"),
    "Danish": ("Denmark", "Copenhagen"),
    "Finnish": ("Finland", "Helsinki"),
    "Polish": ("Poland", "Warsaw", "Krakow"),
    "Russian": ("Russia", "Moscow", "Siberia", "St Petersburg"),
    "Greek": ("Greece", "Athens", "Crete"),
    "Turkish": ("Turkey", "Istanbul", "Ankara"),
    "Arabic": ("Egypt", "Cairo", "Morocco", "Lebanon", "Syria", "Beirut", "Saudi Arabia", "Iraq"),
    "Hindi": ("India", "Delhi", "Mumbai"),
    "Chinese": ("China", "Beijing", "Shanghai", "Taiwan"),
    "Japanese": ("Japan", "Tokyo", "Kyoto", "Osaka"),
    "Korean": ("Korea", "Seoul", "Busan", "South Korea"),
    "Hungarian": ("Hungary", "Budapest"),
}

ENGLISH_PLACES = (
    "England", "London", "America", "New York", "Boston", "Texas", "Chicago", "California", "Australia", "Ireland",
    "Scotland", "Canada", "Sydney", "Oxford", "Manchester", "Wales",
)  # fmt: skip

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

LANGUAGES = tuple(PLACES)
LANGUAGE_OF = {place: language for language, places in PLACES.items() for place in places}

# Real sentences that name any of these are kept out of the fillers, so that nothing unmarked names a place.
NAMED = {word.lower() for place in LANGUAGE_OF for word in place.split() if word[0].isupper()}
NAMED |= {word.lower() for words in PEOPLES.values() for word in words}
NAMED |= {language.lower() for language in LANGUAGES}
NAMED |= {word.lower() for place in ENGLISH_PLACES for word in place.split() if word != "New"}
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
