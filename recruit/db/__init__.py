"""Tables and the queries over them; every query about a person is scoped here, not in routes."""

from recruit.db import accounts, audit, candidates, jobs, shortlists
from recruit.db.base import Base, open_engine

__all__ = ["Base", "accounts", "audit", "candidates", "jobs", "open_engine", "shortlists"]
