#!/usr/bin/python3
"""Do a job at the research desk as an assistive program written by somebody else
would: through the accessibility tree alone, without a key and without a pointer.

    foreign_desk.py

Reads the figures of the overview, sorts the table of questions by a column, opens
the question at its top, and comes back. Run it inside session, with the program
started on a folder with results.
"""
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "desktop"))
import client  # noqa: E402

COLUMN = "Errors met"


def begins(words):
    return lambda name: name.startswith(words)


class Desk:
    def __init__(self):
        self.app = client.program("Recordwell")

    def go(self, page):
        start = self.app.look("push button", "Go to the research desk")
        if start:
            start.press()
        self.app.find("list item", page).press()
        self.app.find("heading", page if page != "Questions" else "Question by question")

    def figures(self):
        """What the overview says in its buttons, as numbers."""
        self.go("Study overview")
        said = self.app.find("push button", begins("Tasks completed, ")).name()
        whole = re.match(r"Tasks completed, ([\d.]+)%, (\d+) of (\d+) tasks, (\d+) people, likely range ([\d.]+)% to ([\d.]+)%$", said)
        if not whole:
            raise client.Missing("the tasks completed are told as %r" % said)
        share, done, of, people, low, high = (float(x) for x in whole.groups())
        if abs(share - 100 * done / of) > 0.1 or not low <= share <= high:
            raise client.Missing("%r does not add up" % said)
        return int(people)

    def column(self, table, number):
        """The numbers of a column, from the top, as far as they are on the screen."""
        out = []
        for row in range(1, table.accessible.queryTable().nRows):
            try:
                name = table.cell(row, number).name()
            except Exception:  # further rows are not drawn
                break
            out.append(float(name) if re.match(r"[\d.]+$", name) else 0)
        return out

    def sort(self):
        """Sorts the questions by a column; the table agrees with its head."""
        self.go("Questions")
        table = self.app.find("table", "Question by question")
        heads = [c.name() for c in next(t for t in table.children()).children()]
        number = heads.index(COLUMN)
        self.app.find("column header", COLUMN).press("sort")
        client.wait(lambda: self.app.look("column header", COLUMN).description() == "sorted, highest first",
                    lambda: "the head says %r" % self.app.look("column header", COLUMN).description())
        got = client.wait(lambda: self.column(self.app.look("table", "Question by question"), number), "the column is empty")
        if len(got) < 5 or got != sorted(got, reverse=True) or got[0] == got[-1]:
            raise client.Missing("sorted, the column holds %s" % got)
        return table

    def question(self):
        """Opens the question that is at the top now."""
        top = self.app.find("table", "Question by question").cell(1, 0)
        name = top.name()
        top.press("open")
        self.app.find("heading", name)
        self.app.find("table", "Sessions where it cost most")
        return name


def main():
    d = Desk()
    people = d.figures()
    d.sort()
    print("%d people, and most errors at %r" % (people, d.question()))


if __name__ == "__main__":
    client.run(main)
