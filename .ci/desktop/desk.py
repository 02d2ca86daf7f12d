#!/usr/bin/python3
"""Set up a study at the research desk in the real window with real key presses.

    desk.py --data FOLDER [--shots DIR]

Begins a study from nothing, says what it needs, opens its round, makes codes and
puts it in use. Copies a scenario, changes its title and story, and makes its key by
filling in the forms. Then goes back to the start page. Prints the first code. What has
the focus is read from the accessibility tree. Run it inside session, with the
program started on an empty FOLDER.
"""
import argparse
import glob
import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import client  # noqa: E402
from robot import Robot, keys, type_words  # noqa: E402


class Desk(Robot):
    def __init__(self, args):
        self.args, self.app, self.shots = args, client.program("Recordwell"), 0

    def to(self, name):
        """Tabs to a control by its id."""
        return self.tab_to(lambda t: self.id(t) == name, 90)

    def press(self, name):
        self.to(name)
        keys("Return")

    def at(self, name, patience=40):
        client.wait(lambda: self.id(self.focus()) == name, lambda: "the focus is on %r in %r, not on %s" % (self.id(self.focus()), self.title(), name), patience)

    def says(self, words, patience=40):
        client.wait(lambda: any(t.name() == words for t in self.window().all()), lambda: "%r is not said in %r" % (words, self.title()), patience)

    def menu(self, title, *to):
        """Goes to a page of the menu by keys: the first by Home, the last by End."""
        self.tab_to(lambda t: "/menu/" in self.id(t))
        keys(*to)
        keys("Return")
        self.wait_title(title)

    def tab(self, steps, page="setup"):
        """Chooses a tab, so many to the right of the one that is shown."""
        self.tab_to(lambda t: self.id(t).startswith(page + "/tabs"), 90)
        keys(*["Right"] * steps)
        keys("Return")

    def date(self, day, month, year):
        for part in (day, month, year):
            type_words(part)
            before = self.id(self.focus())
            keys("Tab")
            self.moved(before)

    def set_up(self):
        self.wait_title("Recordwell")
        self.press("start/research")
        self.at("overview/title")
        self.menu("Studies", "Home")
        self.shot("studies")
        self.press("studies/new")
        self.at("studies/make/name")
        type_words("Spring 2026 trial")
        keys("ctrl+Return")
        self.at("setup/title")
        self.shot("set-up")
        self.press("setup/missing")
        self.at("setup/problem")
        self.shot("missing")
        keys("Tab", "Return")  # the first link goes to the first field
        self.at("setup/in/controller")
        type_words("Northmere Council")
        keys("Tab")
        self.at("setup/in/contact")
        type_words("Rowan Ellery, 01632 960 001")
        keys("Tab")
        self.date("31", "3", "2027")
        self.date("30", "6", "2027")
        self.says("Ready. There are no codes yet")
        self.tab(2)
        self.press("setup/rounds/0/open")
        self.says("Open")
        self.at("setup/in/rounds/0/title")
        self.shot("rounds")
        self.tab(1)
        self.press("setup/codes/make")
        self.says("Ready for people to take part")
        self.shot("codes")
        keys("F6")
        self.press("setup/use")
        self.at("setup/title")
        self.shot("in-use")
        self.scenario()
        self.menu("Recordwell", "End")
        client.wait(lambda: self.id(self.focus()) == "start/title", lambda: "the start page did not open: %r" % self.title())
        with open(glob.glob(os.path.join(self.args.data, "studies", "*.yaml"))[0]) as f:
            print(re.search(r'codes: \[\s*"?([A-Z0-9]{6})', f.read()).group(1))


    def write(self, words):
        """Writes words in the place of those in the box."""
        keys("ctrl+a")
        type_words(words)

    def scenario(self):
        """Makes a scenario of the researcher's own, with its key."""
        self.menu("Scenarios", "Home", "Down")
        self.press("scenarios/copy")
        self.at("scenarios/make/title")
        self.write("The Costa family")
        keys("ctrl+Return")
        self.at("story/title")
        self.to("story/in/vignette/0")
        keys("ctrl+End")
        type_words(" The line was bad.")
        keys("ctrl+Return")
        self.says("Ready for a round")
        self.says("Saved on this computer")
        self.shot("scenario")
        keys("F6", "F6")
        self.tab(1, "story")
        self.press("story/fill/0")
        self.wait_title("Making the key")
        self.shot("making-the-key")
        self.tab_to(lambda t: t.name() == "What is their name?", 90)
        self.write("Bo Marsh")
        self.tab_to(lambda t: self.id(t).startswith("record/sections/"), 90)
        keys("End", "Return")
        self.wait_title("Making the key: Check your answers")
        self.tab_to(lambda t: t.name().startswith("Finish with"), 120)
        keys("Return")
        self.says("Use these answers as the key?")
        self.shot("use-these-answers")
        keys("Tab", "Return")
        self.says("Referral: Name of the referrer")
        self.says("Bo Marsh")
        self.shot("key")
        path = os.path.join(self.args.data, "scenarios", "the-costa-family.yaml")

        def written():
            with open(path) as f:
                words = f.read()
            return "title: The Costa family\n" in words and " The line was bad.\n" in words and "referrer_name: {value: Bo Marsh, facts: [4]}\n" in words

        client.wait(written, lambda: "the scenario is not as it was changed: %s" % path)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", required=True)
    p.add_argument("--shots")
    Desk(p.parse_args()).set_up()


if __name__ == "__main__":
    client.run(main)
