"""`busker doctor`: a check-up in plain words. It works beside a running Busker and changes nothing."""

from collections.abc import Iterator

from bot.checkup.findings import Finding, Mark, lines_for, note, ok, wrong
from bot.checkup.musician import musician
from bot.checkup.oversight import oversight
from bot.checkup.platforms import platforms
from bot.checkup.premises import premises
from bot.checkup.purchase import bought
from bot.settings import WrongSettings, load
from bot.wiring import SONGS
from bot.words import Words, own_words

__all__ = ["check_up"]


def check_up(*, spend: bool) -> bool:
    """Print what is found; whether nothing is wrong. `spend` buys one song if so far all is well."""
    words = own_words()
    is_well = True
    for finding in _findings(words):
        is_well &= _tell(finding, words)
    if spend:
        is_well &= _tell(_purchase(words, is_well=is_well), words)
    _print(words.say("doctor-well") if is_well else words.say("doctor-unwell"))
    return is_well


def _findings(words: Words) -> Iterator[Finding]:
    try:
        settings = load()
    except WrongSettings as refused:
        for problem in refused.problems:
            yield wrong(problem, words.say("doctor-settings-mend"))
        return
    yield ok(words.say("doctor-settings"))
    yield from premises(settings, SONGS, words)
    yield from musician(settings, words)
    yield from oversight(settings, words)
    yield from platforms(settings, words)


def _purchase(words: Words, *, is_well: bool) -> Finding:
    if not is_well:
        return note(words.say("doctor-spend-later"))
    return bought(load(), SONGS, words)


def _tell(finding: Finding, words: Words) -> bool:
    for line in lines_for([finding], words):
        _print(line)
    return finding.mark is not Mark.WRONG


def _print(line: str) -> None:
    print(line, flush=True)  # noqa: T201  # the answer
