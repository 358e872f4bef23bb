"""A file, or a folder, that Busker's user may read and not write."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from storage.database import DatabaseUnusable, open_database
from storage.queries import migrations, query
from tests.storage.test_backup import people_in, remember

NOBODY = 65534


@contextmanager
def a_user_like_others() -> Iterator[None]:
    """Nothing is forbidden to root."""
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)


@pytest.fixture
def folder() -> Iterator[Path]:
    """One that is this user's own, with all that is above it open to them."""
    assert migrations() and query("job")  # noqa: PT018  # read by whoever may read the packages
    with a_user_like_others():
        name = tempfile.mkdtemp()
    yield Path(name)
    Path(name).chmod(0o700)
    shutil.rmtree(name)


@pytest.mark.parametrize("is_left_by_a_crash", [False, True])
@pytest.mark.parametrize("closed", ["file", "folder", "both"])
async def test_what_cant_be_written_is_told_at_the_start_and_left_as_it_is(
    folder: Path, closed: str, *, is_left_by_a_crash: bool
) -> None:
    path = folder / "busker.db"
    with a_user_like_others():
        async with open_database(path) as database:
            await remember(database, "ana")
            if is_left_by_a_crash:
                shutil.copyfile(path, folder / "left.db")
                shutil.copyfile(f"{path}-wal", folder / "left.db-wal")
                path = folder / "left.db"
        path.with_name(path.name + ".lock").touch()
        if closed in {"file", "both"}:
            path.chmod(0o444)
        if closed in {"folder", "both"}:
            folder.chmod(0o555)
        with pytest.raises(DatabaseUnusable) as told:
            async with open_database(path):
                pass
        assert told.value.reason == "closed"
        folder.chmod(0o755)
        path.chmod(0o644)
        async with open_database(path):
            pass
        assert people_in(path) == ["ana"]
