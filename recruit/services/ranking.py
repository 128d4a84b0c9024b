"""Who fits a job: retrieved widely, compared one by one, in the same order every time."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from recruit.db import candidates, shortlists
from recruit.db.candidates import CandidateProfileVersion, PoolMember
from recruit.db.jobs import JobPosting
from recruit.db.shortlists import Application, RankingRun
from recruit.matching.score import FEATURES, compare, load_context
from recruit.services.house import House
from recruit.services.match_cache import Pair
from recruit.services.shapes import Actor
from recruit.vocabulary import load_vocabulary
from recruit.vocabulary.shapes import MatchResult

#: How many people are compared for a job: wide enough that who belongs into the first ten is among them.
RETRIEVED = 200


@dataclass(frozen=True, slots=True)
class Ranked:
    """One person of a job's ranking."""

    member: PoolMember
    result: MatchResult
    application: Application | None


def ranked_people(house: House, session: Session, posting: JobPosting) -> list[Ranked]:
    """Compare the people nearest to a job, and everybody with an application, and order them by score, then id."""
    applications = shortlists.applications_by_candidate(session, posting.id)
    nearest = house.ranking.top_k(posting.agency_id, posting.profile, k=RETRIEVED)
    members = candidates.pool_members(session, posting.agency_id, {*nearest, *applications})
    results = results_for(house, session, posting, members)
    ranked = [
        Ranked(member, results[member.candidate_id], applications.get(member.candidate_id))
        for member in members
        if member.candidate_id in results
    ]
    return sorted(ranked, key=lambda row: (-row.result.score, row.member.candidate_id))


def results_for(
    house: House, session: Session, posting: JobPosting, members: Sequence[PoolMember]
) -> Mapping[int, MatchResult]:
    """Compare a job with people; profiles are loaded, in one query, only of those not compared before."""
    pairs = {
        member.candidate_id: Pair(posting.id, posting.revision, member.candidate_id, member.profile_version)
        for member in members
    }
    results: dict[int, MatchResult] = {}
    for candidate_id, pair in pairs.items():
        known = house.matches.get(pair)
        if known is not None:
            results[candidate_id] = known
    unknown = pairs.keys() - results.keys()
    for candidate_id, profile in candidates.profiles_for(session, posting.agency_id, unknown).items():
        results[candidate_id] = compare(posting.profile, profile)
        house.matches.put(pairs[candidate_id], results[candidate_id])
    return results


def result_for(house: House, posting: JobPosting, version: CandidateProfileVersion) -> MatchResult:
    """Compare a job with one version of a person's profile."""
    pair = Pair(posting.id, posting.revision, version.candidate_id, version.version)
    result = house.matches.get(pair)
    if result is None:
        result = compare(posting.profile, version.profile)
        house.matches.put(pair, result)
    return result


def record_run(session: Session, actor: Actor, posting: JobPosting, ranked: Iterable[Ranked]) -> RankingRun:
    """Keep the receipt of a ranking; the actor's last one stands for this one when nothing changed since."""
    run = RankingRun(
        job_id=posting.id,
        job_revision=posting.revision,
        model_version=load_context().terms.version,
        vocabulary_version=load_vocabulary().version,
        weights={feature.name: feature.points for feature in FEATURES},
        rows=[[row.member.candidate_id, row.member.profile_version, row.result.score] for row in ranked],
        ran_by_user_id=actor.user_id,
    )
    last = shortlists.last_run(session, posting.id, actor.user_id)
    if last is not None and receipt_of(last) == receipt_of(run):
        return last
    session.add(run)
    session.flush()
    return run


def receipt_of(run: RankingRun) -> tuple[object, ...]:
    """Return everything of a run by which it could be computed again."""
    return run.job_revision, run.model_version, run.vocabulary_version, run.weights, run.rows
