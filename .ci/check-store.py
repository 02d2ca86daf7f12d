#!/usr/bin/python3
"""Compare what is stored with what was typed, reading the file as any other
program would.

    check-store.py typed  DATABASE LOG        every answer in the robot's log stands in the store
    check-store.py absent DATABASE MARKER     no table of the journal holds the marker
    check-store.py same   DATABASE DATABASE   both hold the same sessions, with all that is theirs
    check-store.py visit  DATABASE CODE TIMING TASKS WORDS
                                              one person did all there is to do, under a timing
    check-store.py copied DATABASE ANSWERS    Kyle has what copying.py copied and no more, and the
                                              journal knows how many answers and not which
    check-store.py gone   DIRECTORY CODE WORDS LOG
                                              nothing is left of a person but the tombstones of
                                              the receipts in the robot's log; of one who refused
                                              there are none
"""
import json
import os
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


def same(one, other):
    """Rows are counted session by session, as ids of rows are each file's own."""
    def told(database):
        db = sqlite3.connect("file:%s?mode=ro" % database, uri=True)
        return {tuple(row) for row in db.execute(
            "SELECT s.id, s.study, s.code,"
            " (SELECT count(*) FROM event e WHERE e.session = s.n),"
            " (SELECT count(*) FROM case_record c JOIN answer_change a ON a.case_record = c.n WHERE c.session = s.n),"
            " (SELECT count(*) FROM case_record c JOIN submission b ON b.case_record = c.n WHERE c.session = s.n),"
            " (SELECT count(*) FROM case_record c JOIN submission b ON b.case_record = c.n"
            " JOIN submission_answer a ON a.submission = b.n WHERE c.session = s.n)"
            " FROM session s")}
    a, b = told(one), told(other)
    print("%d sessions compared: %s" % (len(a), sorted(a)))
    for row in sorted(a ^ b):
        print("only one of the files has %r" % (row,))
    return a != b or not a or any(0 in row for row in a)


# The numbers of kinds of events, which never change.
KINDS = {"session.started": 1, "task.finished": 5, "break.started": 31, "break.ended": 32, "comment.left": 47}


def visit(database, code, timing, tasks, words):
    db = sqlite3.connect("file:%s?mode=ro" % database, uri=True)

    def one(query, *args):
        return db.execute(query, args).fetchone()[0]

    session = one("SELECT n FROM session WHERE code = ?", code)
    got = {
        "timing": one("SELECT code FROM event WHERE session = ? AND kind = ? ORDER BY seq LIMIT 1", session, KINDS["session.started"]),
        "submissions": one("SELECT count(*) FROM submission s JOIN case_record c ON c.n = s.case_record WHERE c.session = ?", session),
        "sections not completed": one("SELECT count(*) FROM section_mark m JOIN case_record c ON c.n = m.case_record WHERE c.session = ? AND NOT completed", session),
        "ease": one("SELECT count(*) FROM survey WHERE session = ? AND survey = 'seq' AND item = 'ease' AND score = 4", session),
        "statements": one("SELECT count(*) FROM survey WHERE session = ? AND survey = 'sus' AND score = 4", session),
        "words": one("SELECT count(*) FROM survey WHERE session = ? AND text = ?", session, words),
        "comments": one("SELECT count(*) FROM comment WHERE session = ? AND text = ?", session, words),
    }
    for kind, number in KINDS.items():
        got[kind] = one("SELECT count(*) FROM event WHERE session = ? AND kind = ?", session, number)
    n = int(tasks)
    want = {"timing": int(timing), "submissions": n, "sections not completed": 0, "ease": n, "statements": 10, "words": n + 3, "comments": 1,
            "session.started": 1, "break.started": 1, "break.ended": 1, "comment.left": 1, "task.finished": n}
    marked = one("SELECT count(*) FROM section_mark m JOIN case_record c ON c.n = m.case_record WHERE c.session = ?", session)
    print("%s: %d sections marked, %d events" % (code, marked, one("SELECT count(*) FROM event WHERE session = ?", session)))
    for key in want:
        if got[key] != want[key]:
            print("%s: %s is %r, not %r" % (code, key, got[key], want[key]))
    return got != want or not marked


# What Kyle's sister's record has for each section of his.
COPIED = {
    "child_details/background": {"first_language", "interpreter"},
    "child_details/home": {"addresses/address_kind", "addresses/address_line", "addresses/town", "addresses/postcode"},
}
SIBLING_COPIED = 55  # a kind of event, whose number never changes


def copied(database, answers):
    db = sqlite3.connect("file:%s?mode=ro" % database, uri=True)
    with open(answers) as f:
        key = json.load(f)["tasks"][0]["questions"]
    want = {"%s/%s" % (section, name) for section, names in COPIED.items() for name in names}
    got = {q for (q,) in db.execute("SELECT question FROM answer_change WHERE cause = 'copied'")}
    wrong = 0
    if got != want:
        wrong += 1
        print("copied are %s, not %s" % (sorted(got), sorted(want)))
    values = set()
    for question in sorted(got & want):
        values.add(key[question]["given"][0]["value"])
        (value,) = db.execute("SELECT value FROM answer_change WHERE question = ? ORDER BY seq DESC LIMIT 1", (question,)).fetchone()
        if value != key[question]["given"][0]["value"]:
            wrong += 1
            print("%s was copied as %r, and the key says %r" % (question, value, key[question]["given"][0]["value"]))
    rows = db.execute("SELECT p.id, e.count, e.code, coalesce(e.question, e.entity, e.rule, e.setting) FROM event e JOIN name p ON p.n = e.place"
                      " WHERE e.kind = ? ORDER BY e.seq", (SIBLING_COPIED,)).fetchall()
    if rows != [(section, len(names), 0, None) for section, names in COPIED.items()]:
        wrong += 1
        print("the journal says of copying: %s" % rows)
    told = {v for (v,) in db.execute("SELECT id FROM name")} & values
    if told:
        wrong += 1
        print("the names of the journal hold the answers %s" % sorted(told))
    print("%d answers were copied, %d faults" % (len(got), wrong))
    return wrong


def gone(directory, code, words, log):
    receipts = []
    if os.path.exists(log):
        with open(log) as f:
            receipts = [r["receipt"] for r in map(json.loads, f) if "receipt" in r]
    wrong, stones, read = 0, 0, 0
    for folder, _, files in os.walk(directory):
        for name in files:
            path = os.path.join(folder, name)
            with open(path, "rb") as f:
                content = f.read()
            read += 1
            if words.encode() in content:
                wrong += 1
                print("the words are in the bytes of %s" % name)
            if not name.endswith(".db"):
                continue
            db = sqlite3.connect("file:%s?mode=ro" % path, uri=True)
            for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
                for row in db.execute('SELECT * FROM "%s"' % table):
                    text = " ".join(c.decode("utf-8", "replace") if isinstance(c, bytes) else str(c) for c in row)
                    if table == "tombstone":
                        stones += sum(r in text for r in receipts)
                    elif words in text or table != "definition" and code in text or any(r in text for r in receipts):
                        wrong += 1
                        print("the table %s of %s still knows of %s" % (table, name, code))
    print("%s: %d files read, %d traces, %d tombstones of %d receipts" % (code, read, wrong, stones, len(receipts)))
    return wrong or stones < len(receipts) or not read


if __name__ == "__main__":
    checks = {"typed": typed, "absent": absent, "same": same, "visit": visit, "copied": copied, "gone": gone}
    sys.exit(1 if checks[sys.argv[1]](*sys.argv[2:]) else 0)
