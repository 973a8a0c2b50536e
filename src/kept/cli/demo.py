"""`kept demo`: the whole walk with invented states."""

from __future__ import annotations

import click

from kept.cli.options import ledger_option


@click.command(name="demo")
@ledger_option
@click.option("--serve/--no-serve", "serving", default=True, help="Serve the site at the end.")
@click.option("--port", default=8321, show_default=True, help="Port to serve on.")
def demo(folder: str, serving: bool, port: int) -> None:
    """Fill a ledger with five invented pages, walk through it, prove that it was not rewritten, and serve it.

    The states Norland, Sudria and Westmark do not exist. The demo's calendar stands still at 10 July 2026. A demo
    ledger that is already in the folder is replaced.
    """
    from kept.bootstrap import ledger_folder
    from kept.cli.demo_walk import walk

    path = ledger_folder(folder)
    walk(path)
    if serving:
        import os

        from kept.cli.serve import serve_site

        os.environ["KEPT_LEDGER"] = str(path)
        serve_site(path, host="127.0.0.1", port=port)
