"""Django app: tables, migrations, repositories; no rules."""
