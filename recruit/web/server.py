"""The web server: gunicorn, run from here, one process of threads."""

import os
import socket
import sys
from collections.abc import Callable
from typing import Any, Protocol

from flask import Flask
from gunicorn.app.base import BaseApplication

from recruit.config import Settings
from recruit.errors import ConfigurationError
from recruit.services.house import House, close_house, open_house
from recruit.web.app import create_app

THREADS = 8
#: How long a request that runs at Ctrl-C may take to end.
GRACEFUL_SECONDS = 5
BACKLOG = 128


class Worker(Protocol):
    """Something that runs beside the pages and can be stopped."""

    def stop(self) -> None:
        """Take no more work, and wait a moment for what runs."""


def serve(
    settings: Settings,
    *,
    on_ready: Callable[[str], None],
    start_worker: Callable[[House], Worker] | None = None,
) -> None:
    """Answer requests until Ctrl-C.

    ``on_ready`` is given the address as soon as pages are answered. ``start_worker`` runs queued tasks in a thread
    of the same process; without it a worker of its own has to.
    """
    Server(settings, listening(settings.host, settings.port), on_ready, start_worker).run()


def listening(host: str, port: int) -> socket.socket:
    """Take the address before anything slow starts; port 0 takes any that is free."""
    try:
        return socket.create_server((host, port), backlog=BACKLOG, reuse_port=False)
    except (OSError, OverflowError) as error:
        raise ConfigurationError(
            f"RECRUIT_HOST and RECRUIT_PORT are {host}:{port}, which cannot be listened on: "
            f"{getattr(error, 'strerror', None) or error}. Stop what uses it, or set another port."
        ) from error


def address_of(listener: socket.socket) -> str:
    """Return what a person types into a browser."""
    host, port = listener.getsockname()[:2]
    return f"http://{'localhost' if host in {'0.0.0.0', '127.0.0.1', '::', '::1'} else host}:{port}"  # noqa: S104


class Server(BaseApplication):  # type: ignore[misc]
    """Opens the house in the process that answers: database connections and threads do not survive a fork."""

    def __init__(
        self,
        settings: Settings,
        listener: socket.socket,
        on_ready: Callable[[str], None],
        start_worker: Callable[[House], Worker] | None,
    ) -> None:
        self.settings = settings
        self.address = address_of(listener)
        self.descriptor = listener.detach()  # gunicorn's from here on, which closes it
        self.on_ready = on_ready
        self.start_worker = start_worker
        self.house: House | None = None
        self.worker: Worker | None = None
        super().__init__()

    def load_config(self) -> None:
        """Hand gunicorn its settings; nothing is read from a file or the command line."""
        for name, value in {
            "bind": f"fd://{self.descriptor}",
            "worker_class": "gthread",
            "workers": 1,
            "threads": THREADS,
            "graceful_timeout": GRACEFUL_SECONDS,
            "timeout": 120,
            "loglevel": "warning",
            "control_socket_disable": True,
            "worker_tmp_dir": "/dev/shm" if os.path.isdir("/dev/shm") else None,  # noqa: S108, PTH112
            "post_worker_init": self.ready,
            "worker_exit": self.leave,
        }.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        """Open the house and make the application."""
        self.house = open_house(self.settings)
        return create_app(self.house)

    def ready(self, worker: Any) -> None:
        """Start what runs beside the pages; the address is told once, not again after a restart of the process."""
        if self.start_worker and self.house:
            self.worker = self.start_worker(self.house)
        if worker.age == 1:
            self.on_ready(self.address)

    def leave(self, _arbiter: Any, _worker: Any) -> None:
        """Stop what runs beside the pages, then let go of everything."""
        if self.worker:
            self.worker.stop()
        if self.house:
            close_house(self.house)
        # Everything is let go of. Freeing the vocabulary object by object would keep Ctrl-C waiting for seconds.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(0)
