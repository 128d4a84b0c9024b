"""The whole ranking in one object: texts in, ranked and explained people out, without a database."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from pydantic import TypeAdapter, ValidationError

from recruit.errors import InvalidInput, ModelError, UnreadableDocument
from recruit.matching.features.context import Context
from recruit.matching.index import ProfileIndex, packed_postings, unpacked_postings
from recruit.matching.profile import build_candidate_profile, build_job_profile
from recruit.matching.score import compare, load_context
from recruit.matching.skills import extract
from recruit.matching.storage import read_arrays, write_arrays
from recruit.vocabulary.shapes import CandidateProfile, JobProfile, Kind, MatchResult

POOL = "matcher's pool"
LAYOUT_VERSION = 1
REBUILD = "Build it again from its texts: Matcher.load().fit(ids, texts), then save."
PROFILES = TypeAdapter(list[CandidateProfile])

#: How many of the people retrieval finds are compared feature by feature, at least. Retrieval ranks the whole
#: pool; whoever is not among its best few hundred shares next to no word or concept of the work with the posting.
COMPARED_AT_LEAST = 300


class Matcher:
    """A pool of resumes, ranked for postings.

    Parameters
    ----------
    context : Context
        What profiles are compared with; ``Matcher.load()`` takes that of this release.
    on : date or None, default None
        The day "present" stands for in resumes; None takes the year the model was fitted in, or the latest year a
        resume names.

    Examples
    --------
    >>> matcher = Matcher.load()
    >>> matcher.fit(["ana", "ben"], ["CNC lathe operator, Haas, 3 years", "TIG welder, aluminum, 3 years"])
    >>> [name for name, _ in matcher.search("CNC lathe operator wanted, Haas control", k=2)]
    ['ana', 'ben']
    """

    def __init__(self, context: Context, *, on: date | None = None) -> None:
        self.context = context
        self.on = on
        self.index = ProfileIndex(context.terms)
        self.profile_by_id: dict[Any, CandidateProfile] = {}

    @classmethod
    def load(cls, *, on: date | None = None) -> "Matcher":
        """Return a matcher with the fitted model of this release and an empty pool.

        Parameters
        ----------
        on : date or None, default None
            The day "present" stands for in resumes.

        Returns
        -------
        Matcher
            Ready for ``fit``.

        Raises
        ------
        ModelError
            If the model is missing or damaged.
        """
        return cls(load_context(), on=on)

    def __len__(self) -> int:
        return len(self.index)

    def __contains__(self, name: object) -> bool:
        return name in self.index

    @property
    def model_version(self) -> str:
        """Return the version of the fitted model, as it stands in every result."""
        return self.context.terms.version

    def fit(self, ids: Sequence[Any], texts: Sequence[str]) -> None:
        """Replace the pool.

        Parameters
        ----------
        ids : sequence of str or of int
            One for each text, no two alike.
        texts : sequence of str
            Resumes.

        Raises
        ------
        UnreadableDocument
            If a text holds no letters; the message names its id.
        InvalidInput
            If ids and texts do not go together.
        """
        fresh = ProfileIndex(self.context.terms)
        profiles = self.profiles_of(ids, texts)
        fresh.add_many(list(profiles), list(profiles.values()))
        self.index, self.profile_by_id = fresh, profiles

    def add(self, ids: Sequence[Any], texts: Sequence[str]) -> None:
        """Add resumes, found by the next search; one whose id is there already is replaced.

        Parameters
        ----------
        ids : sequence of str or of int
            One for each text, no two alike.
        texts : sequence of str
            Resumes.

        Raises
        ------
        UnreadableDocument
            If a text holds no letters; the message names its id, and nothing is added.
        InvalidInput
            If ids and texts do not go together.
        """
        profiles = self.profiles_of(ids, texts)
        self.profile_by_id |= profiles
        self.index.add_many(list(profiles), list(profiles.values()))

    def remove(self, ids: Iterable[Any]) -> None:
        """Take resumes out, from the next search on; an id that is not there is passed over.

        Parameters
        ----------
        ids : iterable of str or of int
            Whom to take out.
        """
        for name in ids:
            self.index.remove(name)
            self.profile_by_id.pop(name, None)

    def search(self, job_text: str, k: int) -> list[tuple[Any, float]]:
        """Rank the pool for a posting: retrieval over everybody, then the score over the best few hundred.

        Parameters
        ----------
        job_text : str
            The posting.
        k : int
            How many people at most.

        Returns
        -------
        list of tuple of id and float
            Ids and scores in [0, 100], best first, ties by id.

        Raises
        ------
        UnreadableDocument
            If the posting holds no letters.
        InvalidInput
            If ``k`` is negative.
        """
        job = read_job(job_text)
        found, _ = self.index.top_k(job, k=max(k, COMPARED_AT_LEAST) if k >= 0 else k)
        scored = [(name, compare(job, self.profile_by_id[name], context=self.context).score) for name in found]
        return sorted(scored, key=lambda row: (-row[1], row[0]))[:k]

    def explain(self, job_text: str, resume_text: str) -> MatchResult:
        """Score one resume for one posting, with the reasons.

        Parameters
        ----------
        job_text : str
            The posting.
        resume_text : str
            The resume; it need not be in the pool.

        Returns
        -------
        MatchResult
            The score that ``search`` gives, its parts and reasons; evidence points into both texts.

        Raises
        ------
        UnreadableDocument
            If either text holds no letters.
        """
        return compare(read_job(job_text), read_resume(resume_text, on=self.on), context=self.context)

    def save(self, path: str | Path) -> None:
        """Write the pool to one file, whole or not at all.

        Parameters
        ----------
        path : str or Path
            Where to write. What is there is replaced.
        """
        header, arrays = packed_postings(self.index.postings)
        profiles = PROFILES.dump_json([self.profile_by_id[name] for name in header["ids"]])
        header |= {"model_version": self.model_version, "on": self.on.isoformat() if self.on else None}
        arrays["profiles"] = np.frombuffer(profiles, dtype=np.uint8)
        write_arrays(Path(path), kind=POOL, version=LAYOUT_VERSION, header=header, arrays=arrays)

    @classmethod
    def open(cls, path: str | Path) -> "Matcher":
        """Read a pool that was saved.

        Parameters
        ----------
        path : str or Path
            The file.

        Returns
        -------
        Matcher
            It ranks as the saved one did.

        Raises
        ------
        ModelError
            If there is no such file, it is damaged, or it was made with another version or model.
        """
        path = Path(path)
        header, arrays = read_arrays(path, kind=POOL, version=LAYOUT_VERSION, rebuild=REBUILD)
        try:
            matcher = cls.load(on=date.fromisoformat(header["on"]) if header["on"] else None)
            if header["model_version"] != matcher.model_version:
                raise ModelError(
                    f"The {POOL} at {path} was made with model {header['model_version']}, this program has "
                    f"{matcher.model_version}. {REBUILD}"
                )
            profiles = PROFILES.validate_json(arrays["profiles"].tobytes())
            matcher.profile_by_id = dict(zip(header["ids"], profiles, strict=True))
            n_terms = len(matcher.context.terms.terms)
            matcher.index.postings = unpacked_postings(header, arrays, n_terms=n_terms)
        except (KeyError, TypeError, ValueError, ValidationError) as error:
            raise ModelError(f"The {POOL} at {path} is damaged. {REBUILD}") from error
        return matcher

    def profiles_of(self, ids: Sequence[Any], texts: Sequence[str]) -> dict[Any, CandidateProfile]:
        """Read resumes one by one, naming the one that cannot be read.

        Parameters
        ----------
        ids : sequence of str or of int
            One for each text, no two alike.
        texts : sequence of str
            Resumes.

        Returns
        -------
        dict of id to CandidateProfile
            In the order given.

        Raises
        ------
        UnreadableDocument
            If a text holds no letters; the message names its id.
        InvalidInput
            If ids and texts do not go together.
        """
        if len(ids) != len(texts) or len(set(ids)) != len(ids):
            raise InvalidInput(f"{len(ids)} ids came with {len(texts)} texts. Give every text an id of its own.")
        profiles = {}
        for name, text in zip(ids, texts, strict=True):
            try:
                profiles[name] = read_resume(text, on=self.on)
            except UnreadableDocument as error:
                raise UnreadableDocument(error.code, f"{name}: {error}") from error
        return profiles


def read_resume(text: str, *, on: date | None = None) -> CandidateProfile:
    """Extract from a resume and build its profile."""
    return build_candidate_profile(text, extract(text, Kind.RESUME, on=on), on=on)


def read_job(text: str, *, title: str = "") -> JobProfile:
    """Extract from a posting and build its profile."""
    return build_job_profile(text, extract(text, Kind.JOB), title=title)
