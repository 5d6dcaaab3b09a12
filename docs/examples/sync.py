"""Keeps a CRM and Huiyin in step, whichever of the two dies when. Standard library only.

    python3 sync.py crm.db add 100     the CRM opens tickets (yours does this itself)
    python3 sync.py crm.db push        outbox -> Huiyin, for ever
    python3 sync.py crm.db follow      Huiyin -> CRM, for ever
    python3 sync.py crm.db report      what the CRM knows, as JSON

The database stands for the CRM's own. Kill any of it at any moment and start it again.
"""

import json
import sqlite3
import sys
import time
import urllib.error
import urllib.request

from huiyin import KEY, URL, call

SOURCE = "crm-python"
SCHEMA = """
create table if not exists ticket (
  id text primary key, text text not null, feedback_id text unique, reference text, stage text,
  visit integer not null default 0, refused text);
create table if not exists outbox (seq integer primary key autoincrement, ticket_id text not null);
create table if not exists position (one integer primary key check (one = 1), cursor text not null);
insert or ignore into position values (1, '0-0');
"""


def add(db, count):
    """The CRM's side: a ticket and its line in the outbox are one transaction, so there is never one without the other."""
    for number in range(1, count + 1):
        with db:
            db.execute("insert into ticket (id, text) values (?, ?)", (f"T-{number}", f"第 {number} 位客户：宽带晚上断网"))
            db.execute("insert into outbox (ticket_id) values (?)", (f"T-{number}",))


def push(db):
    """Sends what waits in the outbox, the oldest first.

    Killed after Huiyin has answered and before the commit, the same rows are sent again; Huiyin knows them by source
    and externalId and answers `duplicate` with the same id.
    """
    query = "select seq, id, text from outbox join ticket on id = ticket_id order by seq limit 50"
    while rows := db.execute(query).fetchall():
        items = [{"source": SOURCE, "externalId": id, "text": text, "channel": "crm"} for _, id, text in rows]
        results = call("POST", "/api/v1/feedback/batch", {"items": items})["results"]
        with db:
            for (seq, id, _), result in zip(rows, results):
                if result["status"] == "rejected":  # It would be refused again: a person has to look.
                    db.execute("update ticket set refused = ? where id = ?", (json.dumps(result["error"]), id))
                else:
                    known = (result["id"], result["reference"], id)
                    db.execute("update ticket set feedback_id = ?, reference = ? where id = ?", known)
                db.execute("delete from outbox where seq = ?", (seq,))
        print("pushed", len(rows), "of them known:", sum(r["status"] == "duplicate" for r in results), flush=True)


def follow(db):
    """Writes down every move of our tickets. The place in the feed is kept in the same transaction as the move."""
    (cursor,) = db.execute("select cursor from position").fetchone()
    headers = {"Authorization": f"Bearer {KEY}", "Accept": "text/event-stream", "Last-Event-ID": cursor}
    request = urllib.request.Request(f"{URL}/api/v1/loop/events", headers=headers)
    with urllib.request.urlopen(request, timeout=60) as stream:  # A heartbeat comes every 15 s.
        for line in stream:
            if line.startswith(b"data:") and line[5:].strip():
                write_down(db, json.loads(line[5:]))


def write_down(db, event):
    ticket = ticket_of(db, event["feedbackId"]) if event["name"].startswith("feedback.") else None
    with db:
        if ticket:  # `seq` only grows, so that an event told twice changes nothing.
            move = (event["next"], event["seq"], ticket, event["seq"])
            db.execute("update ticket set stage = ?, visit = ? where id = ? and visit < ?", move)
        db.execute("update position set cursor = ?", (event["cursor"],))


def ticket_of(db, feedback_id):
    row = db.execute("select id from ticket where feedback_id = ?", (feedback_id,)).fetchone()
    if row:
        return row[0]
    # Not ours, or ours and the answer to the push is not written down yet.
    item = call("GET", f"/api/v1/feedback/{feedback_id}")
    return item["externalId"] if item["source"] == SOURCE else None


def report(db):
    columns = ("id", "feedbackId", "reference", "stage", "refused")
    rows = db.execute("select id, feedback_id, reference, stage, refused from ticket order by rowid")
    print(json.dumps([dict(zip(columns, row)) for row in rows]))


def for_ever(work, db):
    while True:
        try:
            work(db)
        except (OSError, urllib.error.URLError, RuntimeError) as error:
            print("again in a second:", error, file=sys.stderr, flush=True)
        time.sleep(1)


if __name__ == "__main__":
    database = sqlite3.connect(sys.argv[1], timeout=60)
    database.executescript(SCHEMA)
    command = sys.argv[2]
    if command == "add":
        add(database, int(sys.argv[3]))
    elif command == "report":
        report(database)
    else:
        for_ever({"push": push, "follow": follow}[command], database)
