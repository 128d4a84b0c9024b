"""The address is taken before anything slow starts."""

import socket

import pytest

from recruit.errors import ConfigurationError
from recruit.web.server import address_of, listening


def test_a_port_in_use_is_named_with_what_to_do() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ConfigurationError, match=f"127.0.0.1:{port}.*set another port"):
            listening("127.0.0.1", port)


def test_a_host_that_is_not_this_machine_is_named() -> None:
    with pytest.raises(ConfigurationError, match="RECRUIT_HOST"):
        listening("192.0.2.1", 0)


def test_the_address_is_one_that_a_browser_takes() -> None:
    with listening("127.0.0.1", 0) as listener:
        assert address_of(listener) == f"http://localhost:{listener.getsockname()[1]}"
