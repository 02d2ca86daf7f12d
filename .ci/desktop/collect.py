#!/usr/bin/python3
"""Take results from one computer to another in the real window with real key presses.

    collect.py seal FOLDER [--shots DIR]   save the results of this computer in a folder
    collect.py add FOLDER [--shots DIR]    add the file that lies there, first with a wrong
                                           passphrase, then twice with the right one

Run it inside session, with the program started on the folder of that computer.
"""
import argparse
import glob
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import client  # noqa: E402
from desk import Desk  # noqa: E402
from robot import keys, type_words  # noqa: E402

PASSPHRASE = "otter lantern gravel pillow"
COMPUTER = "Laptop 2"


class Collector(Desk):
    def reads(self, words, patience=20):
        """Waits until words stand in something on the page, or in what is said of it."""
        def told():
            return [x for t in self.window().all() for x in (t.name(), t.description()) if x]
        client.wait(lambda: any(words in x for x in told()), lambda: "%r is not told in %r, but %s" % (words, self.title(), told()), patience)

    def open(self):
        self.wait_title("Recordwell")
        self.press("start/research")
        self.at("overview/title")
        client.wait(lambda: not self.window().look("progress bar"), "the results were not measured", 40)

    def page(self, name, title):
        """Goes to a page of the menu."""
        self.tab_to(lambda t: "/menu/" in self.id(t))
        keys("Home")
        client.wait(lambda: self.id(self.focus()).endswith("/menu/studies"), "the menu has no beginning")
        for _ in range(20):
            before = self.id(self.focus())
            if before.endswith("/menu/" + name):
                break
            keys("Down")
            self.moved(before)
        else:
            raise client.Missing("the menu has no %r; the focus is on %r" % (name, self.id(self.focus())))
        keys("Return")
        self.wait_title(title)

    def write(self, name, words):
        """Types into a box in the place of what stands there."""
        self.to(name)
        keys("ctrl+a")
        type_words(words)

    def seal(self, folder):
        self.open()
        self.page("collect", "Collect results")
        self.write("collect/computer", COMPUTER)
        self.write("collect/folder", folder)
        self.write("collect/seal-secret", "too short")
        self.press("collect/seal")
        self.at("collect/seal-secret")
        self.reads("The passphrase must be 12 characters or more")
        self.write("collect/seal-secret", PASSPHRASE)
        self.press("collect/seal")
        self.reads("Saved 1 session with 1 finished record in " + folder)
        self.shot("sealed")

    def add(self, folder):
        self.open()
        self.page("collect", "Collect results")
        (path,) = glob.glob(os.path.join(glob.escape(folder), "*"))
        if not os.path.basename(path).startswith(COMPUTER + " "):
            raise client.Missing("the file is named %r, and the computer %r" % (path, COMPUTER))
        # What the passphrase does not open stays named, and only that is asked for again.
        for named, passphrase, came in ((True, "not the passphrase", "The passphrase does not open it"),
                                        (False, PASSPHRASE, "1 session added. The file holds 1 finished record"),
                                        (True, PASSPHRASE, "1 already here. Nothing was changed")):
            if named:
                self.write("collect/files", path)
            self.write("collect/secret", passphrase)
            self.press("collect/add")
            self.at("collect/arrivals" if passphrase == PASSPHRASE else "collect/secret")
            self.reads(came)
            self.reads("real sessions in all" if passphrase != PASSPHRASE else "real session in all")
            self.shot("arrived")
        self.page("overview", "Study overview")
        self.reads("In short")
        self.reads("The records are ")
        self.reads("Tasks completed, ")
        self.shot("results")


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("what", choices=["seal", "add"])
    p.add_argument("folder")
    p.add_argument("--shots")
    args = p.parse_args()
    getattr(Collector(args), args.what)(os.path.abspath(args.folder))


if __name__ == "__main__":
    client.run(main)
