"""Who may do what: organizations, users, and the role a user has in an organization."""

import datetime as dt
from enum import StrEnum

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

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
