"""Refuse what an append-only log never does: changing or removing an entry, changing a sealed content."""

from typing import Any

from django.db import migrations

REFUSED = (("log_entry", "UPDATE"), ("log_entry", "DELETE"), ("log_disclosure", "UPDATE"), ("log_key", "UPDATE"),
           ("log_key", "DELETE"))
POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION kept_refuse() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION 'the log is append-only: % of % refused', TG_OP, TG_TABLE_NAME; END;
$$ LANGUAGE plpgsql
"""


def refuse(apps: Any, schema_editor: Any) -> None:
    vendor = schema_editor.connection.vendor
    if vendor == "postgresql":
        schema_editor.execute(POSTGRES_FUNCTION, params=None)
    for table, action in REFUSED:
        schema_editor.execute(_trigger(vendor, table, action))


def _trigger(vendor: str, table: str, action: str) -> str:
    name = f"{table}_refuses_{action.lower()}"
    if vendor == "postgresql":
        return f"CREATE TRIGGER {name} BEFORE {action} ON {table} FOR EACH STATEMENT EXECUTE FUNCTION kept_refuse()"
    return (f"CREATE TRIGGER {name} BEFORE {action} ON {table} BEGIN "
            f"SELECT RAISE(ABORT, 'the log is append-only: {action} of {table} refused'); END")


class Migration(migrations.Migration):
    dependencies = [("storage", "0001_initial")]
    operations = [migrations.RunPython(refuse, migrations.RunPython.noop)]
