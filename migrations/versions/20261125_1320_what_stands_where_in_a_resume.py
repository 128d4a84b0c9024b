"""What stands where in a resume: its blocks, the places of its words, contact, sections, positions."""

import sqlalchemy as sa
from alembic import op

revision = "20261125_1320"
down_revision = "20261124_0145"
branch_labels = None
depends_on = None

ADDED = {
    "blocks": sa.JSON(),
    "places": sa.LargeBinary(),
    "contact": sa.JSON(),
    "sections": sa.JSON(),
    "positions": sa.JSON(),
    "language": sa.String(),
    "producer": sa.String(),
}


def upgrade() -> None:
    for name, kind in ADDED.items():
        op.add_column("resumes", sa.Column(name, kind, nullable=True))


def downgrade() -> None:
    for name in reversed(ADDED):
        op.drop_column("resumes", name)
