"""The README's table of commands, and that of the admins, against the catalogue."""

import re
from pathlib import Path

import pytest

from bot.commands import COMMANDS, OptionKind, Spec, described
from bot.words import words_for

ROOT = Path(__file__).parents[1]
ENGLISH = words_for("en")
ALONE = [spec for spec in COMMANDS if " " not in spec.name]
GROUPED = [spec for spec in COMMANDS if " " in spec.name]


def row(spec: Spec) -> str:
    said = [f"`{each.name}`" for each in spec.options if each.kind is not OptionKind.HIDDEN]
    what = ": ".join(filter(None, [described(spec, ENGLISH), ", ".join(said)]))
    return f"| `/{spec.name}` | {what} |"


def test_the_readme_lists_every_command_with_its_options_in_the_order_of_the_menus() -> None:
    lines = (ROOT / "README.md").read_text("utf-8").splitlines()
    groups = tuple(f"| `/{spec.name.split()[0]}` |" for spec in GROUPED)
    told = [line for line in lines if line.startswith("| `/") and not line.startswith(groups)]
    assert told == [row(spec) for spec in ALONE]
    assert all(any(line.startswith(group) for line in lines) for group in groups)


@pytest.mark.parametrize("spec", GROUPED, ids=lambda spec: spec.name)
def test_the_tables_have_every_command_of_a_group(spec: Spec) -> None:
    group, *names = spec.name.split()
    if group == "busker-admin":
        table = (ROOT / "docs/admins.md").read_text("utf-8").splitlines()
        named = [line.split("|")[1] for line in table if line.startswith("| `")]
    else:
        table = (ROOT / "README.md").read_text("utf-8").splitlines()
        named = [line for line in table if line.startswith(f"| `/{group}` ")]
    assert any(set(names) <= set(re.findall(r"[a-z]+", each)) for each in named)
