"""A stand-in for the services of the United Nations on loopback, with TLS, that can misbehave.

What it does is told by a table from the path of a request to a list of answers, of which each request
takes the next and the last one stays. Every request is written down, with the times at which it began and
ended.
"""

import dataclasses
import http.server
import ssl
import subprocess
import threading
import time


@dataclasses.dataclass
class Answer:
    status: int = 200
    body: bytes = b""
    headers: dict = dataclasses.field(default_factory=dict)
    kind: str = "application/octet-stream"
    manner: str = "whole"  # or cut, slow, endless
    delay: float = 0.0


@dataclasses.dataclass
class Request:
    path: str
    agent: str
    began: float
    ended: float = 0.0


def certificate(folder, name, host):
    """A self-signed certificate for a host, and its key; both are made here and trusted nowhere else."""
    chain, key = folder / f"{name}.pem", folder / f"{name}.key"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    command += ["-subj", f"/CN={host}", "-addext", f"subjectAltName=DNS:{host}"]
    subprocess.run(command + ["-keyout", key, "-out", chain], check=True, capture_output=True)
    return chain, key


class StandIn:
    def __init__(self, chain, key):
        self.answers = {}  # path: [Answer]
        self.requests = []
        self.closing = threading.Event()
        owner = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                owner.serve(self)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(chain, key)
        # The handshake happens in the thread of the connection, where a client that refuses is no matter.
        self.server.socket = context.wrap_socket(
            self.server.socket, server_side=True, do_handshake_on_connect=False
        )
        self.server.handle_error = lambda *_: None
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def address(self, path, host="localhost"):
        return f"https://{host}:{self.port}{path}"

    def close(self):
        self.closing.set()
        self.server.shutdown()
        self.server.server_close()

    def paths(self):
        return [request.path for request in self.requests]

    def serve(self, handler):
        request = Request(handler.path, handler.headers.get("User-Agent", ""), time.monotonic())
        self.requests.append(request)
        queue = self.answers.get(handler.path, [Answer(404, b"no such path")])
        answer = queue.pop(0) if len(queue) > 1 else queue[0]
        time.sleep(answer.delay)
        try:
            self.send(handler, answer)
        except OSError:
            handler.close_connection = True  # the client went away
        request.ended = time.monotonic()

    def send(self, handler, answer):
        handler.send_response(answer.status)
        handler.send_header("Content-Type", answer.kind)
        for name, value in answer.headers.items():
            handler.send_header(name, value)
        if answer.manner == "endless":
            handler.send_header("Transfer-Encoding", "chunked")
        else:
            handler.send_header("Content-Length", str(len(answer.body)))
        handler.end_headers()
        if answer.manner == "whole":
            handler.wfile.write(answer.body)
        elif answer.manner == "cut":
            handler.wfile.write(answer.body[: len(answer.body) // 2])
            handler.close_connection = True
        elif answer.manner == "slow":
            for byte in answer.body:
                if self.closing.wait(0.3):
                    return
                handler.wfile.write(bytes([byte]))
        elif answer.manner == "endless":
            while not self.closing.is_set():
                handler.wfile.write(b"1000\r\n" + bytes(4096) + b"\r\n")
