import os
from collections.abc import Iterator

import pytest
import structlog
from hypothesis import settings

os.environ["LC_ALL"] = "C.UTF-8"  # whoever runs the tests may speak any language

# a change is judged by the same examples each time; at home everybody rolls dice of their own
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")


@pytest.fixture(autouse=True)
def own_log() -> Iterator[None]:
    """No test writes into the log that another one opened."""
    structlog.reset_defaults()
    yield
    structlog.reset_defaults()
