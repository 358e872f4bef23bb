from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from storage.database import open_database
from storage.store import Store


@pytest.fixture
async def store(tmp_path: Path) -> AsyncGenerator[Store]:
    async with open_database(tmp_path / "busker.db") as database:
        yield Store(database)
