"""`files.*`: three steps to a file, and what became of it."""

from tests.fakes.slack.bodies import Arguments
from tests.fakes.slack.files import File, Files, file_payload
from tests.fakes.slack.places import Channel
from tests.fakes.slack.refusals import Json, Misshapen, Refused, invalid_arguments, not_found
from tests.fakes.slack.routing import Method, method
from tests.fakes.slack.tiers import TIER_3, TIER_4
from tests.fakes.slack.world import World
from tests.fakes.slack.writing import Writing

WRITE = "files:write"


class FileMethods:
    def __init__(self, world: World, files: Files, writing: Writing) -> None:
        self._world = world
        self._files = files
        self._writing = writing

    def methods(self) -> list[Method]:
        return [
            method("files.getUploadURLExternal", self._begin, TIER_4, WRITE, takes_json=False),
            method("files.completeUploadExternal", self._complete, TIER_4, WRITE),
            method("files.info", self._info, TIER_4, "files:read", takes_json=False),
            method("files.delete", self._delete, TIER_3, WRITE),
        ]

    def _begin(self, arguments: Arguments) -> Json:
        name, length = arguments.required("filename"), arguments.number("length", 0)
        if length <= 0:
            raise invalid_arguments(Misshapen("/length", "must be more than 0"))
        file = self._files.begin(name, length, arguments.text("alt_txt"))
        address = f"{self._world.public_url}/upload/v1/{file.key}"
        return {"upload_url": address, "file_id": file.id}

    def _complete(self, arguments: Arguments) -> Json:
        """The answer knows of no message yet. A second completion shares a second time."""
        listed = arguments.data("files", "invalid_arguments")
        if not isinstance(listed, list) or not listed:
            raise invalid_arguments(Misshapen("/files", "no fewer than 1 items required"))
        files = [self._uploaded(str(one["id"])) for one in listed]
        ids = arguments.text("channel_id") or arguments.text("channels")
        channels = [self._shareable(id_) for id_ in ids.split(",") if id_]
        said = [self._writing.said_of_files(channel, arguments) for channel in channels]
        for file, one in zip(files, listed, strict=True):
            self._files.complete(file, one.get("title"))
        for channel, words in zip(channels, said, strict=True):
            self._files.share(files, channel, words)
        return {"files": [file_payload(file, self._world) for file in files]}

    def _info(self, arguments: Arguments) -> Json:
        file = self._known(arguments)
        return {"file": file_payload(file, self._world), "comments": [], "response_metadata": {}}

    def _delete(self, arguments: Arguments) -> Json:
        file = self._known(arguments)
        if file.owner is not self._world.bot:
            raise Refused("cant_delete_file")
        self._files.delete(file)
        return {}

    def _shareable(self, id_: str) -> Channel:
        """Where the bot really is; a person's id won't do."""
        if id_[0] not in "CDGZ":
            raise invalid_arguments(Misshapen("/channel_id", "failed to match the pattern"))
        channel = self._world.joined_channel(id_)
        if channel.is_archived:
            raise Refused("is_archived")
        return channel

    def _known(self, arguments: Arguments) -> File:
        file = self._files.known(arguments.required("file"))
        if file.is_deleted:
            raise Refused("file_deleted")
        if not file.is_complete:
            raise not_found("file")
        return file

    def _uploaded(self, id_: str) -> File:
        file = self._files.known(id_)
        if not file.is_uploaded or file.is_deleted:
            raise not_found("file")
        return file
