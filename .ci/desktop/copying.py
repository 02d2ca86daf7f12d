#!/usr/bin/python3
"""Copy what a sister's record has, in the real window with real key presses.

    copying.py --answers FILE --log FILE --code CODE

Opens the record of Kyle, whose sister's record is known, presses Copy this on his
background, takes that back and does it again, and copies his address, which opens its
page. What the boxes show is held against the answers. Run it inside session, with the
program started.
"""
import argparse
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import client  # noqa: E402
from robot import keys  # noqa: E402
from story import Teller  # noqa: E402

BACKGROUND, HOME = "child_details/background", "child_details/home"


class Copier(Teller):
    def shown(self, question):
        """What the answers say that a box shows."""
        g = self.sheet["questions"][question]["given"][0]
        return g["choose"][0] if "choose" in g else g["keys"]

    def holds(self, question, words):
        box = self.tab_to(lambda t: self.id(t).startswith(question + "@"))
        client.wait(lambda: box.text() == words, lambda: "%s shows %r, not %r" % (question, box.text(), words))

    def copy(self):
        self.tab_to(lambda t: self.id(t) == "copies-1/copy")
        keys("Return")

    def whole(self):
        self.open(0)
        language = BACKGROUND + "/first_language"
        self.go(BACKGROUND)
        self.copy()
        client.wait(lambda: self.id(self.focus()).startswith(language + "@"), lambda: "after copying the focus is on %r" % self.id(self.focus()))
        for key, words in ((None, self.shown(language)), ("ctrl+z", ""), ("ctrl+shift+z", self.shown(language))):
            if key:
                keys(key)
            self.holds(language, words)
        self.go(HOME)
        self.copy()
        client.wait(lambda: self.title().startswith("An address of Kyle"), lambda: "the address did not open: %r" % self.title())
        for name in ("address_line", "town", "postcode"):
            self.holds(HOME + "/addresses/" + name, self.shown(HOME + "/addresses/" + name))


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("answers", "log", "code"):
        p.add_argument("--" + name, required=True)
    p.set_defaults(shots=None, extra=None)
    c = Copier(p.parse_args())
    c.begin()
    c.consent()
    c.whole()


if __name__ == "__main__":
    client.run(main)
