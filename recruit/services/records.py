"""The trail that every act leaves."""

from sqlalchemy.orm import Session

from recruit.db.audit import AuditEvent
from recruit.services.shapes import Actor


def record(
    session: Session, actor: Actor | None, action: str, subject_kind: str, subject_id: int, **details: object
) -> None:
    """Write down who did what to which thing, in the transaction of the act itself; None is the program."""
    session.add(
        AuditEvent(
            user_id=actor.user_id if actor else None,
            action=action,
            subject_kind=subject_kind,
            subject_id=subject_id,
            details=details,
        )
    )
