#!/usr/bin/python3
"""Hold the exports of somebody who entered a story by keys against what the form
showed.

    check-files.py DIRECTORY EMPTY

The directory is one of .ci/e2e-stories: found.log has a line for each task, files the
exports. Every answer must be right, but in the task EMPTY, which was finished with
nothing in it. A check of the files of returns must find just what stood under "National
rules", by the rules that ran there.
"""
import csv
import json
import os
import subprocess
import sys

FILES = {"cin": "cin.xml", "ssda903": "ssda903"}


def answers(out, empty):
    """Counts what is wrong with the answers."""
    results = {}
    with open(os.path.join(out, "files", "answers.csv"), newline="") as f:
        for row in csv.DictReader(f):
            if row["task"] != empty and row["key_result"]:
                results[row["key_result"]] = results.get(row["key_result"], 0) + 1
    right = results.pop("correct", 0)
    print("%d answers are right, of the others %s" % (right, results or "there are none"))
    return sum(results.values()) + (right < 20)


def children(out, name):
    """The number of each task's child in the files of a return; none without one."""
    with open(os.path.join(out, "files", name + "-cases.csv"), newline="") as f:
        return {row["task"]: row["child"] for row in csv.DictReader(f)}


def found(out, name):
    """What a check of the files of a return finds: the child's number and the code. A
    finding has a line for each of its places."""
    path = os.path.join(out, "files", FILES[name])
    if not os.path.exists(path):
        return []
    year = ["--year", "2025-26"] if name == "ssda903" else []
    done = subprocess.run(["build/recordwellctl", "validate", "--return", name, "--format", "json", *year, path], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    if done.returncode > 1:
        sys.exit("the files of %s could not be checked" % name)
    findings = {}
    for line in map(json.loads, done.stdout.decode().splitlines()):
        findings.setdefault((line["rule"], line["group"]), line["child"])
    return [(child, rule) for (rule, _), child in findings.items()]


def main():
    out, empty = sys.argv[1:]
    wrong, told = answers(out, empty), 0
    with open(os.path.join(out, "found.log")) as f:
        tasks = [json.loads(line) for line in f]
    for name in FILES:
        numbers, all_found = children(out, name), found(out, name)
        for child in sorted(set(numbers.values())):
            about = [t for t in tasks if numbers.get(t["task"]) == child]
            rules = {r for t in about for r in t["rules"].get(name, [])}
            shown = sorted(c for t in about for c in t["found"] if c in rules)
            files = sorted(c for number, c in all_found if number == child and c in rules)
            told += len(shown)
            if shown != files:
                wrong += 1
                print("%s: the form showed %s, the files of %s have %s" % ([t["task"] for t in about], shown, name, files))
    print("%d findings of returns were shown, and stand in the files" % told)
    return wrong or not told


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
