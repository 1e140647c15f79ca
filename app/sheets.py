"""The style sheets of a page, in the order in which they are linked: `static/css/<name>.css`."""

DOCUMENT = "document"  # what is around the page, where it has the document to itself
SHEETS = (
    "tokens",
    DOCUMENT,
    "page",
    "panels",
    "dock",
    "units",
    "ledger",
    "curves",
    "gradient",
    "compare",
    "belt",
    "hands",
    "map",
    "writing",
    "story",
    "tour",
    "explained",
    "phone",
    "present",
)
TRAINING = ("tokens", DOCUMENT, "page", "panels", "phone", "present", "train")  # … of the page of live trainings
