"""How many requests nginx answers with the built site on this machine: `make load`.

On loopback, with two workers and the configuration of `docs/nginx.conf`; 8 seconds for each page.
It prints a column of the table in `docs/hosting.md`.
"""

import re
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

SECONDS: Final = 8
CONNECTIONS: Final = 32
PORT: Final = 18_743
PAGES: Final = ("/", "/tjanster/sjunet/", "/planera/")
_HEAD: Final = """
worker_processes 2; daemon off; pid {folder}/pid; error_log stderr crit;
events {{ worker_connections 1024; }}
http {{
include /etc/nginx/mime.types; access_log off; sendfile on; keepalive_requests 100000;
client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
"""


def configuration(site: Path, folder: Path, written: str) -> str:
    """The repository's own, on loopback without a certificate."""
    server = re.sub(r"^\s*(?:listen|ssl_\w+|server_name)\b.*;$", "", written, flags=re.MULTILINE)
    server = server.replace("root /srv/startklar;", f"root {site.resolve()};")
    server = server.replace("server {", f"server {{ listen 127.0.0.1:{PORT};", 1)
    return f"{_HEAD.format(folder=folder)}{server}\n}}\n"


def main(site: Path) -> int:
    if not (shutil.which("nginx") and shutil.which("wrk")):
        sys.stderr.write("nginx and wrk are needed (Debian: apt-get install nginx-light wrk)\n")
        return 2
    written = Path("docs/nginx.conf").read_text(encoding="utf-8")
    with TemporaryDirectory() as folder:
        file = Path(folder, "nginx.conf")
        file.write_text(configuration(site, Path(folder), written), encoding="utf-8")
        nginx = subprocess.Popen(["nginx", "-c", file])  # noqa: S603, S607 - the machine's own
        try:
            _wait()
            twins = "with twins" if (site / "index.html.gz").exists() else "compressed as it goes"
            sys.stdout.write(f"| requests per second | {twins} |\n|---|---:|\n")
            for page in PAGES:
                sys.stdout.write(f"| `{page}` | {_measured(page)} |\n")
                sys.stdout.flush()
        finally:
            nginx.terminate()
            nginx.wait()
    return 0


def _wait() -> None:
    for _ in range(50):
        try:
            socket.create_connection(("127.0.0.1", PORT), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return


def _measured(page: str) -> str:
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-H", "Accept-Encoding: gzip"]
    command.append(f"http://127.0.0.1:{PORT}{page}")
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    found = re.search(r"Requests/sec:\s*([\d.]+)", done.stdout)
    wrong = re.search(r"Non-2xx.*", done.stdout)
    told = f"{float(found[1]):,.0f}" if found else "?"
    return f"{told} ({wrong[0]})" if wrong else told


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
