"""Tables and the queries over them; every query about a person is scoped here, not in routes."""

from recruit.db import accounts, audit, candidates, imports, jobs, shortlists
from recruit.db.base import Base, open_engine

__all__ = ["Base", "accounts", "audit", "candidates", "imports", "jobs", "open_engine", "shortlists"]
