import pytest

from recruit import errors


def test_every_error_is_in_the_tree_that_the_module_draws() -> None:
    drawn = errors.__doc__ or ""
    for name, value in vars(errors).items():
        if isinstance(value, type) and issubclass(value, errors.RecruitError):
            assert name in drawn


def test_unreadable_document_refuses_a_code_that_nobody_knows() -> None:
    with pytest.raises(ValueError, match="unknown code"):
        errors.UnreadableDocument("strange", "What now?")
