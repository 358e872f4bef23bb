from collections.abc import Iterator

import pytest

from tests.houseband.server.bands import RunningBand, running_band


@pytest.fixture(scope="session")
def band(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningBand]:
    """A band with the canned studio, shared by all tests that leave it as it was."""
    with running_band(tmp_path_factory.mktemp("band") / "data") as running:
        yield running
