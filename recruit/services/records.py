"""The trail that every act leaves."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from recruit.db.audit import AuditEvent
from recruit.db.base import insert_rows
from recruit.services.shapes import Actor


def record(
    session: Session, actor: Actor | None, action: str, subject_kind: str, subject_id: int, **details: object
) -> None:
    """Write down who did what to which thing, in the transaction of the act itself; None is the program."""
    session.add(AuditEvent(**event(actor, action, subject_kind, subject_id, details)))


def record_all(
    session: Session,
    actor: Actor | None,
    action: str,
    subject_kind: str,
    details_by_id: Mapping[int, dict[str, object]],
) -> None:
    """Write down who did the same with several things."""
    rows = [event(actor, action, subject_kind, *one) for one in details_by_id.items()]
    insert_rows(session, AuditEvent, rows)


def event(
    actor: Actor | None, action: str, subject_kind: str, subject_id: int, details: dict[str, object]
) -> dict[str, Any]:
    """Return the row of what was done."""
    return {
        "user_id": actor.user_id if actor else None,
        "action": action,
        "subject_kind": subject_kind,
        "subject_id": subject_id,
        "details": details,
    }
