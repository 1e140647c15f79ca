"""`/static/…`: the page's files and plotly.js, at addresses that change with their content."""

from fastapi import APIRouter, Request, Response

from ..assets import PREFIX, Asset
from ..compression import accepts_gzip
from ..dependencies import ServiceOf

router = APIRouter(prefix=PREFIX, include_in_schema=False)


def _sent(request: Request, asset: Asset) -> Response:
    headers = {"Cache-Control": "public, max-age=31536000, immutable"}
    if asset.packed is None:
        return Response(asset.content, media_type=asset.media_type, headers=headers)
    headers["Vary"] = "Accept-Encoding"
    if accepts_gzip(request):
        headers["Content-Encoding"] = "gzip"
        return Response(asset.packed, media_type=asset.media_type, headers=headers)
    return Response(asset.content, media_type=asset.media_type, headers=headers)


@router.get("/plotly/{version}/plotly.min.js")
def plotly(request: Request, service: ServiceOf, version: str) -> Response:
    """plotly.js; in a worker thread, since its first use compresses it."""
    return _sent(request, service.plotly.get(version))


@router.get("/{version}/{path:path}")
def static(request: Request, service: ServiceOf, version: str, path: str) -> Response:
    """One of the page's files."""
    return _sent(request, service.static.get(version, path))
