"""The band as a child process, and the ways a client speaks to it."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

KEY = "a-key-for-tests"
CANNED = "tests.houseband.server.canned"

Document = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class RunningBand:
    """A band that accepts requests at `url`; `http` sends the key."""

    url: str
    folder: Path
    process: subprocess.Popen[str]
    http: httpx.Client

    def post(self, path: str, prompt: str = "a song", **fields: object) -> httpx.Response:
        return self.http.post(path, json={"prompt": prompt, **fields})

    def stream(self, path: str, prompt: str = "a song", **fields: object) -> list[Document]:
        response = self.post(path, prompt, **fields)
        assert response.headers["Content-Type"] == "text/event-stream; charset=utf-8"
        return [document_in(line) for line in response.text.splitlines() if line]

    def start(self, prompt: str, **headers: str) -> Document:
        """Ask for a v7 song and leave after the first chunk, which is returned."""
        with self.http.stream(
            "POST", "/v7/generate/song", json={"prompt": prompt}, headers=headers
        ) as response:
            return document_in(next(response.iter_lines()))

    def status(self, job_id: str) -> Document:
        answer: Document = self.http.get("/v7/status", params={"job_id": job_id}).json()
        return answer

    def ended(self, job_id: str) -> Document:
        """Wait for a job's end: a preview is held back until its take is there or lost."""
        for version in (1, 2):
            self.http.get(f"/previews/{job_id}/{version}")
        until(lambda: self.status(job_id)["status"] in ("completed", "failed"))
        return self.status(job_id)

    def playing(self, prompt: str) -> str:
        """Ask for a song, wait until it is being rendered, and return its job id."""
        job_id: str = self.start(prompt)["job_id"]
        until(lambda: self.status(job_id)["status"] != "queued")
        return job_id

    def children(self) -> list[int]:
        """Return the render processes' ids."""
        pid = self.process.pid
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        return [
            int(child)
            for child in children
            if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()
        ]

    def let_go(self) -> None:
        """End the wait of every prompt that says `wait`."""
        (self.folder / "go").touch()


def until(condition: Callable[[], bool]) -> None:
    """Wait for something that is sure to come; give up long after it should have."""
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline, "it never came"
        time.sleep(0.005)


def document_in(line: str) -> Document:
    assert line.startswith("data: ")
    document: Document = json.loads(line.removeprefix("data: "))
    return document


def launch(folder: Path, module: str = CANNED, **settings: str) -> subprocess.Popen[str]:
    """Start a band process without waiting for anything."""
    environment = {
        **os.environ,
        "HOUSEBAND_ADDRESS": "127.0.0.1:0",
        "HOUSEBAND_KEY": KEY,
        "HOUSEBAND_DATA_DIR": str(folder),
        **settings,
    }
    with log_of(folder).open("a") as log:
        return subprocess.Popen(
            [sys.executable, "-m", module, "--child"],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )


def log_of(folder: Path) -> Path:
    return folder.with_suffix(".log")


@contextmanager
def running_band(folder: Path, module: str = CANNED, **settings: str) -> Iterator[RunningBand]:
    """Have a band for as long as the block lasts."""
    with launch(folder, module, **settings) as process:
        assert process.stdout
        url = process.stdout.readline().strip().removeprefix("house band listening on ")
        headers = {"Authorization": f"Bearer {KEY}"}
        try:
            with httpx.Client(base_url=url, headers=headers, timeout=30) as http:
                yield RunningBand(url=url, folder=folder, process=process, http=http)
        finally:
            process.kill()
