"""What is left to a person, by which rule, and when it starts anew, as a card. Pure."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.cards import quota_line
from bot.models import Card, Tone
from bot.phrases import songs_a_window, when
from bot.quotas import Allowance, Grant, Rule, Window
from bot.words import Words

__all__ = ["grant_line", "quota_card", "rule_line"]


def quota_card(
    own: Allowance,
    now: datetime,
    words: Words,
    *,
    server: Allowance | None = None,
    budget: Sequence[Allowance] = (),
    who: str | None = None,
    notes: Sequence[str] = (),
) -> Card:
    """The person's own, the server's if it has a rule, and for the operator what the budget leaves.

    `who` is somebody else than the one who reads it; `notes` stand first.
    """
    lines = [*notes, *_own_lines(own, now, words)]
    for allowance, key in ((server, "quota-server"), *((each, "quota-budget") for each in budget)):
        if allowance is not None:
            lines += _shared_lines(allowance, key, now, words)
    is_used_up = any(each and each.left == 0 for each in (own, server))
    return Card(
        tone=Tone.BAD if is_used_up else Tone.GOOD,
        title=words.say("quota-title-other", who=who) if who else words.say("quota-title"),
        lines=tuple(lines),
        footer=quota_line(own, words) if own.rule else None,
    )


def rule_line(own: Allowance, words: Words) -> str:
    """Which rule holds, and for whom it was set. What was granted is told by itself."""
    if own.rule is None:
        return words.say("quota-no-rule")
    granted = sum(grant.songs for grant in own.grants)
    rule = Rule(most=own.rule.most - granted, window=own.rule.window)
    return words.say(f"rule-of-{own.holder or 'default'}", rule=songs_a_window(rule, words))


def grant_line(grant: Grant, now: datetime, words: Words) -> str:
    """Songs on top, and for how long."""
    if grant.until is None:
        return words.say("quota-granted", songs=grant.songs)
    until = when(now, grant.until, words)
    return words.say("quota-granted-until", songs=grant.songs, when=until)


def _own_lines(own: Allowance, now: datetime, words: Words) -> Iterator[str]:
    window = words.say(f"window-{own.rule.window if own.rule else Window.DAY}")
    yield words.say("quota-used", used=own.used, window=window)
    yield rule_line(own, words)
    if own.rule is None or own.resets_at is None:
        return
    yield from (grant_line(grant, now, words) for grant in own.grants)
    yield words.say("quota-resets", when=when(now, own.resets_at, words))


def _shared_lines(shared: Allowance, key: str, now: datetime, words: Words) -> Iterator[str]:
    if shared.rule is None or shared.resets_at is None:
        return
    yield words.say(
        key,
        used=shared.used,
        most=shared.rule.most,
        window=words.say(f"window-{shared.rule.window}"),
        when=when(now, shared.resets_at, words),
    )
