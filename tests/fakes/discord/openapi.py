"""Discord's own specification as a second judge of every body.

It knows every field and most limits; what it misses stands in the `*_rules` beside it. The file
isn't part of the repository: it lies beside the checkout, or where `DISCORD_OPENAPI` says.
https://github.com/discord/discord-api-spec
"""

import json
import os
import re
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from tests.fakes.discord.refusals import Json, Refused, misshapen

NAME = "discord-openapi.json"
HERE = Path(__file__).resolve().parents[3]
MISSING = f"Discord's specification isn't there: ../shared/{NAME}, or where DISCORD_OPENAPI says"


@cache
def file() -> Path | None:
    """Where the specification is, or None."""
    named = os.environ.get("DISCORD_OPENAPI")
    places = (
        [Path(named)] if named else [HERE.parent / "shared" / NAME, _beside_the_main_checkout()]
    )
    return next((place for place in places if place and place.is_file()), None)


def _beside_the_main_checkout() -> Path | None:
    """Of a git worktree: its `.git` is a file that says where the repository is."""
    pointer = HERE / ".git"
    if not pointer.is_file():
        return None
    folder = Path(pointer.read_text(encoding="utf-8").removeprefix("gitdir:").strip())
    return folder.parents[2].parent / "shared" / NAME


class Specification:
    """Judges bodies by method and path. Built once a process: reading the file takes 50 ms."""

    def __init__(self, document: Json) -> None:
        self._paths: Json = document["paths"]
        whole: Resource[Any] = DRAFT202012.create_resource(document)
        self._registry: Registry[Any] = Registry().with_resource("urn:discord", whole)
        self._patterns = [
            (re.compile(re.sub(r"\{\w+\}", "[^/]+", path)), path)
            for path in sorted(self._paths, key=lambda path: path.count("{"))
        ]

    def judge(self, method: str, path: str, body: object) -> Refused | None:
        """What is wrong with a body; None also where the specification names none."""
        template = self._template(path)
        operation = self._paths.get(template, {}).get(method.lower(), {})
        if "application/json" not in operation.get("requestBody", {}).get("content", {}):
            return None
        return self._fault(_own(body), template, method, "requestBody")

    def judge_answer(self, method: str, path: str, answer: object) -> Refused | None:
        """What is wrong with an answer of 200: the fake itself is judged, too."""
        return self._fault(answer, self._template(path), method, "responses/200")

    def _template(self, path: str) -> str:
        return next((known for pattern, known in self._patterns if pattern.fullmatch(path)), "")

    def _fault(self, body: object, template: str, method: str, part: str) -> Refused | None:
        place = f"/paths/{template.replace('/', '~1')}/{method.lower()}/{part}"
        return self.fault(body, f"{place}/content/application~1json/schema")

    def fault(self, body: object, pointer: str) -> Refused | None:
        """The first fault by the schema at this JSON pointer."""
        reference = pointer.replace("{", "%7B").replace("}", "%7D")
        schema = {"$ref": f"urn:discord#{reference}"}
        errors = list(Draft202012Validator(schema, registry=self._registry).iter_errors(body))
        if not errors:
            return None
        deepest = _deepest(errors[0])
        path = ".".join(str(step) for step in deepest.absolute_path)
        return misshapen(path, "OPENAPI", deepest.message[:300])


@cache
def specification() -> Specification | None:
    place = file()
    return Specification(json.loads(place.read_text(encoding="utf-8"))) if place else None


def _own(body: Any, inside: str = "") -> Any:  # noqa: ANN401  # JSON
    """As the specification has it: ids are strings there, and Discord takes numbers as well."""
    if isinstance(body, dict):
        return {
            name: str(value) if _is_number_of(name, value, inside) else _own(value, name)
            for name, value in body.items()
        }
    if isinstance(body, list):
        is_ids = inside in {"users", "roles"}
        return [str(one) if is_ids else _own(one, inside) for one in body]
    return body


def _is_number_of(name: str, value: object, inside: str) -> bool:
    is_id = name.endswith("_id") or (name == "id" and inside == "attachments")
    return is_id and isinstance(value, int)


def _deepest(error: ValidationError) -> ValidationError:
    """Of alternatives, the one that was meant: whose `type` fits, and that went furthest."""
    while error.context:
        branches: dict[object, list[ValidationError]] = {}
        for inner in error.context:
            branches.setdefault(inner.schema_path[0], []).append(inner)
        meant = [
            branch
            for branch in branches.values()
            if not any(list(inner.path)[-1:] == ["type"] for inner in branch)
        ]
        error = max(
            (inner for branch in meant or branches.values() for inner in branch),
            key=lambda inner: len(inner.absolute_path),
        )
    return error
