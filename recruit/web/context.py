"""What a request knows: the open house, who is acting, and whether only a part of the page is wanted."""

from urllib.parse import urlsplit

from flask import current_app, request
from flask_login import current_user

from recruit.services.house import House
from recruit.services.shapes import Actor

EXTENSION = "recruit"


def house() -> House:
    """Return the house this app was made for."""
    opened: House = current_app.extensions[EXTENSION]
    return opened


def actor() -> Actor | None:
    """Return who acts, or None for a visitor."""
    return current_user.actor if current_user.is_authenticated else None


def wants_part() -> bool:
    """Tell whether htmx asks for a part of the page; without JavaScript the whole page is wanted."""
    return (
        request.headers.get("HX-Request") == "true" and request.headers.get("HX-History-Restore-Request") != "true"
    )


def local_path(target: str | None) -> str | None:
    """Return an address only when it stays on this site; two slashes of either kind begin another one."""
    if not target or not target.startswith("/") or target.startswith(("//", "/\\")):
        return None
    parts = urlsplit(target)
    return target if not parts.scheme and not parts.netloc and "\\" not in target else None
