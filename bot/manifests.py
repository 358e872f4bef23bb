"""`busker manifest`: how a platform is told of all the commands, for whoever sets the app up there."""

import json

from bot.opening import CantStart
from bot.words import own_words

__all__ = ["slack_manifest"]


def slack_manifest(*, http: str | None, prefix: str) -> str:
    """Slack's, as JSON. Raises CantStart when it can't be made so."""
    from adapters.slack.manifest import WrongManifest, manifest  # noqa: PLC0415  # loads the catalogue

    try:
        made = manifest(own_words(), http=http, prefix=prefix)
    except WrongManifest as wrong:
        raise CantStart(str(wrong), code=2) from None
    return json.dumps(made, indent=2, ensure_ascii=False)
