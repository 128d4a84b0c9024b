"""What protects every page: headers, form tokens, limits on guessing."""

from hashlib import sha256

from flask import Flask, Response, current_app, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_wtf.csrf import CSRFProtect
from limits import parse_many

from recruit.services.accounts import plain_email

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "object-src 'none'",
    )
)

HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}

#: A shop floor shares one network address: its people together may mistype this many times as often as one.
PEOPLE_BEHIND_ONE_ADDRESS = 10

csrf = CSRFProtect()
limiter = Limiter(key_func=get_remote_address, storage_uri="memory://")


def guess_limit() -> str:
    """How often one person may try a password, as the settings say."""
    return str(current_app.config["LOGIN_RATE_LIMIT"])


def address_limit() -> str:
    """How often everybody behind one network address together may try passwords."""
    return ";".join(
        f"{limit.amount * PEOPLE_BEHIND_ONE_ADDRESS} per {limit.multiples} {limit.GRANULARITY.name}"
        for limit in parse_many(guess_limit())
    )


def address_and_email() -> str:
    """Tell one person behind a network address from the next; hashed, since anybody may type a long e-mail."""
    email = plain_email(request.form.get("email", ""))
    return f"{get_remote_address()} {sha256(email.encode(errors='replace')).hexdigest()}"


def was_refused(response: Response) -> bool:
    """Only wrong passwords count: a shop floor that shares one address may log in as one."""
    return response.status_code >= 400


def add_security(app: Flask) -> None:
    """Put tokens on every form, limits on guessing, and headers on every answer."""
    csrf.init_app(app)
    limiter.init_app(app)
    app.after_request(add_headers)


def add_headers(response: Response) -> Response:
    """Add the headers; a browser keeps assets, and what it must ask for again each time before it shows it.

    So going back after a log-out shows nothing.
    """
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if request.is_secure:
        response.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    if not response.cache_control.immutable and not response.cache_control.private:
        response.headers["Cache-Control"] = "no-store"
    response.vary.add("HX-Request")
    return response
