#!/usr/bin/python3
"""Complete a whole record as an assistive program written by somebody else would:
through the accessibility tree alone, without a key and without a pointer. Before
that, what the tree says of places on the screen is held against the display.

    foreign.py --answers FILE --log FILE

Things are found by role, name and id; text is set, actions are done. What was
given is written to the log as the robot does, so that check-store.py can compare
it with the store. Run it inside session, with the program started.
"""
import argparse
import json
import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "desktop"))
import client  # noqa: E402

REASON = "She started at her first English school 3 weeks ago"


def xdotool(*args):
    return subprocess.run(["xdotool", *args], check=True, stdout=subprocess.PIPE, text=True).stdout


def geometry(number):
    """Where a window is on the screen, as the display says."""
    said = subprocess.run(["xwininfo", "-id", number], check=True, stdout=subprocess.PIPE, text=True).stdout
    return tuple(int(re.search(k + r":\s+(-?\d+)", said)[1]) for k in ("Absolute upper-left X", "Absolute upper-left Y", "Width", "Height"))


def name_of(thing):
    return thing.accessible.get_accessible_id() or ""


class Visitor:
    def __init__(self, answers, log):
        with open(answers) as f:
            self.sheet = json.load(f)
        self.log = open(log, "a")
        self.app = client.program("Recordwell")
        self.order = {}

    def window(self):
        return self.app.children()[0]

    def title(self):
        return self.window().name()

    def wait_title(self, *words):
        client.wait(lambda: self.title().removeprefix("Error: ").startswith(words), lambda: "the window is %r, not %r" % (self.title(), words))

    def press(self, role, name):
        self.app.find(role, name).press()

    def places(self):
        """Bounds are where things stand on the screen, wherever the window is."""
        number = xdotool("search", "--sync", "--onlyvisible", "--name", "^Recordwell$").split()[-1]
        for x, y in ((0, 0), (40, 30)):
            xdotool("windowmove", "--sync", number, str(x), str(y))
            client.wait(lambda: self.box(self.window()) == geometry(number), lambda: "the window says it is at %s, and is at %s" % (self.box(self.window()), geometry(number)))
        inside = self.window().accessible.queryComponent().getExtents(client.pyatspi.WINDOW_COORDS)
        if (inside.x, inside.y) != (0, 0):
            raise client.Missing("the window stands at %d %d of itself" % (inside.x, inside.y))
        entry, start = self.app.find("entry", "Your code"), self.app.find("push button", "Start")
        for t in (start, entry):
            x, y, w, h = self.box(t)
            under = self.window().accessible.queryComponent().getAccessibleAtPoint(x + w // 2, y + h // 2, client.pyatspi.DESKTOP_COORDS)
            if under.name != t.name():
                raise client.Missing("%r stands where %r is" % (under.name, t))
            xdotool("mousemove", "--sync", str(x + w // 2), str(y + h // 2), "click", "1")
            came = (lambda: "focused" in entry.states()) if t is entry else (lambda: "invalid entry" in entry.states())
            client.wait(came, lambda: "a press in the middle of %r did not reach it: %s" % (t, entry.states()))

    def box(self, thing):
        b = thing.accessible.queryComponent().getExtents(client.pyatspi.DESKTOP_COORDS)
        return b.x, b.y, b.width, b.height

    def begin(self):
        self.app.find("entry", "Your code").write(self.sheet["codes"][0])
        self.press("push button", "Start")
        agree = self.app.find("push button", "I agree, start")
        for t in self.window().all():
            if t.role() == "check box":
                t.press()
                client.wait(lambda: "checked" in t.states(), lambda: "%r cannot be ticked" % t)
        agree.press()
        self.wait_title("Your tasks")
        self.app.find("push button", lambda n: n.startswith("Start, ")).press()
        self.app.find("push button", "Save and continue")

    def page(self):
        """The part of the window with the questions."""
        return client.wait(lambda: next((t for t in self.window().all() if name_of(t) == "record/page"), None), "there is no record page")

    def heading(self):
        """The id of the page's title, which tells one page from another."""
        return client.wait(lambda: next((name_of(t) for t in self.page().all() if t.role() == "heading" and name_of(t).endswith("/title")), None), "the page has no title")

    def record(self):
        for _ in range(60):
            if self.title().startswith("Check your answers"):
                return
            before = self.heading()
            self.answer_page()
            self.press("push button", "Save and continue")
            client.wait(lambda: self.title().startswith(("Error: ", "Check your answers")) or self.heading() != before or self.reason(),
                        lambda: "stayed on %r" % self.title())
            if self.title().startswith("Error: "):
                raise client.Missing("a right answer was called wrong: %s" % [t.name() for t in self.page().all() if t.role() == "link"])
            box = self.title().startswith("Check your answers") or self.heading() != before or self.reason()
            if box is not True:
                box.accessible.queryEditableText().setTextContents(REASON)  # explained, it folds away
                client.wait(lambda: not self.reason(), "the reason was not taken")
                self.press("push button", "Save and continue")
                client.wait(lambda: self.title().startswith("Check your answers") or self.heading() != before, lambda: "stayed on %r with its reason" % self.title())
        else:
            raise client.Missing("the record has no end")

    def reason(self):
        """The box of a Check this."""
        return next((t for t in self.page().all() if name_of(t).endswith("/check/reason")), None)

    def answer_page(self):
        """Answers what is asked; answers may bring more questions."""
        done = set()
        while True:
            todo, again = [], False
            for t in self.page().all():
                question, at, rest = name_of(t).partition("@")
                entity = rest.split("/")[0]
                if at and question in self.sheet["questions"] and (question, entity) not in done:
                    todo = [question, entity]
                    break
                if name_of(t).endswith("/more") and t.role() != "radio button" and "more" not in done:
                    done.add("more")
                    if self.more(t, question[len("page/"):]):
                        return  # to the page of another item
                    again = True  # the section ends here, which brings a question
                    break
                if name_of(t).endswith("/mark") and t.role() != "radio button" and "mark" not in done:
                    done.add("mark")
                    yes = t.find("radio button", "Yes, I have completed it")
                    yes.press()
                    client.wait(lambda: "checked" in yes.states(), "the section was not marked")
            if again:
                continue
            if not todo:
                return
            done.add(tuple(todo))
            self.answer(*todo)

    def more(self, group, section):
        kind = next((q["entity"] for n, q in self.sheet["questions"].items() if n.startswith(section + "/") and q["entity"] in self.sheet["items"]), None)
        have, want = len(self.order.get(kind, [])), self.sheet["items"].get(kind, 0)
        answer = group.find("radio button", lambda n: n.startswith("Yes" if have < want else "No"))
        answer.press()
        client.wait(lambda: "checked" in answer.states(), "nothing was said about another item")
        return have < want

    def answer(self, question, entity):
        q = self.sheet["questions"][question]
        order = self.order.setdefault(q["entity"], [])
        if entity not in order:
            order.append(entity)
        n = order.index(entity)
        g = q["given"][n] if n < len(q["given"]) else {"blank": True}
        if g.get("blank"):
            return
        mine = [t for t in self.page().all() if name_of(t).startswith("%s@%s/" % (question, entity))]
        if g.get("escape"):
            self.among(mine, {"radio button", "check box"}, g["escape"]).press()
        elif q["kind"] == "date":
            for part, words in zip(("Day", "Month", "Year"), g["date"]):
                if words:
                    self.among(mine, {"entry"}, part).write(words)
        elif q["kind"] in ("radio", "ticks"):
            for words in g["choose"]:
                t = self.among(mine, {"radio button", "check box"}, words)
                t.press()
                client.wait(lambda: "checked" in t.states(), lambda: "%r did not take %r" % (question, words))
        elif q["kind"] == "combo":
            self.search(next(t for t in mine if t.role() == "combo box"), g["choose"][0])
        else:
            next(t for t in mine if "EditableText" in t.interfaces()).write(g["keys"])
        self.log.write(json.dumps({"question": question, "entity": entity, "value": g.get("value", ""), "state": g.get("state", "answered"), "keys": g.get("keys", ""), "partial": False}) + "\n")
        self.log.flush()

    def among(self, things, roles, name):
        for t in things:
            if t.role() in roles and t.name() == name:
                return t
        raise client.Missing("there is no %r among %s" % (name, things))

    def search(self, box, words):
        box.write(words)
        option = self.app.find("list item", words)
        option.press()
        client.wait(lambda: box.text() == words and "expanded" not in box.states(), lambda: "the list gave %r, not %r" % (box.text(), words))

    def finish(self):
        self.press("push button", "Finish")
        self.wait_title("Overall, how difficult")


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--answers", required=True)
    p.add_argument("--log", required=True)
    args = p.parse_args()
    v = Visitor(args.answers, args.log)
    v.places()
    v.begin()
    v.record()
    v.finish()


if __name__ == "__main__":
    client.run(main)
