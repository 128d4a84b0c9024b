"""Who may do what: organizations, users, and the role a user has in an organization."""

import datetime as dt
from collections.abc import Sequence
from enum import StrEnum

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from recruit.db.base import Base, utc_now


class OrganizationKind(StrEnum):
    """An agency recruits; an employer hires, through one agency."""

    AGENCY = "agency"
    EMPLOYER = "employer"


class Role(StrEnum):
    """What a membership allows, within its organization only."""

    VIEWER = "viewer"
    RECRUITER = "recruiter"
    HIRING_MANAGER = "hiring_manager"
    ADMINISTRATOR = "administrator"


class Organization(Base):
    __tablename__ = "organizations"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[OrganizationKind]
    #: The agency that recruits for this employer; none for an agency.
    agency_id: Mapped[int | None] = mapped_column(ForeignKey("organizations.id"), index=True)
    created_at: Mapped[dt.datetime] = mapped_column(default=utc_now)


class User(Base):
    __tablename__ = "users"

    id: Mapped[int] = mapped_column(primary_key=True)
    #: Always lower case.
    email: Mapped[str] = mapped_column(unique=True)
    display_name: Mapped[str]
    password_hash: Mapped[str]
    is_active: Mapped[bool] = mapped_column(default=True)
    #: Part of every session; a new value logs the user out everywhere.
    session_token: Mapped[str]
    created_at: Mapped[dt.datetime] = mapped_column(default=utc_now)

    memberships: Mapped[list["Membership"]] = relationship(back_populates="user", lazy="raise")


class Membership(Base):
    __tablename__ = "memberships"
    __table_args__ = (UniqueConstraint("user_id", "organization_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    organization_id: Mapped[int] = mapped_column(ForeignKey("organizations.id"), index=True)
    role: Mapped[Role]

    user: Mapped[User] = relationship(back_populates="memberships", lazy="raise")
    organization: Mapped[Organization] = relationship(lazy="raise")


def user_by_email(session: Session, email: str) -> User | None:
    """Find an account by its address, in lower case, closed accounts included."""
    return session.scalar(select(User).where(User.email == email))


def memberships_of(session: Session, user_id: int) -> Sequence[tuple[int, OrganizationKind, Role]]:
    """List a user's organizations by id, each with its kind and the user's role there."""
    query = (
        select(Organization.id, Organization.kind, Membership.role)
        .join(Membership, Membership.organization_id == Organization.id)
        .where(Membership.user_id == user_id)
        .order_by(Organization.id)
    )
    return session.execute(query).all()


def organization_by_name(session: Session, name: str) -> Organization | None:
    """Find an organization by the name people type."""
    return session.scalar(select(Organization).where(Organization.name == name))


def agencies(session: Session) -> Sequence[Organization]:
    """List the agencies by name."""
    query = select(Organization).where(Organization.kind == OrganizationKind.AGENCY)
    return session.scalars(query.order_by(Organization.name)).all()


def first_agency_id(session: Session) -> int | None:
    """Return the agency that people who register by themselves come to: the one that was here first."""
    query = select(Organization.id).where(Organization.kind == OrganizationKind.AGENCY)
    return session.scalar(query.order_by(Organization.id).limit(1))
