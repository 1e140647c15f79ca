"""How fast a step is: ``python -m benchmarks``."""
