"""A stand-in for Soundverse that knows when each event left. It runs in a process of its own."""

import json
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from multiprocessing.connection import Connection

__all__ = ["play"]

EVENTS = 100
"""Numbers one song reports, each higher than the last."""
APART_SECONDS = 0.02


def play(pipe: Connection) -> None:
    """Serve v6 songs until stopped. Sends the port, and after each song its events' times in nanoseconds."""

    class Song(_Song):
        times_to = pipe

    with HTTPServer(("127.0.0.1", 0), Song) as server:
        pipe.send(server.server_port)
        server.serve_forever()


class _Song(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # as every server that streams
    times_to: Connection

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        self._send({"message_id": "one", "status": "validated", "song_name": "Rain"})
        self.times_to.send([self._report(percent) for percent in range(1, EVENTS + 1)])
        self._send({"message_id": "one", "status": "failed", "isComplete": True})
        self.wfile.write(b"0\r\n\r\n")

    def _report(self, percent: int) -> int:
        time.sleep(APART_SECONDS)
        return self._send({"message_id": "one", "status": "running", "progress": percent})

    def _send(self, chunk: dict[str, object]) -> int:
        """Write one event at once; the time before it left."""
        event = f"data: {json.dumps(chunk)}\n\n".encode()
        framed = b"%x\r\n%b\r\n" % (len(event), event)
        now = time.monotonic_ns()
        self.wfile.write(framed)
        return now

    def log_message(self, *_: object) -> None:
        pass
