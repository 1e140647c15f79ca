"""JSON as the service writes it: no spaces, letters as they are, no NaN, which is no JSON."""

import json

compact = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode
