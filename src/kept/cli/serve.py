"""`kept serve`: the public site."""

from __future__ import annotations

import os

import click

from kept.cli.options import ledger_option


@click.command(name="serve")
@ledger_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8321, show_default=True, help="Port to listen on.")
@click.option("--threads", default=4, show_default=True, help="Worker threads.")
def serve(folder: str, host: str, port: int, threads: int) -> None:
    """Serve the public site of a ledger until stopped (Ctrl-C).

    Shows what was published. Other processes may add and decide meanwhile: a page is always that of the latest
    entry.
    """
    from kept.bootstrap import ledger_folder, open_ledger
    from kept.pipeline.publish import publishable

    path = ledger_folder(folder)
    os.environ["KEPT_LEDGER"] = str(path)
    desk = open_ledger(path)
    waiting = len(publishable(desk.entries()))
    if waiting:
        click.echo(f"{waiting} decided entries are not public yet: kept publish")
    serve_site(path, host=host, port=port, threads=threads)


def serve_site(path: object, *, host: str, port: int, threads: int = 4) -> None:
    """Run the site on waitress until stopped."""
    from waitress import create_server

    from kept.errors import UsageError
    from kept.web.wsgi import application

    try:
        server = create_server(application, host=host, port=port, threads=threads, ident="kept")
    except OSError as error:
        raise UsageError(
            f"port {port} cannot be listened on ({error.strerror})", where=host, remedy="Give another with --port"
        ) from error
    click.echo(f"Serving {path} at http://{host}:{server.effective_port}/ (Ctrl-C stops)")
    try:
        server.run()
    finally:
        server.close()
