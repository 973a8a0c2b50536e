"""Keep the head of the log in a row of its own: size and roots of the full subtrees, computed from the leaves there are."""

from typing import Any

from django.db import migrations, models

from kept.ledger.peaks import Peaks


def fill(apps: Any, schema_editor: Any) -> None:
    leaves = apps.get_model("storage", "LogEntry").objects.order_by("seq").values_list("leaf", flat=True)
    peaks = Peaks().grown(bytes(leaf) for leaf in leaves.iterator())
    apps.get_model("storage", "LogHead").objects.create(id=1, size=peaks.size, peaks=peaks.to_bytes())


class Migration(migrations.Migration):
    dependencies = [("storage", "0003_desk")]
    operations = [
        migrations.CreateModel(
            name="LogHead",
            fields=[
                ("id", models.IntegerField(primary_key=True, serialize=False)),
                ("size", models.BigIntegerField()),
                ("peaks", models.BinaryField()),
            ],
            options={"db_table": "log_head"},
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
