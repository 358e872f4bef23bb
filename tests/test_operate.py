"""docs/operate.md says what every line of the log and every number means."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from prometheus_client.parser import text_string_to_metric_families

from bot.operating.metrics import Metrics

ROOT = Path(__file__).parents[1]
DOCUMENT = (ROOT / "docs" / "operate.md").read_text("utf-8")
LEVELS = {"debug", "info", "warning", "error", "exception"}
HOUSES = ("bot", "adapters", "storage", "soundverse", "guard", "editing", "mp3")


def events() -> Iterator[str]:
    """What the code logs, by the literal that names it."""
    for house in HOUSES:
        for file in (ROOT / house).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                    whose = getattr(node.func.value, "id", "")
                    if whose == "log" and node.func.attr in LEVELS:
                        [event, *_] = node.args
                        assert isinstance(event, ast.Constant)
                        yield str(event.value)


def test_every_event_of_the_log_is_explained() -> None:
    logged = set(events())
    assert len(logged) > 25
    _, _, table = DOCUMENT.partition("## Read the log")
    explained = set(re.findall(r"`([^`]+)`", table))
    assert logged - explained == set()


def test_what_shows_a_promise_is_there() -> None:
    _, _, rest = DOCUMENT.partition("## What is promised")
    table, _, _ = rest.partition("\n## ")
    named = re.findall(r"`(tests/[^`]+)`", table)
    assert len(named) > 5
    assert [each for each in named if not (ROOT / each).is_file()] == []


def test_every_metric_is_explained_by_its_name() -> None:
    families = list(text_string_to_metric_families(Metrics(price=1).text().decode()))
    names = {
        f"{family.name}_total" if family.type == "counter" else family.name for family in families
    }
    assert len(names) > 10
    explained = set(re.findall(r"`(busker_\w+)", DOCUMENT))
    assert explained == names
