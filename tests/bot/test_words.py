import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

import bot.errors
import soundverse.errors
from bot.commands import COMMANDS, described
from bot.jobs import Stage
from bot.words import kebab, own_locale, own_words, words_for
from storage.queries import migrations

ROOT = Path(__file__).parents[2]
ENGLISH = words_for("en")


def leaves(error: type[Exception]) -> Iterator[type[Exception]]:
    for kind in error.__subclasses__():
        yield kind
        yield from leaves(kind)


def said_keys() -> Iterator[str]:
    """Every key that is written out in the code, as an argument of `say` or of an end."""
    for file in [*ROOT.glob("bot/**/*.py"), *ROOT.glob("adapters/**/*.py")]:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "say":
                yield from (
                    arg.value
                    for part in node.args[:1]
                    for arg in ast.walk(part)
                    if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
                )


def test_every_key_that_the_code_says_has_a_sentence() -> None:
    whole = {key for key in said_keys() if re.fullmatch(r"[a-z]+(-[a-z]+)+", key)}
    assert len(whole) > 30
    assert whole <= ENGLISH.keys


def test_every_sentence_is_said_somewhere() -> None:
    code = "".join(
        file.read_text("utf-8")
        for folder in ("bot", "adapters")
        for file in ROOT.glob(f"{folder}/**/*.py")
    )
    unsaid = {key for key in ENGLISH.keys if key not in code}
    built = (
        "failure-",
        "command-",
        "stage-",
        "permission-",
        "window-",
        "unit-",
        "option-",
        "nothing-",
        "player-",
        "artist-",
        "refusal",
        "database-",
        "form-",
        "example-",
        "field-",
        "button-",
        "review-",
        "rule-",
        "audit-",
        "usage-",
        "hint-",
        "name-",
        "permission-",
        "manifest-",
    )
    assert {key for key in unsaid if not key.startswith(built)} == set()


@pytest.mark.parametrize("error", list(leaves(soundverse.errors.SoundverseError)))
def test_every_way_the_service_fails_has_its_sentence(error: type[Exception]) -> None:
    assert f"failure-{kebab(error.__name__)}" in ENGLISH.keys


@pytest.mark.parametrize("reason", get_args(soundverse.errors.FileReason))
def test_every_way_audio_cant_be_used_has_its_sentence(reason: str) -> None:
    assert f"failure-file-{reason}" in ENGLISH.keys


@pytest.mark.parametrize("error", list(leaves(bot.errors.Refusal)))
def test_every_refusal_has_its_own_sentence(error: type[Exception]) -> None:
    own = {"BadOption": "option-missing", "NotFound": "nothing-track"}
    own["NotPermitted"] = "refusal-not-permitted-operate"
    own["OverQuota"] = "refusal-over-quota-person"
    assert own.get(error.__name__, f"refusal-{kebab(error.__name__)}") in ENGLISH.keys


def test_every_command_and_option_is_described() -> None:
    for spec in COMMANDS:
        assert described(spec, ENGLISH)
        for option in spec.options:
            assert described(spec, ENGLISH, option)


def test_every_kind_of_change_has_its_sentence() -> None:
    found = re.findall(
        r"what TEXT NOT NULL CHECK \(what IN \((.*?)\)\)", "".join(migrations()), re.DOTALL
    )
    kinds = re.findall(r"'([a-z-]+)'", found[-1])
    assert len(kinds) > 10
    for kind in kinds:
        assert any(f"{key}-".startswith(f"audit-{kind}-") for key in ENGLISH.keys), kind


def test_every_stage_has_its_line() -> None:
    ends_by_failure = {Stage.FAILED, Stage.INTERRUPTED, Stage.OVERDUE, Stage.WORKING}
    for stage in set(Stage) - ends_by_failure:
        assert f"stage-{stage}" in ENGLISH.keys


def test_an_unknown_language_is_answered_in_english() -> None:
    assert words_for("tlh").locale == "en"
    assert words_for("en-GB").locale == "en"
    assert words_for("../../etc/passwd").locale == "en"


def test_a_missing_sentence_or_value_is_an_error() -> None:
    with pytest.raises(KeyError):
        ENGLISH.say("no-such-key")
    with pytest.raises(KeyError):
        ENGLISH.say("take-ready")


def test_the_operators_language_is_that_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "pt_BR.UTF-8")
    assert (own_locale(), own_words().locale) == ("pt-BR", "pt")
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    assert own_words().locale == "en"
