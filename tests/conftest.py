import os
from collections.abc import Iterator

import pytest
import structlog
from hypothesis import HealthCheck, settings

os.environ["LC_ALL"] = "C.UTF-8"  # whoever runs the tests may speak any language

# machines are shared, so no example fails for being slow; and a change is judged by the same examples
# each time, while at home everybody rolls dice of their own
settings.register_profile("home", deadline=None)
settings.register_profile(
    "ci", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("ci" if os.environ.get("CI") else "home")


def pytest_xdist_auto_num_workers() -> int:
    """Twice the processors: the stories mostly wait for what other processes do."""
    return 2 * (os.cpu_count() or 1)


@pytest.fixture(autouse=True)
def own_log() -> Iterator[None]:
    """No test writes into the log that another one opened."""
    structlog.reset_defaults()
    yield
    structlog.reset_defaults()
