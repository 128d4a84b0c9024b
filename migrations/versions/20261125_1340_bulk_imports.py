"""Bulk imports, each file's outcome, and finding a resume of the pool by its content."""

import sqlalchemy as sa
from alembic import op

revision = "20261125_1340"
down_revision = "20261125_1320"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "imports",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agency_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("sources", sa.JSON(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=True),
        sa.Column("working_seconds", sa.Double(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("started_by_user_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imports")),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["organizations.id"], name=op.f("fk_imports_agency_id_organizations")
        ),
        sa.ForeignKeyConstraint(
            ["started_by_user_id"], ["users.id"], name=op.f("fk_imports_started_by_user_id_users")
        ),
    )
    op.create_index(op.f("ix_imports_agency_id"), "imports", ["agency_id"])
    op.create_table(
        "import_files",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("import_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("content_hash", sa.String(), nullable=True),
        sa.Column("outcome", sa.String(32), nullable=False),
        sa.Column("code", sa.String(), nullable=True),
        sa.Column("message", sa.String(), nullable=True),
        sa.Column("candidate_id", sa.Integer(), nullable=True),
        sa.Column("resume_id", sa.Integer(), nullable=True),
        sa.Column("seconds", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_files")),
        sa.UniqueConstraint("import_id", "name", name=op.f("uq_import_files_import_id_name")),
        sa.ForeignKeyConstraint(
            ["import_id"], ["imports.id"], name=op.f("fk_import_files_import_id_imports"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["candidate_id"],
            ["candidates.id"],
            name=op.f("fk_import_files_candidate_id_candidates"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["resume_id"], ["resumes.id"], name=op.f("fk_import_files_resume_id_resumes"), ondelete="SET NULL"
        ),
        sa.CheckConstraint(
            "outcome IN ('imported', 'duplicate', 'unreadable', 'failed')",
            name=op.f("ck_import_files_importoutcome"),
        ),
    )
    for columns in (["import_id", "content_hash"], ["import_id", "outcome"], ["candidate_id"], ["resume_id"]):
        op.create_index(op.f(f"ix_import_files_{'_'.join(columns)}"), "import_files", columns)
    op.create_index(op.f("ix_resumes_content_hash"), "resumes", ["content_hash"])


def downgrade() -> None:
    op.drop_index(op.f("ix_resumes_content_hash"), "resumes")
    # The other indexes go with their tables.
    op.drop_table("import_files")
    op.drop_table("imports")
