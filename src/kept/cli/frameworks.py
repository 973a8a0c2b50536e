"""`kept frameworks`: the subjects that Kept knows."""

from __future__ import annotations

import click

from kept.cli.output import console, table


@click.command(name="frameworks")
@click.argument("name", required=False)
def frameworks(name: str | None) -> None:
    """List the subjects that Kept knows, or show the topics and kinds of help of one (by id or slug).

    A file of the same form in the folder `frameworks` beside a ledger stands in for one of these, or adds one.
    """
    from kept.frameworks.load import framework_names, load_framework

    if name is None:
        listing = table("Subjects", ("slug", "id", "title", "topics"))
        for slug in framework_names():
            each = load_framework(slug)
            listing.add_row(each.slug, each.id, each.title, str(len(each.topics)))
        console().print(listing)
        return
    framework = load_framework(name)
    topics = table(framework.title, ("topic", "title", "what it covers"))
    for topic in framework.topics:
        topics.add_row(topic.id, topic.title, topic.definition)
    console().print(topics)
