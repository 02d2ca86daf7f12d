#!/usr/bin/python3
"""A record of all eleven forms, to see how much memory it takes.

    whole.py study DATA    puts a study with one such record into a data folder
    whole.py open          takes part in it in the running window, and opens every section

Run it inside session; for "open", with the program started on that folder.
"""
import argparse
import os
import re
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import client  # noqa: E402
from robot import Robot, keys  # noqa: E402

CODE = "K7M4QX"


def shipped(name):
    with open(os.path.join("assets", name)) as f:
        return f.read()


def study(data):
    everyday = shipped("studies/casework-2025.yaml")
    forms = re.findall(r"\{form: (\w+),", everyday)
    whole = everyday.replace("study: casework-2025", "study: whole", 1)
    whole = re.sub(r"scenarios: \[.*?\]", "scenarios: [whole]", whole, flags=re.S)
    whole = re.sub(r"codes: \[.*?\]", "codes: [%s]" % CODE, whole, flags=re.S)
    story = shipped("scenarios/carvalho.yaml").replace("scenario: carvalho", "scenario: whole").replace("task: record", "task: whole")
    story = story.replace("forms: [contact_referral, child_details, family]", "forms: [%s]" % ", ".join(forms))
    for name, text in {"studies/whole.yaml": whole, "scenarios/whole.yaml": story}.items():
        path = os.path.join(data, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as f:
            f.write(text)


class Whole(Robot):
    def __init__(self):
        self.args = argparse.Namespace(code=CODE, shots=None)
        self.book = {"codes": [CODE], "tasks": [None]}
        self.app = client.program("Recordwell")
        self.order, self.shots = {}, 0

    def rows(self):
        return [t for t in self.window().all() if t.role() == "list item" and self.id(t).startswith("record/sections/")]

    def open(self):
        self.begin()
        self.consent()
        self.tasks()
        ids = [self.id(t) for t in client.wait(self.rows, "there is no list of sections")]
        for one in ids:  # waited for: rows go away while they are read
            client.wait(lambda: [t.press() or True for t in self.rows() if self.id(t) == one], "the section %s cannot be opened" % one)
            time.sleep(0.2)
        forms = {one.split("/")[2] for one in ids} - {"check"}
        print("%d sections of %d forms were opened" % (len(ids), len(forms)))
        if len(forms) != 11:
            raise client.Missing("not every form is there")


if __name__ == "__main__":
    if sys.argv[1:2] == ["study"]:
        study(sys.argv[2])
    else:
        client.run(lambda: Whole().open())
