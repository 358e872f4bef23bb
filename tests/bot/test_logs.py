"""What libraries say is told in lines of our own, and without what may be secret."""

import asyncio
import gc
import logging
from collections.abc import Iterator
from io import StringIO

import pytest
import structlog

from bot.logs import log_to

SECRET = "https://discord.com/api/v10/webhooks/1/the-token"


@pytest.fixture
def lines() -> Iterator[StringIO]:
    stream = StringIO()
    handlers = [*logging.getLogger().handlers]
    log_to(stream, "INFO")
    try:
        yield stream
    finally:
        logging.getLogger().handlers[:] = handlers
        structlog.reset_defaults()


def test_a_warning_is_one_line_without_what_was_put_into_it(lines: StringIO) -> None:
    logging.getLogger("discord.http").warning("%s answered with 429", SECRET)
    [line] = lines.getvalue().splitlines()
    assert 'event="a library warns" library=discord.http says="%s answered with 429"' in line


def test_what_libraries_merely_mention_is_no_line(lines: StringIO) -> None:
    logging.getLogger("discord.gateway").info("connected")
    assert lines.getvalue() == ""


def test_the_log_is_told_once_however_often_it_is_set_up(lines: StringIO) -> None:
    log_to(lines, "INFO")
    logging.getLogger("asyncio").warning("slow")
    assert len(lines.getvalue().splitlines()) == 1


async def test_an_error_that_nobody_fetched_is_told_without_its_words(lines: StringIO) -> None:
    async def fails() -> None:
        raise TimeoutError(f"Connection timeout to host {SECRET}")

    task = asyncio.create_task(fails())
    await asyncio.wait({task})
    del task
    gc.collect()
    said = lines.getvalue()
    assert 'event="a library reports a fault" library=asyncio' in said
    assert "TimeoutError" in said
    assert "the-token" not in said
