"""The README's table of commands, and that of the admins, against the catalogue."""

import re
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.commands import COMMANDS, OptionKind, Spec, described
from bot.settings import Settings
from bot.words import words_for

ROOT = Path(__file__).parents[1]
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
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


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.stem)
def test_a_document_names_only_settings_and_commands_that_there_are(document: Path) -> None:
    text = document.read_text("utf-8")
    known = {name.upper() for name in Settings.model_fields}
    told = set(re.findall(r"\b(?:DISCORD|SLACK|BUSKER|SOUNDVERSE|HOUSEBAND)_[A-Z_]*[A-Z]\b", text))
    assert told - {"DISCORD_OPENAPI"} <= known  # where tests find the specification
    for command in set(re.findall(r"\.venv/bin/busker (\w+)", text)):
        with pytest.raises(SystemExit) as end:
            main([command, "--help"])
        assert end.value.code == 0
