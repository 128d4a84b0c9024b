"""What protects every page: headers, form tokens, limits on guessing."""

from flask import Flask, Response, current_app, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_wtf.csrf import CSRFProtect

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

csrf = CSRFProtect()
limiter = Limiter(key_func=get_remote_address, storage_uri="memory://")


def guess_limit() -> str:
    """How often one address may try a password, as the settings say."""
    return str(current_app.config["LOGIN_RATE_LIMIT"])


def was_refused(response: Response) -> bool:
    """Only wrong passwords count: a shop floor that shares one address may log in as one."""
    return response.status_code >= 400


def add_security(app: Flask) -> None:
    """Put tokens on every form, limits on guessing, and headers on every answer."""
    csrf.init_app(app)
    limiter.init_app(app)
    app.after_request(add_headers)


def add_headers(response: Response) -> Response:
    """Add the headers; only assets are kept by the browser: going back after a log-out shows nothing."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if request.is_secure:
        response.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    if not response.cache_control.immutable:
        response.headers["Cache-Control"] = "no-store"
    response.vary.add("HX-Request")
    return response
