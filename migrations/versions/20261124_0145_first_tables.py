"""The first tables: accounts, candidates, jobs, shortlists, audit."""

import sqlalchemy as sa
from alembic import op

revision = "20261124_0145"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "background_jobs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("message", sa.String(), nullable=True),
        sa.Column("queued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("claimed_by", sa.String(), nullable=True),
        sa.Column("heartbeat_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_background_jobs")),
        sa.UniqueConstraint("kind", "subject_id", name=op.f("uq_background_jobs_kind_subject_id")),
        sa.CheckConstraint(
            "state IN ('queued', 'running', 'done', 'failed')", name=op.f("ck_background_jobs_backgroundjobstate")
        ),
    )
    op.create_index(op.f("ix_background_jobs_state"), "background_jobs", ["state"])
    op.create_table(
        "organizations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("agency_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organizations")),
        sa.UniqueConstraint("name", name=op.f("uq_organizations_name")),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["organizations.id"], name=op.f("fk_organizations_agency_id_organizations")
        ),
        sa.CheckConstraint("kind IN ('agency', 'employer')", name=op.f("ck_organizations_organizationkind")),
    )
    op.create_index(op.f("ix_organizations_agency_id"), "organizations", ["agency_id"])
    op.create_table(
        "users",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("display_name", sa.String(), nullable=False),
        sa.Column("password_hash", sa.String(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("session_token", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_users")),
        sa.UniqueConstraint("email", name=op.f("uq_users_email")),
    )
    op.create_table(
        "audit_events",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=True),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("subject_kind", sa.String(), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_events")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_audit_events_user_id_users")),
    )
    op.create_index(op.f("ix_audit_events_at"), "audit_events", ["at"])
    op.create_table(
        "candidates",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agency_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=True),
        sa.Column("display_name", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("profile_version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_candidates")),
        sa.UniqueConstraint("user_id", name=op.f("uq_candidates_user_id")),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["organizations.id"], name=op.f("fk_candidates_agency_id_organizations")
        ),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_candidates_user_id_users")),
    )
    op.create_index(op.f("ix_candidates_agency_id"), "candidates", ["agency_id"])
    op.create_table(
        "job_postings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("hiring_organization_id", sa.Integer(), nullable=False),
        sa.Column("agency_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("job_location", sa.String(), nullable=True),
        sa.Column("work_hours", sa.String(), nullable=True),
        sa.Column("base_salary_min_usd", sa.Numeric(10, 2), nullable=True),
        sa.Column("base_salary_max_usd", sa.Numeric(10, 2), nullable=True),
        sa.Column("base_salary_unit", sa.String(32), nullable=True),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("corrections", sa.JSON(), nullable=False),
        sa.Column("profile", sa.JSON(), nullable=False),
        sa.Column("vocabulary_version", sa.String(), nullable=False),
        sa.Column("date_posted", sa.Date(), nullable=True),
        sa.Column("valid_through", sa.Date(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_user_id", sa.Integer(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job_postings")),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["organizations.id"], name=op.f("fk_job_postings_agency_id_organizations")
        ),
        sa.ForeignKeyConstraint(
            ["created_by_user_id"], ["users.id"], name=op.f("fk_job_postings_created_by_user_id_users")
        ),
        sa.ForeignKeyConstraint(
            ["hiring_organization_id"],
            ["organizations.id"],
            name=op.f("fk_job_postings_hiring_organization_id_organizations"),
        ),
        sa.CheckConstraint("state IN ('draft', 'open', 'closed')", name=op.f("ck_job_postings_postingstate")),
        sa.CheckConstraint("base_salary_unit IN ('hour', 'year')", name=op.f("ck_job_postings_salaryunit")),
    )
    op.create_index(op.f("ix_job_postings_agency_id"), "job_postings", ["agency_id"])
    op.create_index(op.f("ix_job_postings_hiring_organization_id"), "job_postings", ["hiring_organization_id"])
    op.create_index(op.f("ix_job_postings_state"), "job_postings", ["state"])
    op.create_table(
        "memberships",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("organization_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_memberships")),
        sa.UniqueConstraint("user_id", "organization_id", name=op.f("uq_memberships_user_id_organization_id")),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["organizations.id"], name=op.f("fk_memberships_organization_id_organizations")
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_memberships_user_id_users"), ondelete="CASCADE"
        ),
        sa.CheckConstraint(
            "role IN ('viewer', 'recruiter', 'hiring_manager', 'administrator')", name=op.f("ck_memberships_role")
        ),
    )
    op.create_index(op.f("ix_memberships_organization_id"), "memberships", ["organization_id"])
    op.create_table(
        "pool_changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agency_id", sa.Integer(), nullable=False),
        sa.Column("candidate_id", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pool_changes")),
        sa.ForeignKeyConstraint(
            ["agency_id"], ["organizations.id"], name=op.f("fk_pool_changes_agency_id_organizations")
        ),
    )
    op.create_index(op.f("ix_pool_changes_agency_id"), "pool_changes", ["agency_id"])
    op.create_table(
        "applications",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("job_id", sa.Integer(), nullable=False),
        sa.Column("candidate_id", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(32), nullable=False),
        sa.Column("applied_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_applications")),
        sa.UniqueConstraint("job_id", "candidate_id", name=op.f("uq_applications_job_id_candidate_id")),
        sa.ForeignKeyConstraint(
            ["candidate_id"],
            ["candidates.id"],
            name=op.f("fk_applications_candidate_id_candidates"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["job_id"], ["job_postings.id"], name=op.f("fk_applications_job_id_job_postings"), ondelete="CASCADE"
        ),
        sa.CheckConstraint(
            "stage IN ('applied', 'shortlisted', 'submitted', 'interview', 'hired', 'rejected', 'withdrawn')",
            name=op.f("ck_applications_stage"),
        ),
    )
    op.create_index(op.f("ix_applications_candidate_id"), "applications", ["candidate_id"])
    op.create_table(
        "consents",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("candidate_id", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("wording", sa.String(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consents")),
        sa.ForeignKeyConstraint(
            ["candidate_id"],
            ["candidates.id"],
            name=op.f("fk_consents_candidate_id_candidates"),
            ondelete="CASCADE",
        ),
    )
    op.create_index(op.f("ix_consents_candidate_id"), "consents", ["candidate_id"])
    op.create_table(
        "ranking_runs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("job_id", sa.Integer(), nullable=False),
        sa.Column("job_revision", sa.Integer(), nullable=False),
        sa.Column("model_version", sa.String(), nullable=False),
        sa.Column("vocabulary_version", sa.String(), nullable=False),
        sa.Column("weights", sa.JSON(), nullable=False),
        sa.Column("rows", sa.JSON(), nullable=False),
        sa.Column("ran_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ran_by_user_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ranking_runs")),
        sa.ForeignKeyConstraint(
            ["job_id"], ["job_postings.id"], name=op.f("fk_ranking_runs_job_id_job_postings"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["ran_by_user_id"], ["users.id"], name=op.f("fk_ranking_runs_ran_by_user_id_users")
        ),
    )
    op.create_index(op.f("ix_ranking_runs_job_id"), "ranking_runs", ["job_id"])
    op.create_table(
        "resumes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("candidate_id", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.String(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("size_bytes", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("media_type", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=True),
        sa.Column("pages", sa.JSON(), nullable=True),
        sa.Column("verdict", sa.String(), nullable=True),
        sa.Column("findings", sa.JSON(), nullable=True),
        sa.Column("failure_code", sa.String(), nullable=True),
        sa.Column("failure_message", sa.String(), nullable=True),
        sa.Column("uploaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resumes")),
        sa.UniqueConstraint("candidate_id", "content_hash", name=op.f("uq_resumes_candidate_id_content_hash")),
        sa.ForeignKeyConstraint(
            ["candidate_id"],
            ["candidates.id"],
            name=op.f("fk_resumes_candidate_id_candidates"),
            ondelete="CASCADE",
        ),
        sa.CheckConstraint(
            "state IN ('received', 'reading', 'read', 'failed')", name=op.f("ck_resumes_resumestate")
        ),
    )
    op.create_index(op.f("ix_resumes_candidate_id"), "resumes", ["candidate_id"])
    op.create_index(op.f("ix_resumes_state"), "resumes", ["state"])
    op.create_table(
        "candidate_profiles",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("candidate_id", sa.Integer(), nullable=False),
        sa.Column("resume_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("mentions", sa.JSON(), nullable=False),
        sa.Column("corrections", sa.JSON(), nullable=False),
        sa.Column("profile", sa.JSON(), nullable=False),
        sa.Column("vocabulary_version", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by_user_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_candidate_profiles")),
        sa.UniqueConstraint("candidate_id", "version", name=op.f("uq_candidate_profiles_candidate_id_version")),
        sa.ForeignKeyConstraint(
            ["candidate_id"],
            ["candidates.id"],
            name=op.f("fk_candidate_profiles_candidate_id_candidates"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["created_by_user_id"], ["users.id"], name=op.f("fk_candidate_profiles_created_by_user_id_users")
        ),
        sa.ForeignKeyConstraint(
            ["resume_id"], ["resumes.id"], name=op.f("fk_candidate_profiles_resume_id_resumes"), ondelete="CASCADE"
        ),
    )
    op.create_index(op.f("ix_candidate_profiles_resume_id"), "candidate_profiles", ["resume_id"])
    op.create_table(
        "stage_changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=False),
        sa.Column("from_stage", sa.String(32), nullable=True),
        sa.Column("to_stage", sa.String(32), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by_user_id", sa.Integer(), nullable=True),
        sa.Column("undoes_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stage_changes")),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["applications.id"],
            name=op.f("fk_stage_changes_application_id_applications"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["changed_by_user_id"], ["users.id"], name=op.f("fk_stage_changes_changed_by_user_id_users")
        ),
        sa.ForeignKeyConstraint(
            ["undoes_id"], ["stage_changes.id"], name=op.f("fk_stage_changes_undoes_id_stage_changes")
        ),
        sa.CheckConstraint(
            "from_stage IN ('applied', 'shortlisted', 'submitted', 'interview', 'hired', 'rejected', 'withdrawn')",
            name=op.f("ck_stage_changes_from_stage"),
        ),
        sa.CheckConstraint(
            "to_stage IN ('applied', 'shortlisted', 'submitted', 'interview', 'hired', 'rejected', 'withdrawn')",
            name=op.f("ck_stage_changes_to_stage"),
        ),
    )
    op.create_index(op.f("ix_stage_changes_application_id"), "stage_changes", ["application_id"])
    op.create_index(op.f("ix_stage_changes_undoes_id"), "stage_changes", ["undoes_id"])


def downgrade() -> None:
    # Indexes go with their tables.
    for table in (
        "stage_changes",
        "candidate_profiles",
        "resumes",
        "ranking_runs",
        "consents",
        "applications",
        "pool_changes",
        "memberships",
        "job_postings",
        "candidates",
        "audit_events",
        "users",
        "organizations",
        "background_jobs",
    ):
        op.drop_table(table)
