#!/usr/bin/python3
"""Take part in a whole study in the real window with real key presses.

    visit.py --answers FILE --log FILE --code CODE --words WORDS HOW

HOW is one of
    whole     agree, every task of the study with a break and a comment in the
              first, the question after each, ten statements, last questions, thank you
    withdraw  the same, and then withdraw
    middle    agree, comment in the first task, and withdraw there
    refuse    read the consent page, and do not agree

WORDS are written wherever somebody writes in their own words, so that they can be
looked for afterwards. What was withdrawn leaves its receipt's number in the log.
Before somebody withdraws, the command in the environment's BEFORE_WITHDRAWING is
run: it makes the copies that have to be cleaned.
"""
import argparse
import json
import os
import re
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import client  # noqa: E402
from robot import Robot, keys, type_words  # noqa: E402


class Visitor(Robot):
    def button(self, name):
        """Goes to a button or link by Tab, and presses it."""
        def there(t):
            return t.role() in ("push button", "button", "link") and t.name() == name

        for _ in range(4):
            self.tab_to(there, 120)
            time.sleep(0.3)  # a key that was still on its way may move the focus on
            if there(self.focus()):
                keys("Return")
                return
        raise client.Missing("the focus does not stay on %r" % name)

    def field(self, role="entry"):
        """The first field of the page that is a box."""
        return self.tab_to(lambda t: t.role() == role and self.parse(self.id(t))[0], 20)

    def comment(self):
        """Comments on the first question, in its help."""
        page, name = self.title(), self.id(self.field())
        keys("F1")
        self.tab_to(lambda t: self.id(t).startswith("help/comment/"), 40)
        type_words(self.args.words)
        self.shot("comment")
        keys("Escape")
        client.wait(lambda: self.id(self.focus()) == name, lambda: "help closed to %r, not to %r" % (self.id(self.focus()), name))
        client.wait(lambda: self.title() == page, "help changed the page")

    def take_a_break(self):
        name = self.id(self.focus())
        keys("F9")
        self.wait_title("You are taking a break")
        if any("Maya" in t.name() or "Doyle" in t.name() for t in self.window().all()):
            raise client.Missing("the break shows something of the record")
        self.shot("break")
        keys("ctrl+Return")
        client.wait(lambda: self.id(self.focus()) == name, lambda: "the break ended at %r, not at %r" % (self.id(self.focus()), name))

    def to_the_top(self):
        """Opens the first section again, whose title has the focus then."""
        first = self.title()
        keys("ctrl+2")
        client.wait(lambda: self.title() != first, "the second section did not open")
        keys("ctrl+1")
        client.wait(lambda: self.title() == first and self.id(self.focus()).endswith("/title"),
                    lambda: "the first section did not open at its title: %r in %r" % (self.focus(), self.title()))

    def whole(self):
        for n in range(len(self.book["tasks"])):
            self.tasks(n)
            if n == 0:
                self.comment()
                self.take_a_break()
                self.to_the_top()
            self.record()
            self.finish()
        if not self.title().startswith("Thank you"):
            raise client.Missing("all tasks are done, and the window is %r" % self.title())
        self.shot("thank-you")

    def withdraw(self):
        if os.environ.get("BEFORE_WITHDRAWING"):
            time.sleep(1.5)  # all that was typed is on the disk then
            subprocess.run(os.environ["BEFORE_WITHDRAWING"], shell=True, check=True)
        self.button("Your data and your choices")
        self.wait_title("Your data and your choices")
        self.button("Withdraw")
        client.wait(lambda: self.id(self.focus()) == "data/withdraw-ask/title", "nobody asks whether that is meant")
        self.button("Delete my data")
        self.wait_title("Your data are deleted")
        self.shot("receipt")
        words = " ".join(t.name() for t in self.window().all())
        number = re.search(r"Your receipt number is ([0-9a-f-]{36})", words)
        if not number:
            raise client.Missing("the receipt has no number: %s" % words)
        self.log.write(json.dumps({"receipt": number.group(1)}) + "\n")
        self.log.flush()
        keys("ctrl+Return")
        self.wait_title("Recordwell")

    def middle(self):
        self.tasks()
        self.comment()
        keys("F1")
        self.withdraw()

    def refuse(self):
        client.wait(lambda: self.id(self.focus()) == "consent/title", "the consent page did not open")
        keys("Tab")
        keys("space")
        self.button("I do not agree")
        self.wait_title("You did not agree")
        self.shot("refused")
        keys("ctrl+Return")
        self.wait_title("Recordwell")


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--answers", required=True)
    p.add_argument("--log", required=True)
    p.add_argument("--code", required=True)
    p.add_argument("--words", required=True)
    p.add_argument("--shots")
    p.add_argument("how", choices=["whole", "withdraw", "middle", "refuse"])
    p.set_defaults(extra=None, stop_in=None, resume=False, markers=None)
    args = p.parse_args()
    v = Visitor(args)
    v.begin()
    if args.how == "refuse":
        v.refuse()
        return
    v.consent()
    if args.how == "middle":
        v.middle()
        return
    v.whole()
    if args.how == "withdraw":
        v.withdraw()


if __name__ == "__main__":
    client.run(main)
