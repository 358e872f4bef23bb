from collections.abc import Iterator

import pytest
import structlog


@pytest.fixture(autouse=True)
def own_log() -> Iterator[None]:
    """No test writes into the log that another one opened."""
    structlog.reset_defaults()
    yield
    structlog.reset_defaults()
