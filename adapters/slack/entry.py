"""The way in: which settings Slack needs, and whether it lets us in with them, before anything else."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from pydantic import SecretStr
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from adapters.slack.questions import PATIENCE_SECONDS, NoAnswer, Questions, Refused, Unlike
from adapters.slack.scopes import missing, scopes_from
from bot.settings import Settings
from bot.words import Words

__all__ = ["Closed", "Identity", "Secrets", "failed", "identified", "introduced", "secrets_from"]

WRONG_SETTINGS, OTHERWISE = 2, 1
"""What the process exits with."""

MISSING = "missing_scope"
"""The app's token has one scope, and `auth.test` needs none of the bot's."""


class Closed(Exception):
    """Slack doesn't let us in: a sentence, and its mend."""

    def __init__(self, sentence: str, mend: str, *, code: int = WRONG_SETTINGS) -> None:
        super().__init__(f"{sentence} {mend}")
        self.sentence = sentence
        self.mend = mend
        self.code = code


@dataclass(frozen=True, slots=True, kw_only=True)
class Secrets:
    """What is spoken with: over sockets where there is an app's token, else over HTTP."""

    bot_token: str
    app_token: str
    signing_secret: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Who the bot is, where, and what it may do."""

    team: str
    team_name: str
    user: str
    name: str
    scopes: frozenset[str]


def secrets_from(settings: Settings, words: Words) -> Secrets:
    """What is set. Raises Closed when something is missing beside the rest."""
    secrets = Secrets(
        bot_token=_plain(settings.slack_bot_token),
        app_token=_plain(settings.slack_app_token),
        signing_secret=_plain(settings.slack_signing_secret),
    )
    if not secrets.bot_token:
        raise _closed("slack-no-bot-token", "slack-no-bot-token-mend", words)
    if not (secrets.app_token or secrets.signing_secret):
        raise _closed("slack-no-door", "slack-no-door-mend", words)
    if not secrets.app_token and settings.busker_http is None:
        raise _closed("slack-no-listener", "slack-no-listener-mend", words)
    return secrets


async def introduced(settings: Settings, words: Words) -> Identity:
    """Ask Slack who we are. Raises Closed when it doesn't let us in, or not far enough."""
    secrets = secrets_from(settings, words)
    identity = await identified(settings, secrets, words)
    if lacking := missing(identity.scopes):
        said = words.say("slack-scopes", scopes=", ".join(lacking))
        raise Closed(said, words.say("slack-scopes-mend"))
    return identity


async def identified(settings: Settings, secrets: Secrets, words: Words) -> Identity:
    """Try each token once. Raises Closed."""
    ask = Questions(settings.slack_api_base, secrets.bot_token)
    answer = await _asked(ask, "auth.test", "SLACK_BOT_TOKEN", words)
    if secrets.app_token:
        door = Questions(settings.slack_api_base, secrets.app_token)
        await _asked(door, "apps.connections.open", "SLACK_APP_TOKEN", words)
    return Identity(
        team=answer["team_id"],
        team_name=answer["team"],
        user=answer["user_id"],
        name=answer["user"],
        scopes=scopes_from(answer.headers.get("x-oauth-scopes")),
    )


async def _asked(ask: Questions, method: str, setting: str, words: Words) -> AsyncSlackResponse:
    try:
        return await ask.one(method)
    except Refused as refused:
        if refused.is_about_token:
            raise _closed("slack-token", "slack-token-mend", words, setting=setting) from None
        if refused.error == MISSING:
            raise _closed("slack-app-scope", "slack-app-scope-mend", words) from None
        said = words.say("slack-refuses", why=refused.error)
        raise Closed(said, words.say("slack-unwell-mend"), code=OTHERWISE) from None
    except Unlike:
        raise _closed("slack-unlike", "slack-unlike-mend", words, base=ask.base) from None
    except NoAnswer as failure:
        raise failed(failure, ask, words) from None


def failed(failure: NoAnswer, ask: Questions, words: Words) -> Closed:
    """Slack isn't there, which may change by itself."""
    host = urlsplit(ask.base).hostname or ""
    if failure.status:
        said = words.say("slack-unwell", host=host, status=str(failure.status))
        return Closed(said, words.say("slack-unwell-mend"), code=OTHERWISE)
    if failure.why:
        said = words.say("slack-away", host=host, why=failure.why)
    else:
        said = words.say("slack-slow", host=host, seconds=PATIENCE_SECONDS)
    return Closed(said, words.say("slack-away-mend"), code=OTHERWISE)


def _closed(key: str, mend: str, words: Words, **facts: str) -> Closed:
    return Closed(words.say(key, **facts), words.say(mend))


def _plain(secret: SecretStr | None) -> str:
    return secret.get_secret_value().strip() if secret else ""
