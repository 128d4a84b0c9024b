from recruit.documents.contents.job_roles import Role, role_of
from recruit.vocabulary.occupations import load_occupations

LEAST_SHARE_KNOWN = 0.96


def test_nearly_every_title_of_the_vocabulary_is_known_for_a_title():
    titles = [row.title for row in load_occupations().titles if len(row.title.split()) <= 5]
    unknown = [title for title in titles if role_of(title) is not Role.TITLE]
    assert len(unknown) <= (1 - LEAST_SHARE_KNOWN) * len(titles), unknown[:80]
