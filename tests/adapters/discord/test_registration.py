"""The menu stands where it belongs, and nowhere else that is remembered."""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import discord
import pytest

from adapters.discord.asking.registration import Registration
from tests.fakes.discord import Discord, Guild, fake_discord

MENU = [{"type": 1, "name": "song", "description": "A song"}]
OTHER = [*MENU, {"type": 1, "name": "music", "description": "Music"}]


@dataclass
class Bench:
    """A bot that is logged in, and the file in which it remembers."""

    fake: Discord
    client: discord.Client
    file: Path

    async def put(self, *servers: str, menu: list[dict[str, object]] = MENU) -> int:
        """How many requests it took."""
        before = len(self.fake.calls)
        registration = Registration(self.file, servers)
        await registration.put(self.client.http, self.client.application_id or 0, menu)
        return len(self.fake.calls) - before

    def names(self, guild: Guild | None = None) -> list[str]:
        return [command["name"] for command in self.fake.commands(guild)]


@pytest.fixture
async def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Bench]:
    async with fake_discord() as fake:
        monkeypatch.setattr(discord.http.Route, "BASE", fake.api)
        async with discord.Client(intents=discord.Intents.none()) as client:
            await client.login(fake.token)
            yield Bench(fake, client, tmp_path / "menu.json")


async def test_an_unchanged_menu_is_put_once(bench: Bench) -> None:
    assert await bench.put() == 1
    assert await bench.put() == 0
    assert await bench.put(menu=OTHER) == 1
    assert bench.names() == ["song", "music"]


async def test_a_menu_for_single_servers_takes_the_one_for_all_back(bench: Bench) -> None:
    guild = bench.fake.guild("Garden")
    await bench.put()
    await bench.put(guild.id)
    assert (bench.names(), bench.names(guild)) == ([], ["song"])
    await bench.put()
    assert (bench.names(), bench.names(guild)) == (["song"], [])


async def test_another_server_instead_of_one_takes_that_ones_menu_back(bench: Bench) -> None:
    one, other = bench.fake.guild("One"), bench.fake.guild("Other")
    await bench.put(one.id)
    await bench.put(other.id)
    assert (bench.names(one), bench.names(other)) == ([], ["song"])


async def test_a_server_without_the_bot_keeps_nobody_from_their_menu(bench: Bench) -> None:
    away, here = bench.fake.guild("Away", has_bot=False), bench.fake.guild("Here")
    await bench.put(away.id, here.id)
    assert bench.names(here) == ["song"]
    away.invite_bot()
    assert await bench.put(away.id, here.id) == 1
    assert bench.names(away) == ["song"]


async def test_a_server_that_the_bot_has_left_is_forgotten(bench: Bench) -> None:
    guild = bench.fake.guild("Garden")
    await bench.put(guild.id)
    guild.remove_bot()
    assert await bench.put() == 2
    assert await bench.put() == 0


@pytest.mark.parametrize("text", ["", "{", "[]", '{"application": 1}', '"a"', "\x00"])
async def test_a_file_that_says_nothing_is_written_anew(bench: Bench, text: str) -> None:
    bench.file.write_text(text)
    assert await bench.put() == 1
    assert json.loads(bench.file.read_text())["places"].keys() == {""}


async def test_without_a_file_to_write_the_menu_is_there_all_the_same(bench: Bench) -> None:
    bench.file.mkdir()
    assert await bench.put() == 1
    assert bench.names() == ["song"]


async def test_a_menu_that_discord_refuses_is_tried_again_at_the_next_start(bench: Bench) -> None:
    assert await bench.put(menu=[{"type": 1, "name": "Song", "description": ""}]) == 1
    assert not bench.file.exists()
    assert await bench.put() == 1
    assert bench.names() == ["song"]
