import pytest

from recruit.services import accounts
from recruit.services.house import House
from tests.people import PASSWORD, World


def test_log_in_returns_the_actor_whatever_the_case_of_the_address(house: House, world: World) -> None:
    assert accounts.log_in(house, " Ana@Example.com ", PASSWORD) == world["ana"]
