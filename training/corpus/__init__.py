"""The long-range corpus: a grammar of our own, and real sentences that carry its causes and effects."""
