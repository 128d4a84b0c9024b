"""How Alembic reaches the database: over the connection that `recruit.services.maintenance` hands in."""

from alembic import context

from recruit.db import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    # SQLite cannot alter a table in place; batches copy it.
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
