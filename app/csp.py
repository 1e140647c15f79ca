"""Content-Security-Policies: what a page may load (itself, and nothing from elsewhere) and who may frame it."""

# Plotly makes one empty <style> element; this is the hash of the empty string.
EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
# plotly.js carries the style sheet of its map library and adds it as it loads; the page draws no maps, but a refusal
# would stand in every visitor's console. Of another version of plotly.js it is refused, which harms nothing.
MAP_STYLE = "'sha256-ji27qzEtxXZW+7dun6UwjHXJ18e6WAin1VvNtkzIE/o='"
NOTHING = "default-src 'none'; frame-ancestors 'none'"


def page_policy(frame_ancestors: str) -> str:
    """The policy of a page that has no inline script and which `frame_ancestors` may frame.

    "*" leaves that directive out. As a source it means any network origin, and would refuse slides that are opened
    from a file and frames inside a sandbox, whose origin is "null".
    """
    framing = () if frame_ancestors == "*" else (f"frame-ancestors {frame_ancestors}",)
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "connect-src 'self'",
            "img-src 'self' data: blob:",
            f"style-src 'self' {EMPTY_STYLE} {MAP_STYLE}",
            "style-src-attr 'unsafe-inline'",
            "base-uri 'none'",
            "form-action 'self'",
            *framing,
        )
    )
