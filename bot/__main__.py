"""`busker`: opens everything, wires it together, and holds no rule.

Exit codes: 0 for success, 2 for wrong settings or usage, 1 for anything else. What a command needs is
imported when it is asked for, so that `busker --help` answers at once.
"""

import argparse
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from bot.settings import Settings

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the answer is the exit code."""
    arguments = _parser().parse_args(argv)
    if arguments.command == "version":
        return _tell_version()
    if arguments.command == "doctor":  # wrong settings are among what it tells
        return _check_up(spend=arguments.spend)
    if arguments.command == "manifest":
        return _print_manifest(http=arguments.http, prefix=arguments.prefix)
    return _with_settings(arguments)


def _with_settings(arguments: argparse.Namespace) -> int:
    from bot.settings import WrongSettings, load  # noqa: PLC0415  # see above

    try:
        settings = load()
    except WrongSettings as wrong:
        return _say("These settings can't be used:", *wrong.problems, code=2)
    if arguments.command == "houseband":
        return _play_as_band(settings)
    if arguments.command == "backup":
        return _back_up(settings, arguments.file)
    if arguments.command == "run":
        return _run(settings)
    return _try(settings, arguments)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="busker", description="Slash commands become songs.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    trial = commands.add_parser("try", help="make songs in this terminal, no account needed")
    trial.add_argument("line", nargs="?", metavar="LINE", help='such as "/song a song for Ana"')
    trial.add_argument("--quota", metavar="RULE", help="limit yourself: 3/day, or none again")
    trial.add_argument("--limits", action="store_true", help="hold yourself to the limits of .env")
    trial.add_argument(
        "--as", dest="name", metavar="NAME", help="be admin, moderator, operator or somebody else"
    )
    commands.add_parser("run", help="run the bot on every platform whose token is set")
    commands.add_parser("houseband", help="run only the house band, for other Buskers to use")
    doctor = commands.add_parser("doctor", help="check settings, machine, database and music")
    doctor.add_argument("--spend", action="store_true", help="buy one song to see that it works")
    backup = commands.add_parser("backup", help="copy the database while Busker runs")
    backup.add_argument("file", metavar="FILE")
    manifest = commands.add_parser(
        "manifest", help="print the app's manifest, to be pasted at Slack"
    )
    manifest.add_argument("platform", choices=["slack"])
    manifest.add_argument("--http", metavar="URL", help="for HTTP mode at this public address")
    manifest.add_argument(
        "--prefix",
        metavar="NAME",
        default="",
        help="/NAME-song instead of /song, where names clash",
    )
    commands.add_parser("version", help="say which version this is")
    return parser


def _tell_version() -> int:
    from importlib.metadata import version  # noqa: PLC0415  # see above

    print(f"busker {version('busker')}")  # noqa: T201  # the answer
    return 0


def _check_up(*, spend: bool) -> int:
    from bot.checkup.doctor import check_up  # noqa: PLC0415  # see above

    return 0 if check_up(spend=spend) else 1


def _back_up(settings: "Settings", file: str) -> int:
    from pathlib import Path  # noqa: PLC0415  # see above

    from bot.opening import copy_database  # noqa: PLC0415  # see above
    from bot.operating.upkeep import BackupFailed, copied, not_copied  # noqa: PLC0415  # see above
    from bot.words import own_words  # noqa: PLC0415  # see above

    database, target, words = settings.database_file, Path(file), own_words()
    try:
        copy_database(database, target)
    except BackupFailed as failure:
        return _say(not_copied(failure, database, target, words), code=1)
    print(copied(database, target, words))  # noqa: T201  # the answer
    return 0


def _print_manifest(*, http: str | None, prefix: str) -> int:
    from bot.manifests import slack_manifest  # noqa: PLC0415  # see above
    from bot.opening import CantStart  # noqa: PLC0415  # see above

    try:
        print(slack_manifest(http=http, prefix=prefix))  # noqa: T201  # the answer
    except CantStart as reason:
        return _say(str(reason), code=reason.code)
    return 0


def _play_as_band(settings: "Settings") -> int:
    import os  # noqa: PLC0415  # see above

    from bot.opening import band_environment  # noqa: PLC0415  # see above
    from houseband.__main__ import main as play  # noqa: PLC0415  # see above

    os.environ.update(band_environment(settings))
    return play([])


def _try(settings: "Settings", arguments: argparse.Namespace) -> int:
    from bot.wiring import trial  # noqa: PLC0415  # see above

    log = settings.busker_data_dir / "busker.log"
    return _until_its_end(
        trial(
            settings,
            arguments.line,
            quota=arguments.quota,
            name=arguments.name,
            is_limited=arguments.limits,
        ),
        stopped=f"Busker had to stop; {log} says why. Start it again, and it goes on.",
    )


def _run(settings: "Settings") -> int:
    from bot.running import run  # noqa: PLC0415  # see above
    from bot.words import own_words  # noqa: PLC0415  # see above

    return _until_its_end(run(settings), stopped=own_words().say("run-stopped"))


def _until_its_end(work: "Coroutine[None, None, bool | None]", *, stopped: str) -> int:
    """Play, and say why if that couldn't begin or go on. False is an end that isn't well."""
    import asyncio  # noqa: PLC0415  # see above

    from bot.leaving import Stopped  # noqa: PLC0415  # see above
    from bot.opening import CantGoOn, CantStart  # noqa: PLC0415  # see above

    try:
        is_well = asyncio.run(work)
    except CantStart as reason:
        return _say(str(reason), code=reason.code)
    except CantGoOn:
        return _say(stopped, code=1)
    except Stopped as by_signal:
        return by_signal.code
    except KeyboardInterrupt:
        return 130
    return 1 if is_well is False else 0


def _say(*sentences: str, code: int) -> int:
    print("\n".join(sentences), file=sys.stderr)  # noqa: T201  # the answer
    return code


if __name__ == "__main__":
    sys.exit(main())
