"""What runs until somebody stops it: everything on one machine, the pages alone, a worker alone."""

import signal
import threading

import click

from recruit.cli.doors import opened_house, settings_with
from recruit.cli.printing import print_lines
from recruit.services.demo import DemoLogins, load_demo
from recruit.services.maintenance import upgrade_database
from recruit.tables.logins import login_lines
from recruit.web.server import serve as serve_web
from recruit.worker import start_worker

on_port = click.option("--port", type=click.IntRange(0, 65535), help="Listen here; 0 takes any that is free.")


@click.command()
@on_port
@click.option("--no-demo", is_flag=True, help="Start without the demo pool.")
def up(port: int | None, no_demo: bool) -> None:
    """Run everything on this machine: tables, demo pool, web and worker."""
    settings = settings_with(port=port)
    logins = None
    with opened_house(settings) as house:
        if not no_demo:
            click.echo("Looking after the demo pool ...")
            logins = load_demo(house)
    serve_web(settings, on_ready=lambda address: greet(address, logins), start_worker=start_worker)


@click.command()
@on_port
def serve(port: int | None) -> None:
    """Run the web application alone; what is uploaded waits for a worker."""
    settings = settings_with(port=port)
    upgrade_database(settings)
    serve_web(settings, on_ready=lambda address: greet(address, None))


@click.command()
def worker() -> None:
    """Run a worker alone: it reads what was uploaded."""
    stopped = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopped.set())
    with opened_house() as house:
        running = start_worker(house)
        click.echo("The worker runs. Ctrl-C stops it.")
        stopped.wait()
        running.stop()


def greet(address: str, logins: DemoLogins | None) -> None:
    """Say where the application is and who can log in."""
    click.echo(f"recruit is at {address}")
    if logins:
        print_lines(login_lines(logins))
    click.echo("Ctrl-C stops it.")
