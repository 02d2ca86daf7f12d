#!/usr/bin/python3
"""Fill in a trial record in the real window with real key presses.

    robot.py --answers FILE --log FILE [--shots DIR] [--code CODE] [--extra JSON] [--stop-in QUESTION] [--resume] [--words WORDS]

What has the focus is read from the accessibility tree, as a person hears it
from a screen reader; everything that is done is done by keys. Each answer that
is given is written to the log as a line of JSON. --stop-in leaves in the middle
of typing the answer to a question (exit status 75), so that the program can be
killed there; --resume goes on from where the program opens.

Run it inside session, with the program started.
"""
import argparse
import json
import os
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import client  # noqa: E402
import pyatspi  # noqa: E402

REASON = "She started at her first English school 3 weeks ago"
FIELDS = {"entry", "radio button", "check box", "combo box", "text"}


def keys(*names):
    subprocess.run(["xdotool", "key", "--clearmodifiers", "--delay", "12", *names], check=True)


def type_words(words):
    """Types words as a person does; a line break is Enter."""
    for n, line in enumerate(words.split("\n")):
        if n:
            keys("Return")
        if line:
            subprocess.run(["xdotool", "type", "--clearmodifiers", "--delay", "12", "--", line], check=True)


class Robot:
    def __init__(self, args):
        self.args = args
        with open(args.answers) as f:
            self.book = json.load(f)
        self.sheet = self.book["tasks"][0]
        if args.extra:
            self.extra()
        self.app = client.program("Recordwell")
        self.order = {}  # entity -> which of its kind it is
        self.shots = 0
        self.log = open(args.log, "a")

    def extra(self):
        """Words that stand for an answer, by question: markers to search for."""
        for name, words in json.loads(self.args.extra).items():
            for g in self.sheet["questions"][name]["given"]:
                g.clear()
                g.update(keys=words, value=words, state="answered")

    # What is on the screen.

    def window(self):
        return self.app.children()[0]

    def focus(self, patience=8):
        """The thing that has the focus."""
        def look():
            stack = [self.window()]
            while stack:
                t = stack.pop()
                s = t.accessible.getState()
                if s.contains(pyatspi.STATE_FOCUSED) and t.accessible.childCount == 0 or s.contains(pyatspi.STATE_FOCUSED):
                    inner = [c for c in t.children() if "focused" in c.states()]
                    return inner[0] if inner else t
                stack.extend(reversed(t.children()))
        return client.wait(look, "nothing has the focus", patience)

    def id(self, thing):
        return thing.accessible.get_accessible_id() or thing.attributes().get("id", "")

    def moved(self, before, patience=3):
        """The focus, once it is elsewhere than before."""
        until = time.monotonic() + patience
        while True:
            now = self.focus()
            if self.id(now) != before or time.monotonic() > until:
                return now
            time.sleep(0.03)

    def title(self):
        return self.window().name()

    def shot(self, name):
        if not self.args.shots:
            return
        self.shots += 1
        path = os.path.join(self.args.shots, "%02d-%s.png" % (self.shots, name))
        subprocess.run(["import", "-window", "root", path], check=True)

    def wait_title(self, words):
        client.wait(lambda: words in self.title(), lambda: "the window is %r, not %r" % (self.title(), words))

    def tab_to(self, want, most=60):
        """Tab until the focus is on what is wanted."""
        for _ in range(most):
            t = self.focus()
            if want(t):
                return t
            before = self.id(t)
            keys("Tab")
            self.moved(before)
        raise client.Missing("Tab did not come to it; the focus is on %r in %r" % (self.focus(), self.title()))

    # What is done.

    def begin(self):
        self.wait_title("Recordwell")
        code = self.args.code or self.book["codes"][0]
        self.tab_to(lambda t: self.id(t).startswith("start/code"))
        type_words(code)
        self.shot("start")
        keys("Return")
        keys("ctrl+Return")

    def consent(self):
        """Ticks every box of the consent page and agrees."""
        client.wait(lambda: self.id(self.focus()) == "consent/title", "the consent page did not open")
        self.shot("consent")
        for _ in range(20):
            before = self.id(self.focus())
            keys("Tab")
            t = self.moved(before)
            if self.id(t) == "consent/agree":
                break
            if t.role() == "check box":
                keys("space")
        keys("Return")

    def tasks(self, n=0):
        """Opens the n-th task, which is the first that is not done."""
        self.sheet, self.order = self.book["tasks"][n], {}
        self.wait_title("Your tasks")
        self.shot("tasks")
        keys("ctrl+Return")
        client.wait(lambda: not self.title().startswith("Your tasks"), "the task did not open")

    def resumed(self):
        """After a kill: the same page, the same field, and what was typed."""
        with open(self.args.log) as f:
            last = [r for r in map(json.loads, f) if r.get("partial")][-1]
        client.wait(lambda: self.id(self.focus()).startswith(last["question"] + "@"),
                    lambda: "went on at %r in %r, not at %s" % (self.id(self.focus()), self.title(), last["question"]))
        held = self.focus().text()
        if not held.startswith(last["keys"]):
            raise client.Missing("the box holds %r; %r was typed a second before the kill" % (held, last["keys"]))
        self.shot("resumed")

    def marks(self):
        """Types a marker into every kind of box of every section."""
        kinds = set()
        for n in range(1, 10):
            before = self.title()
            if n > 1:
                keys("ctrl+%d" % n)
                client.wait(lambda: self.title() != before, "section %d did not open" % n)
            client.wait(lambda: self.id(self.focus()).endswith("/title"), "no title has the focus")
            for _ in range(80):
                t = self.focus()
                name = self.id(t)
                if name.startswith(("record/", "story/")):
                    break
                question, entity, part = self.parse(name)
                if question and t.role() in ("entry", "text", "combo box") and "Text" in t.interfaces():
                    kind = self.sheet["questions"][question]["kind"]
                    kinds.add(kind)
                    type_words(self.args.markers + kind)
                keys("Tab")
                self.moved(name)
        print("typed the marker into: %s" % ", ".join(sorted(kinds)))
        if kinds < {"text", "date", "combo"}:
            raise client.Missing("some kinds of boxes got no marker: %s" % kinds)
        keys("ctrl+Return")
        time.sleep(1.5)

    def record(self):
        """Goes through the pages until the record is finished."""
        for _ in range(120):
            client.wait(lambda: self.args.resume or self.id(self.focus()).endswith("/title"),  # a resumed page begins at its field
                        lambda: "a new page does not begin at its title: the focus is on %r in %r" % (self.focus(), self.title()))
            title = self.title()
            if title.startswith("Check your answers"):
                return
            self.page()
            self.args.resume = False
            before = (title, self.id(self.focus()))
            self.shot("page-%s" % title.split(" - ")[0].replace("/", " ")[:40].replace(" ", "-").lower())
            keys("ctrl+Return")
            client.wait(lambda: (self.title(), self.id(self.focus())) != before, lambda: "stayed on %r" % self.title())
            if self.title().startswith("Error: "):
                raise client.Missing("a right answer was called wrong: %s" % [t.name() for t in self.window().all() if "Error" in t.name() or t.role() == "link"])
            if self.id(self.focus()).endswith("/summary"):
                self.explain()
        raise client.Missing("the record has no end")

    def explain(self):
        """Gives the reason for what is to be checked, and goes on."""
        self.shot("check-this")
        title = self.title()
        while self.title() == title:
            before = self.id(self.focus())
            keys("F4")
            t = self.moved(before)
            if self.id(t).endswith("/summary") or t.role() not in FIELDS:
                break
            keys("ctrl+a")
            type_words(self.sheet.get("reason", REASON))
            self.log.write(json.dumps({"reason": self.sheet.get("reason", REASON), "at": self.id(t)}) + "\n")
            self.shot("explained")
            keys("ctrl+Return")
            client.wait(lambda: self.title() != title or self.id(self.focus()).endswith("/summary"), lambda: "stayed on %r" % title)

    def page(self):
        """Answers every question of a page, from the top."""
        done = set()
        for _ in range(150):
            t = self.focus()
            name = self.id(t)
            if os.environ.get("ROBOT_TRACE"):
                print("at", name, repr(t.name()), file=sys.stderr)
            if name.endswith("/bottom") or name in ("record/back", "record/continue", "record/finish"):
                return
            if name.startswith("page/") and "/more" in name and "/more" not in done:
                done.add("/more")
                if self.more(t, name):
                    return
            if name.startswith("page/") and "/mark" in name:
                self.mark()
                return
            question, entity, part = self.parse(name)
            if question and question not in done and part.startswith("/field"):
                done.add(question)
                self.answer(question, entity, t)
            before = self.id(self.focus())
            keys("Tab")
            self.moved(before)
        raise client.Missing("the page has no end: the focus is on %r" % self.focus())

    def parse(self, name):
        """A control's id as question, entity and what part of it."""
        if "@" not in name or name.startswith(("page/", "summary/", "check/")):
            return None, None, None
        question, _, rest = name.partition("@")
        entity, slash, part = rest.partition("/")
        if question not in self.sheet["questions"]:
            return None, None, None
        return question, entity, slash + part

    def given(self, question, entity):
        q = self.sheet["questions"][question]
        kind = q["entity"]
        order = self.order.setdefault(kind, [])
        if entity not in order:
            order.append(entity)
        n = order.index(entity)
        return q["kind"], q["given"][n] if n < len(q["given"]) else {"blank": True}

    def answer(self, question, entity, t):
        kind, g = self.given(question, entity)
        if self.args.stop_in == question and "keys" in g:
            half = len(g["keys"]) // 2
            type_words(g["keys"][:half])
            self.note(question, entity, dict(g, keys=g["keys"][:half]), partial=True)
            time.sleep(1.2)  # what was typed up to here must survive
            type_words(g["keys"][half:half + 4])
            sys.exit(75)
        if g.get("blank"):
            return
        if g.get("escape"):
            self.escape(question, kind, g["escape"])
        elif kind == "date":
            for i, box in enumerate(g["date"]):
                type_words(box)
                if i < 2:
                    before = self.id(self.focus())
                    keys("Tab")
                    self.moved(before)
        elif kind == "radio":
            self.choose(g["choose"][0])
        elif kind == "ticks":
            self.tick(question, g["choose"])
        elif kind == "combo":
            self.search(g["choose"][0])
        else:
            keys("ctrl+a")
            type_words(g["keys"])
        self.note(question, entity, g)

    def note(self, question, entity, g, partial=False):
        row = {"question": question, "entity": entity, "value": g.get("value", ""), "state": g.get("state", "answered"), "keys": g.get("keys", ""), "partial": partial}
        self.log.write(json.dumps(row) + "\n")
        self.log.flush()

    def choose(self, words):
        """Moves to a choice by arrows and takes it."""
        for _ in range(40):
            if self.focus().name() == words:
                keys("space")
                return
            before = self.focus().name()
            keys("Down")
            client.wait(lambda: self.focus().name() != before, "an arrow did not move from %r towards %r" % (before, words), 3)
        raise client.Missing("there is no choice %r" % words)

    def tick(self, question, words):
        left = list(words)
        for _ in range(40):
            t = self.focus()
            if not self.id(t).startswith(question):
                break
            if t.name() in left:
                keys("space")
                left.remove(t.name())
                if not left:
                    return
            before = self.id(t)
            keys("Tab")
            self.moved(before)
        raise client.Missing("there are no boxes %r" % left)

    def search(self, words):
        type_words(words)
        box = self.focus()
        # The list of fewer letters has other rows.
        client.wait(lambda: box.text() == words, lambda: "the box holds %r, not %r" % (box.text(), words), 8)
        client.wait(lambda: "expanded" in box.states(), "no list opened for %r" % words, 4)
        rows = client.wait(lambda: [c.name() for t in self.window().all() if t.role() == "list box" for c in t.children()],
                           "the list for %r is empty" % words)
        if words not in rows:
            raise client.Missing("%r is not among %s" % (words, rows))
        if rows.index(words):
            keys(*["Down"] * rows.index(words))
        keys("Return")
        client.wait(lambda: self.focus().text() == words, lambda: "the list gave %r, not %r" % (self.focus().text(), words), 4)

    def escape(self, question, kind, words):
        if kind == "radio":
            self.choose(words)
            return
        for _ in range(6):
            before = self.id(self.focus())
            keys("Tab")
            t = self.moved(before)
            if t.name() == words:
                keys("space")
                return
        raise client.Missing("there is no %r at %s" % (words, question))

    def mark(self):
        """Says that the section is completed."""
        self.choose("Yes, I have completed it")
        client.wait(lambda: "checked" in self.focus().states(), "the section was not marked", 3)

    def more(self, t, name):
        """Says whether there is another item to add, and returns that."""
        section = name.split("@")[0][len("page/"):]
        kind = next((q["entity"] for n, q in self.sheet["questions"].items() if n.startswith(section + "/") and q["entity"] in self.sheet["items"]), None)
        have = len(self.order.get(kind, []))
        want = self.sheet["items"].get(kind, 0)
        keys("Down" if have >= want else "space")
        if have >= want:
            keys("space")
        client.wait(lambda: "checked" in self.focus().states(), "nothing was said about another item", 3)
        return have < want

    def finish(self):
        self.shot("check-your-answers")
        keys("ctrl+Return")
        client.wait(lambda: not self.title().startswith("Check your answers"), lambda: "the record did not finish: %r" % self.title())
        self.questionnaires()

    def questionnaires(self):
        """Answers what is asked after a task and at the end: a number wherever there
        is a scale, and in a box what is to be written there."""
        for _ in range(8):
            client.wait(lambda: self.id(self.focus()).endswith("/title"), lambda: "%r does not begin at its title" % self.title())
            self.shot("end-%s" % self.id(self.focus()).split("/")[0])
            if self.title().startswith(("Thank you", "Your tasks")):
                return
            page, first = self.title(), self.id(self.focus())
            answered = set()
            for _ in range(40):
                before = self.id(self.focus())
                keys("Tab")
                t = self.moved(before)
                scale = self.id(t).rsplit("/", 1)[0]
                if t.role() == "radio button" and scale not in answered:
                    answered.add(scale)
                    keys("4")
                    client.wait(lambda: "checked" in self.focus().states(), "4 was not taken on %r" % scale)
                elif t.role() in ("entry", "text") and self.args.words:
                    type_words(self.args.words)
                elif t.role() in ("button", "push button", "link") and answered:
                    break
                elif self.id(t).endswith(("/skip", "/continue", "/go")):
                    break
            last = self.id(self.focus())
            keys("ctrl+Return")
            client.wait(lambda: (self.title(), self.id(self.focus())) != (page, last) and self.id(self.focus()).endswith(("/title", "/summary")),
                        lambda: "stayed on %r" % page)
        raise client.Missing("the session has no end: %r" % self.title())


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--answers", required=True)
    p.add_argument("--log", required=True)
    p.add_argument("--shots")
    p.add_argument("--code")
    p.add_argument("--extra")
    p.add_argument("--stop-in", dest="stop_in")
    p.add_argument("--resume", action="store_true")
    p.add_argument("--markers", help="type this into every kind of box instead of answers")
    p.add_argument("--words", help="write this wherever the questions after a task ask for words")
    args = p.parse_args()
    r = Robot(args)
    if args.markers:
        r.begin()
        r.consent()
        r.tasks()
        r.marks()
        return
    r.begin()
    r.consent()
    if args.resume:
        r.resumed()
    else:
        r.tasks()
    r.record()
    r.finish()
    for n in range(1, len(r.book["tasks"])):
        r.tasks(n)
        r.record()
        r.finish()


if __name__ == "__main__":
    client.run(main)
