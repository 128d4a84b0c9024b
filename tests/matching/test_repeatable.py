import os
import subprocess
import sys

PROGRAM = """
from recruit.matching import Matcher
from recruit.matching.train import corpus_texts
from recruit.matching.terms import MODEL_FOLDER

texts = list(corpus_texts(MODEL_FOLDER / "corpus"))[:60]
matcher = Matcher.load()
matcher.fit(list(range(50)), texts[:50])
for text in texts[50:]:
    print([(name, score.hex()) for name, score in matcher.search(text, k=50)])
"""


def ranked_with(hash_seed: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, env=environment, check=True)
    return done.stdout.decode()


def test_every_process_gives_the_same_scores_to_the_last_bit():
    first = ranked_with("1")
    assert first.count("\n") == 10
    assert ranked_with("4") == first
