"""scikit-learn's TF-IDF vectorizers kept and restored without pickle."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from recruit.errors import ModelError

#: Settings of a vectorizer that may be functions, which a file without pickle cannot hold.
FUNCTIONS = ("analyzer", "preprocessor", "tokenizer")


def is_fitted(vectorizer: TfidfVectorizer) -> bool:
    """Say whether a vectorizer knows its terms and, where it weighs them, their idf."""
    return hasattr(vectorizer, "vocabulary_") and (not vectorizer.use_idf or hasattr(vectorizer, "idf_"))


def stored_settings(vectorizer: TfidfVectorizer) -> dict[str, Any]:
    """Return the settings of a vectorizer as JSON can hold them, those that are functions left out."""
    settings = vectorizer.get_params(deep=False)
    settings["dtype"] = np.dtype(settings["dtype"]).name
    settings["ngram_range"] = list(settings["ngram_range"])
    if settings["stop_words"] is not None and not isinstance(settings["stop_words"], str):
        settings["stop_words"] = sorted(settings["stop_words"])
    del settings["vocabulary"]
    functions = [name for name in FUNCTIONS if callable(settings[name])]
    for name in functions:
        del settings[name]
    return {"settings": settings, "functions": functions}


def restored_vectorizer(
    header: Mapping[str, Any], idf: np.ndarray | None, given: TfidfVectorizer | None
) -> TfidfVectorizer:
    """Build the vectorizer of a stored index, fitted as it was."""
    settings = dict(header["vectorizer"]["settings"])
    functions = header["vectorizer"]["functions"]
    if functions and given is None:
        raise ModelError(
            f"This index was made with a vectorizer whose {' and '.join(functions)} are functions, which are "
            "not stored. Pass that vectorizer: TfidfIndex.open(path, vectorizer)."
        )
    settings["dtype"] = np.dtype(settings["dtype"]).type
    settings["ngram_range"] = tuple(settings["ngram_range"])
    if given is not None:
        settings |= {name: getattr(given, name) for name in functions}
    vectorizer = TfidfVectorizer(**settings, vocabulary=header["vocabulary"])
    vectorizer.fit([""])
    if idf is not None:
        vectorizer.idf_ = idf
    return vectorizer
