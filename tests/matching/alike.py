"""What has to come out alike in every process: worked out here and, by the fixture ``elsewhere``, in another."""

import json

from recruit.matching import Matcher, extract
from recruit.matching.terms import MODEL_FOLDER
from recruit.matching.train import corpus_texts
from recruit.vocabulary.shapes import Kind

SENTENCE = "Set up a Haas VF-2 and TIG weld"
POOL_SIZE, QUERIES = 50, 10


def mentions() -> str:
    return str(extract(SENTENCE, Kind.JOB))


def rankings() -> list[list[str]]:
    """Rank a pool for ten texts; scores are written to the last bit."""
    texts = list(corpus_texts(MODEL_FOLDER / "corpus"))[: POOL_SIZE + QUERIES]
    matcher = Matcher.load()
    matcher.fit(list(range(POOL_SIZE)), texts[:POOL_SIZE])
    found = [matcher.search(text, k=POOL_SIZE) for text in texts[POOL_SIZE:]]
    return [[f"{name} {score.hex()}" for name, score in ranked] for ranked in found]


if __name__ == "__main__":
    print(json.dumps({"mentions": mentions(), "rankings": rankings()}))  # noqa: T201 - for the other process
