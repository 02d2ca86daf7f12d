#!/usr/bin/python3
"""Compare what is stored with what was typed, reading the file as any other
program would.

    check-store.py typed  DATABASE LOG        every answer in the robot's log stands in the store
    check-store.py absent DATABASE MARKER     no table of the journal holds the marker
"""
import json
import sqlite3
import sys


def typed(database, log):
    db = sqlite3.connect("file:%s?mode=ro" % database, uri=True)
    want = {}
    with open(log) as f:
        for row in map(json.loads, f):
            if "question" in row and not row["partial"]:
                want[(row["entity"], row["question"])] = row
    wrong = 0
    for (entity, question), row in sorted(want.items()):
        got = db.execute("SELECT state, coalesce(value, raw) FROM answer_change WHERE entity = ? AND question = ?"
                         " ORDER BY seq DESC LIMIT 1", (entity, question)).fetchone()
        if got is None or got[0] != row["state"] or (row["state"] == "answered" and got[1] != row["value"]):
            wrong += 1
            print("%s: typed %r (%s), stored %r" % (question, row["value"], row["state"], got))
    finished = db.execute("SELECT count(*) FROM submission").fetchone()[0]
    gaps = db.execute("SELECT count(*) FROM (SELECT session, max(seq) - count(*) AS gap FROM event GROUP BY session) WHERE gap <> 0").fetchone()[0]
    print("%d answers compared, %d wrong, %d finished, %d sessions with gaps" % (len(want), wrong, finished, gaps))
    return wrong or not finished or gaps or len(want) < 50


ANSWERS = {"answer_change", "reason", "submission_answer", "submission_reason", "comment"}


def absent(database, marker):
    db = sqlite3.connect("file:%s?mode=ro" % database, uri=True)
    tables = [r[0] for r in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    found, kept = 0, 0
    for t in tables:
        for row in db.execute('SELECT * FROM "%s"' % t):
            hit = any(marker.lower() in (c.decode("utf-8", "replace") if isinstance(c, bytes) else str(c)).lower() for c in row)
            if hit and t in ANSWERS:
                kept += 1
            elif hit:
                found += 1
                print("the marker stands in the table %s" % t)
    print("%d tables read; the marker stands in %d answers and %d other rows" % (len(tables), kept, found))
    return found or not kept


if __name__ == "__main__":
    sys.exit(1 if {"typed": typed, "absent": absent}[sys.argv[1]](*sys.argv[2:4]) else 0)
