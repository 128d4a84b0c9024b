"""Styles, scripts and icons, ours and those of installed packages, at addresses that change with their content."""

import gzip
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

import flask_bootstrap
import js_lib_htmx
from flask import Blueprint, Flask, Response, abort, request, url_for

OWN_FOLDER = Path(__file__).parent / "static"
BOOTSTRAP_FOLDER = Path(flask_bootstrap.__file__).parent / "static" / "bootstrap5"
HTMX_FOLDER = Path(js_lib_htmx.__file__).parent / "static" / "htmx"

# Bootstrap's sprite holds some 2,000 icons in a megabyte; a phone is sent these only.
ICONS = (
    "arrow-left",
    "award",
    "bounding-box",
    "check-circle-fill",
    "circle-half",
    "clipboard-check",
    "code-slash",
    "cpu",
    "dash-circle-fill",
    "download",
    "exclamation-triangle",
    "gear-wide-connected",
    "info-circle",
    "layers",
    "mortarboard",
    "pencil",
    "person-check",
    "plus-lg",
    "plus-slash-minus",
    "question-circle",
    "rulers",
    "search",
    "tools",
    "upload",
    "x-circle-fill",
)

ONE_YEAR_SECONDS = 365 * 24 * 3600
# Said here, because a system may have its own idea of a script, and browsers are told not to guess.
MEDIA_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True)
class Asset:
    """One file as it is sent, once plain and once packed."""

    content: bytes
    packed: bytes
    media_type: str


def load_assets() -> dict[str, Asset]:
    """Read every file the pages use into memory: all of them together weigh less than half a megabyte."""
    contents = {path.name: path.read_bytes() for path in sorted(OWN_FOLDER.iterdir()) if path.is_file()}
    contents["bootstrap.css"] = without_source_map((BOOTSTRAP_FOLDER / "css" / "bootstrap.min.css").read_bytes())
    contents["htmx.js"] = (HTMX_FOLDER / "htmx.min.js").read_bytes()
    sprite = (BOOTSTRAP_FOLDER / "icons" / "bootstrap-icons.svg").read_text(encoding="utf-8")
    contents["icons.svg"] = icon_sprite(sprite, ICONS).encode("utf-8")
    return {name: asset_of(name, content) for name, content in contents.items()}


def without_source_map(css: bytes) -> bytes:
    """Drop the pointer to a file that is not served."""
    return re.sub(rb"/\*# sourceMappingURL=.*?\*/", b"", css)


def icon_sprite(sprite: str, names: tuple[str, ...]) -> str:
    """Cut the named symbols out of a sprite; an unknown name is a mistake of ours and raises ``LookupError``."""
    symbols = {
        match[1]: match[0] for match in re.finditer(r'<symbol[^>]*\bid="([^"]+)".*?</symbol>', sprite, re.DOTALL)
    }
    absent = [name for name in names if name not in symbols]
    if absent:
        raise LookupError(f"the icon sprite of bootstrap-flask has no {', '.join(absent)}")
    return f'<svg xmlns="http://www.w3.org/2000/svg">{"".join(symbols[name] for name in names)}</svg>'


def asset_of(name: str, content: bytes) -> Asset:
    """Pack a file; a kind that is not listed is a mistake of ours."""
    return Asset(
        content=content, packed=gzip.compress(content, mtime=0), media_type=MEDIA_TYPES[Path(name).suffix]
    )


def add_assets(app: Flask) -> None:
    """Serve the assets under one digest of all of them, so that modules may import each other by plain names."""
    assets = load_assets()
    digest = hashlib.sha256(b"".join(asset.content for asset in assets.values())).hexdigest()[:16]
    blueprint = Blueprint("assets", __name__)

    def send(digest: str, name: str) -> Response:  # noqa: ARG001 - an old page may ask for an old digest
        asset = assets.get(name)
        if asset is None:
            abort(404)
        is_packed = request.accept_encodings.quality("gzip") > 0
        response = Response(asset.packed if is_packed else asset.content, mimetype=asset.media_type)
        response.cache_control.public = True
        response.cache_control.max_age = ONE_YEAR_SECONDS
        response.cache_control.immutable = True
        response.headers["Vary"] = "Accept-Encoding"
        if is_packed:
            response.headers["Content-Encoding"] = "gzip"
        return response

    def asset_url(name: str) -> str:
        if name not in assets:
            raise LookupError(f"no asset is called {name!r}")
        return url_for("assets.send", digest=digest, name=name)

    blueprint.add_url_rule("/assets/<digest>/<name>", view_func=send)
    app.register_blueprint(blueprint)
    app.add_template_global(asset_url, "asset")
