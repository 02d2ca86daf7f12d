#!/usr/bin/python3
"""Opens a sealed file of results with age, which asks for the passphrase at a
terminal, and holds what is in it against its manifest.

    unseal.py FILE PASSPHRASE-FILE FOLDER
"""
import hashlib
import json
import os
import pty
import sqlite3
import sys
import tarfile

name, secret, folder = sys.argv[1:]
os.makedirs(folder, exist_ok=True)
packed = os.path.join(folder, "results.tar.gz")
child, terminal = pty.fork()
if child == 0:
    os.execvp("age", ["age", "--decrypt", "--output", packed, name])
asked = b""
while b"passphrase" not in asked:
    asked += os.read(terminal, 1000)
with open(secret, "rb") as f:
    os.write(terminal, f.readline())
try:
    while os.read(terminal, 1000):
        pass
except OSError:  # the terminal closes with the program
    pass
if os.waitpid(child, 0)[1] != 0:
    sys.exit("age does not open %s" % name)
with tarfile.open(packed) as t:
    names = t.getnames()
    assert names == ["manifest.json", "recordwell.db"], names
    t.extractall(folder)
with open(os.path.join(folder, "manifest.json")) as f:
    manifest = json.load(f)
records = os.path.join(folder, "recordwell.db")
with open(records, "rb") as f:
    content = f.read()
assert (len(content), hashlib.sha256(content).hexdigest()) == (manifest["size"], manifest["sha256"]), "the manifest says otherwise"
db = sqlite3.connect("file:%s?mode=ro" % records, uri=True)
sessions = sorted(db.execute("SELECT id, code FROM session"))
assert sessions == sorted((s["id"], s["code"]) for s in manifest["sessions"]), sessions
assert db.execute("SELECT count(*) FROM event").fetchone()[0] == manifest["entries"]
print("age opens the sealed file: %d sessions, %d log entries" % (len(sessions), manifest["entries"]))
