"""What is printed of the demo's logins."""

from collections.abc import Iterator

from recruit.services.demo import DemoLogins


def login_lines(demo: DemoLogins) -> Iterator[str]:
    """Print the first login of each role of the demo, and the password of all."""
    seen: set[str] = set()
    yield f"Demo logins, password {demo.password}"
    for login in demo.logins:
        if login.role not in seen:
            seen.add(login.role)
            place = f", {login.organization}" if login.organization else ""
            yield f"  {login.email:<24} {login.role.replace('_', ' ')}{place}"
