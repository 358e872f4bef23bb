import os
from collections.abc import Iterator

import pytest
import structlog

os.environ["LC_ALL"] = "C.UTF-8"  # whoever runs the tests may speak any language


@pytest.fixture(autouse=True)
def own_log() -> Iterator[None]:
    """No test writes into the log that another one opened."""
    structlog.reset_defaults()
    yield
    structlog.reset_defaults()
