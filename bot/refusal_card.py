"""Why something wasn't done, and what would help, as a card. Pure."""

from collections.abc import Iterator
from datetime import datetime

from bot.errors import (
    BadOption,
    Blocked,
    NotAllowedHere,
    NotFound,
    NotPermitted,
    OverQuota,
    Refusal,
    TooManyRunning,
    UnknownCommand,
    WordBanned,
)
from bot.models import Button, Card, Tone
from bot.phrases import when
from bot.quotas import Allowance, Limit, Scope
from bot.words import Words, kebab

__all__ = ["defect_card", "refusal_card"]


def refusal_card(refusal: Refusal, now: datetime, words: Words) -> Card:
    """What was refused, why, and what would help."""
    sentence = _refusal_sentence(refusal, now, words)
    return Card(
        tone=Tone.BAD,
        title=words.say("refused-title"),
        lines=(sentence,),
        buttons=tuple(_ways_out(refusal, words)),
    )


def defect_card(words: Words) -> Card:
    """The answer when Busker itself is at fault; the log has the rest."""
    return Card(tone=Tone.BAD, title=words.say("refused-title"), lines=(words.say("defect"),))


def _refusal_sentence(refusal: Refusal, now: datetime, words: Words) -> str:
    match refusal:
        case UnknownCommand(name=name, known=known):
            names = ", ".join(f"/{each}" for each in known)
            return words.say("refusal-unknown-command", name=name, known=names)
        case BadOption(problem=problem, option=option, example=example, values=values):
            hint = {"hint": words.say(example)} if example else {}
            return words.say(f"option-{problem}", option=option, **hint, **values)
        case NotFound(what=what, name=name):
            return words.say(f"nothing-{what}", name=name)
        case OverQuota(limit=limit, own=own):
            return _over_quota_sentence(limit, own, now, words)
        case _:
            return _plain_sentence(refusal, now, words)


def _ways_out(refusal: Refusal, words: Words) -> Iterator[Button]:
    """What can be done about it at once."""
    match refusal:
        case NotAllowedHere(draft=str() as draft):
            label = words.say("button-send-directly")
            yield Button(action="draft-directly", subject=draft, label=label)


def _plain_sentence(refusal: Refusal, now: datetime, words: Words) -> str:
    key = f"refusal-{kebab(type(refusal).__name__)}"
    match refusal:
        case TooManyRunning(most=most):
            return words.say(key, most=most)
        case WordBanned(word=word):
            return words.say(key, word=word)
        case NotAllowedHere(missing=(_, *_) as missing):
            names = ", ".join(words.say(f"permission-{each}") for each in missing)
            return words.say(f"{key}-missing", missing=names)
        case NotPermitted(need=need):
            return words.say(f"{key}-{need}")
        case Blocked(until=datetime() as until):
            return words.say(f"{key}-until", when=when(now, until, words))
        case _:
            return words.say(key)


def _over_quota_sentence(limit: Limit, own: Allowance | None, now: datetime, words: Words) -> str:
    key = f"refusal-over-quota-{limit.scope}"
    facts: dict[str, str | int] = {"most": limit.most or 0}
    if limit.rule and limit.resets_at:
        facts["unit"] = words.say(f"unit-{limit.rule.window}")
        facts["window"] = words.say(f"window-{limit.rule.window}")
        facts["when"] = when(now, limit.resets_at, words)
    if limit.scope is Scope.SERVER and own and own.rule:
        return words.say(f"{key}-own", left=own.left or 0, own=own.rule.most, **facts)
    return words.say(key, **facts)
