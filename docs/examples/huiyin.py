"""How Huiyin is asked with nothing but Python's standard library. Copy it."""

import json
import os
import random
import time
import urllib.error
import urllib.request

URL = os.environ["HUIYIN_URL"]
KEY = os.environ["HUIYIN_KEY"]


def call(method, path, body=None, *, data=None, content_type="application/json", headers=None, tries=8):
    """Sends one request and gives the JSON of its answer.

    Tries again when Huiyin is busy or not there, so use it for what is as good twice as once: reading, and pieces
    with `source` and `externalId`. Whatever else is wrong is a RuntimeError with the problem as Huiyin tells it.
    """
    if body is not None:
        data = json.dumps(body, ensure_ascii=False).encode()
    headers = {"Authorization": f"Bearer {KEY}", "Content-Type": content_type, **(headers or {})}
    for attempt in range(tries):
        try:
            request = urllib.request.Request(URL + path, data, headers, method=method)
            with urllib.request.urlopen(request, timeout=60) as answer:
                text = answer.read()
                return json.loads(text) if text else None
        except urllib.error.HTTPError as error:
            if error.code not in (429, 502, 503, 504) or attempt == tries - 1:
                raise RuntimeError(f"{error.code} {error.read().decode()}") from error
            wait = float(error.headers.get("Retry-After") or min(30, 2**attempt))
        except OSError:
            if attempt == tries - 1:
                raise
            wait = min(30, 2**attempt)
        time.sleep(wait * (0.5 + random.random() / 2) if wait > 0 else 0.1)
