#!/usr/bin/python3
"""Enter a whole story in the real window with real key presses, and fall into each
of its traps.

    story.py --answers FILE --log FILE --store DATABASE --found FILE --empty EMPTY --code CODE [--shots DIR]

Gives every right answer of every task but EMPTY, which is finished with nothing in
it. Before a task is finished it falls into one
trap after the other: the store must then know of just what the trap is said to
raise, the page must tell of it, and nothing of it may be left once the right answer
stands there again. What stands under "National rules" as the task is finished is
written to FOUND, with the rules that run, as a line of JSON a task. Run it inside
session, with the program started.
"""
import argparse
import json
import os
import re
import sqlite3
import sys
import time
import uuid

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import client  # noqa: E402
from robot import Robot, keys, type_words  # noqa: E402

DETECTED, RESOLVED = 14, 15  # kinds of events, whose numbers never change


class Teller(Robot):
    def whole(self):
        for n in range(len(self.book["tasks"])):
            self.open(n)
            if self.sheet["task"] == self.args.empty:
                self.go("check")
                self.note_rules()
                self.tab_to(lambda t: self.id(t) == "record/finish", 200)
                keys("Return")
                client.wait(lambda: not self.title().startswith("Check your answers"), lambda: "the empty record did not finish: %r" % self.title())
                self.questionnaires()
                continue
            self.record()
            if self.standing():
                raise client.Missing("right answers raise %s" % self.standing())
            for trap in self.sheet["traps"]:
                self.trap(trap)
            self.go("check")
            self.note_rules()
            self.finish()

    def open(self, n):
        """Opens the n-th task of the book from the list of all tasks."""
        self.sheet, self.order = self.book["tasks"][n], {}
        self.wait_title("Your tasks")
        self.tab_to(lambda t: self.id(t) == "tasks/%d/act" % self.sheet["number"], 90)
        keys("Return")
        client.wait(lambda: not self.title().startswith("Your tasks"), "the task did not open")

    # What the store knows.

    def standing(self, expected=None, patience=6):
        """What is found now, as question, entity and rule, from the journal; it waits
        for what is expected, and else until everything is on the disk."""
        time.sleep(1.2)
        until = time.monotonic() + patience
        while True:
            found = self.found()
            if expected is None or found == expected or time.monotonic() > until:
                return found
            time.sleep(0.2)

    def found(self):
        db = sqlite3.connect("file:%s?mode=ro" % self.args.store, uri=True)
        try:
            rows = db.execute("SELECT e.kind, q.id, e.entity, r.id FROM event e JOIN name q ON q.n = e.question JOIN name r ON r.n = e.rule"
                              " JOIN name t ON t.n = e.task WHERE e.kind IN (?, ?) AND t.id = ? ORDER BY e.seq", (DETECTED, RESOLVED, self.sheet["task"])).fetchall()
        finally:
            db.close()
        now = set()
        for kind, question, entity, rule in rows:
            at = (question, str(uuid.UUID(bytes=entity)), rule)
            if kind == DETECTED:
                now.add(at)
            else:
                now.discard(at)
        return now

    # Going somewhere.

    def answer(self, question, entity, t):
        """As anybody, and looks at a box afterwards: on a busy machine a key may get
        lost on its way to the window, and is no fault of the form's."""
        kind, g = self.given(question, entity)
        super().answer(question, entity, t)
        if kind != "text" or "keys" not in g:
            return
        for _ in range(2):
            try:
                client.wait(lambda: self.focus().text() == g["keys"], "", 3)
                return
            except client.Missing:
                print("typed once more: %s" % question)
                keys("ctrl+a")
                type_words(g["keys"])
        client.wait(lambda: self.focus().text() == g["keys"], lambda: "the box of %s holds %r, not %r" % (question, self.focus().text(), g["keys"]), 3)

    def go(self, section):
        """Opens a section from the list of sections."""
        for _ in range(8):
            before = self.id(self.focus())
            if before.startswith("record/sections/"):
                break
            keys("Tab" if before == "record/timeline" else "F6")  # the link above the list is the first of its part
            self.moved(before)
        else:
            raise client.Missing("F6 did not come to the list of sections; the focus is on %r" % self.id(self.focus()))
        rows = [self.id(c) for c in client.Thing(self.focus().accessible.parent).children()]
        goal, at = "record/sections/" + section, self.id(self.focus())
        if goal not in rows:
            raise client.Missing("%s is not among the sections %s" % (section, rows))
        steps = rows.index(goal) - rows.index(at)
        if steps:
            keys(*["Down" if steps > 0 else "Up"] * abs(steps))
        client.wait(lambda: self.id(self.focus()) == goal, lambda: "the list stands at %r, not at %s" % (self.id(self.focus()), section))
        keys("Return")
        client.wait(lambda: self.id(self.focus()).endswith("/title"), lambda: "%s did not open: the focus is on %r" % (section, self.id(self.focus())))

    def at(self, cell):
        """Opens the page of a question and puts the focus on it. Returns the entity."""
        question, kind = cell["question"], self.sheet["questions"][cell["question"]]["entity"]
        self.go("/".join(question.split("/")[:2]))
        if kind in self.sheet["items"]:
            entity = self.order[kind][cell["n"]]
            self.tab_to(lambda t: self.id(t).endswith("/%s/change" % entity))
            keys("Return")
            client.wait(lambda: self.id(self.focus()).endswith("/title"), "the item did not open")
        t = self.tab_to(lambda t: self.id(t).startswith(question + "@") and self.parse(self.id(t))[2].startswith("/field"))
        return self.parse(self.id(t))[1]

    # Traps.

    def trap(self, trap):
        before = self.found()
        at = None
        for cell in trap["wrong"]:
            entity = self.at(cell)
            if cell["question"] == trap["question"]:
                at = entity
            self.put(cell, entity)
            told = self.save()
        at = at or self.order_of(trap)
        expected = before | ({(trap["question"], at, trap["rule"])} if trap["rule"] else set())
        got = self.standing(expected)
        if got != expected:
            raise client.Missing("%s: raises %s, not %s" % (trap["why"], got - before, expected - before))
        if told != bool(trap["rule"]):
            raise client.Missing("%s: the page %s" % (trap["why"], "says something" if told else "says nothing"))
        self.shot("trap")
        for cell in trap["right"]:
            self.put(cell, self.at(cell))
            told = self.save()
        if told or self.standing(before) != before:
            raise client.Missing("%s: put right, %s is still there" % (trap["why"], self.found() - before))
        print("%s finds %s" % (trap["question"], trap["rule"].replace(trap["question"], "") or "nothing, as no rule can"))

    def order_of(self, trap):
        return self.order[self.sheet["questions"][trap["question"]]["entity"]][trap["n"]]

    def put(self, cell, entity):
        """Puts one answer in place of another."""
        given, q = cell["given"], self.sheet["questions"][cell["question"]]
        if q["kind"] == "ticks":
            self.retick(cell["question"], given["choose"])
        elif given.get("blank") or q["kind"] in ("date", "combo"):
            self.clear(cell["question"], q["kind"])
        if given.get("blank"):
            return
        if q["kind"] != "ticks":
            held, q["given"] = q["given"], {}
            q["given"] = _Same(given)
            try:
                self.answer(cell["question"], entity, self.focus())
            finally:
                q["given"] = held
        else:
            self.note(cell["question"], entity, given)

    def clear(self, question, kind):
        """Empties a box, or the three of a date, and comes back to the first."""
        first = self.id(self.focus())
        boxes = 3 if kind == "date" else 1
        for n in range(boxes):
            keys("ctrl+a", "BackSpace")
            if n < boxes - 1:
                before = self.id(self.focus())
                keys("Tab")
                self.moved(before)
        for _ in range(boxes - 1):
            before = self.id(self.focus())
            keys("shift+Tab")
            self.moved(before)
        if self.id(self.focus()) != first:
            raise client.Missing("the focus did not come back to %s" % first)

    def retick(self, question, words):
        """Ticks these boxes and no others."""
        for _ in range(40):
            t = self.focus()
            if not self.id(t).startswith(question + "@"):
                return
            if t.role() == "check box" and ("checked" in t.states()) != (t.name() in words):
                keys("space")
            before = self.id(t)
            keys("Tab")
            self.moved(before)

    def save(self):
        """Saves the page. Returns whether it says that something is wrong or odd."""
        before = (self.title(), self.id(self.focus()))
        keys("ctrl+Return")
        client.wait(lambda: (self.title(), self.id(self.focus())) != before, lambda: "stayed on %r" % self.title())
        return self.id(self.focus()).endswith("/summary")

    def note_rules(self):
        """Writes down what stands under National rules."""
        client.wait(lambda: self.title().startswith("Check your answers"), lambda: "the window is %r" % self.title())
        found = []
        for t in self.window().all():
            name = self.id(t)
            if re.match(r"rules/(finding-\d+/code|notreached-\d+|later-\d+)$", name):
                code = re.search(r"(?:Rule|Check) (\S+)$", t.name() + "\n" + t.description(), re.M)
                found.append(code.group(1))
        with open(self.args.found, "a") as f:
            f.write(json.dumps({"task": self.sheet["task"], "found": sorted(found), "rules": self.sheet["rules"]}) + "\n")


class _Same:
    """The same answer, whichever of its kind it is about."""

    def __init__(self, given):
        self.given = given

    def __len__(self):
        return sys.maxsize

    def __getitem__(self, n):
        return self.given


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("answers", "log", "store", "found", "empty", "code"):
        p.add_argument("--" + name, required=True)
    p.add_argument("--shots")
    p.set_defaults(extra=None, stop_in=None, resume=False, markers=None, words=None)
    t = Teller(p.parse_args())
    t.begin()
    t.consent()
    t.whole()


if __name__ == "__main__":
    client.run(main)
