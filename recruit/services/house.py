"""What every service works with, opened once at start."""

from dataclasses import dataclass

from sqlalchemy import Engine
from sqlalchemy.orm import Session, sessionmaker

from recruit.config import Settings
from recruit.db import open_engine
from recruit.documents import Limits
from recruit.engines.files import Files, LocalFiles
from recruit.engines.queue import LocalQueue, Queue
from recruit.engines.ranking import LocalRanking, Ranking
from recruit.services.limits import limits_of
from recruit.services.match_cache import MatchCache


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """The open parts of one installation: its settings, its database and its engines."""

    settings: Settings
    engine: Engine
    sessions: sessionmaker[Session]
    queue: Queue
    files: Files
    ranking: Ranking
    matches: MatchCache
    limits: Limits


def open_house(settings: Settings) -> House:
    """Open the database and choose the engines: the one place that knows which ones run."""
    engine = open_engine(settings.database_url)
    # A view is made of its rows after the commit, too.
    sessions = sessionmaker(engine, expire_on_commit=False)
    return House(
        settings=settings,
        engine=engine,
        sessions=sessions,
        queue=LocalQueue(settings.data_dir / "queue.db"),
        files=LocalFiles(settings.data_dir / "files"),
        ranking=LocalRanking(sessions, settings.data_dir / "ranking"),
        matches=MatchCache(),
        limits=limits_of(settings),
    )


def close_house(house: House) -> None:
    """Let go of every connection and file, and keep the ranking index for a fast start."""
    house.ranking.save()
    house.queue.close()
    house.engine.dispose()
