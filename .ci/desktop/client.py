"""Work a program through its accessibility tree alone, as an assistive program
written by somebody else would.

    app = client.program("Recordwell")
    app.find("entry", "First name").write("Maya")
    app.find("radio button", "Yes").press()
    assert "checked" in app.find("radio button", "Yes").states()

Everything waits: a thing that is not there yet is looked for until it is, or
until PATIENCE is over; then Missing says what was there instead.
"""
import os
import sys
import time
import traceback
import warnings

warnings.filterwarnings("ignore")
import pyatspi  # noqa: E402  (Debian's python3-pyatspi)

PATIENCE = 10  # seconds


class Missing(Exception):
    pass


def wait(test, what, patience=None):
    """The first true result of test(), which is tried until it has one."""
    until = time.monotonic() + (PATIENCE if patience is None else patience)
    while True:
        try:
            got = test()
        except Exception as e:  # an object that went away while it was read
            got, what_else = None, e
        else:
            what_else = None
        if got:
            return got
        if time.monotonic() > until:
            raise Missing("%s%s" % (what() if callable(what) else what, " (%s)" % what_else if what_else else ""))
        time.sleep(0.05)


def run(main, name="Recordwell"):
    """Runs a script. Where something is missing, it says what, in which steps the
    script was, and what the program showed then."""
    try:
        main()
    except Missing as e:
        script = os.path.splitext(os.path.basename(sys.argv[0]))[0]
        steps = ["%s %d" % (f.name, f.lineno) for f in traceback.extract_tb(e.__traceback__) if f.name not in ("run", "<module>", "main")]
        print("%s: %s\n%s: in %s" % (script, e, script, ", ".join(steps)), file=sys.stderr)
        try:
            for window in program(name).children():
                focused = [t for t in window.all() if "focused" in t.states()]
                print("%s: the window %r (%s) has the focus on %r" % (script, window.name(), ", ".join(window.states()), focused), file=sys.stderr)
        except Exception as e:  # the program may be what is missing
            print("%s: the program shows nothing (%s)" % (script, e), file=sys.stderr)
        sys.exit(1)


def program(name):
    """The program with an accessible name, when it has a window."""
    def look():
        desktop = pyatspi.Registry.getDesktop(0)
        for i in range(desktop.childCount):
            app = desktop.getChildAtIndex(i)
            if app is not None and app.name == name and app.childCount > 0:
                return Thing(app)
    return wait(look, "no program named %r has a window" % name)


class Thing:
    """One object of the tree."""

    def __init__(self, accessible):
        self.accessible = accessible

    def __repr__(self):
        return "%s %r" % (self.role(), self.name())

    def name(self):
        return self.accessible.name

    def description(self):
        return self.accessible.description

    def role(self):
        return self.accessible.getRoleName()

    def states(self):
        return {pyatspi.stateToString(s) for s in self.accessible.getState().getStates()}

    def attributes(self):
        return dict(a.split(":", 1) for a in self.accessible.getAttributes())

    def interfaces(self):
        return set(pyatspi.listInterfaces(self.accessible))

    def children(self):
        found = (self.accessible.getChildAtIndex(i) for i in range(self.accessible.childCount))
        return [Thing(c) for c in found if c is not None]

    def all(self):
        """This and everything below, in reading order."""
        yield self
        for c in self.children():
            yield from c.all()

    def look(self, role, name=None, number=0):
        """The thing with a role and a name (or a test of the name), or None."""
        for t in self.all():
            if t.role() == role and (name is None or (name(t.name()) if callable(name) else t.name() == name)):
                if number == 0:
                    return t
                number -= 1
        return None

    def find(self, role, name=None, number=0):
        """As look, but waits for it."""
        return wait(lambda: self.look(role, name, number),
                    lambda: "no %s %r among: %s" % (role, name, [t for t in self.all() if t.name()]))

    def text(self):
        t = self.accessible.queryText()
        return t.getText(0, t.characterCount)

    def caret(self):
        return self.accessible.queryText().caretOffset

    def write(self, words):
        """Replace the text, and wait until the program shows it. A window that has
        only just come may not listen yet, so it is said again."""
        def written():
            if self.text() == words:
                return True
            if not self.accessible.queryEditableText().setTextContents(words):
                raise Missing("%r cannot be written to" % self)
            time.sleep(0.3)
            return self.text() == words
        wait(written, lambda: "%r still holds %r" % (self, self.text()))

    def actions(self):
        a = self.accessible.queryAction()
        return [a.getName(i) for i in range(a.nActions)]

    def press(self, action=None):
        """Do an action by its name, or the first."""
        names = self.actions()
        if not names:
            raise Missing("%r has no action" % self)
        self.accessible.queryAction().doAction(names.index(action) if action else 0)

    def focus(self):
        """Move the focus here, and wait until it came."""
        self.accessible.queryComponent().grabFocus()
        wait(lambda: "focused" in self.states(), "%r did not take the focus" % self)

    def value(self):
        return self.accessible.queryValue().currentValue

    def set_value(self, v):
        self.accessible.queryValue().currentValue = v

    def bounds(self):
        e = self.accessible.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        return e.x, e.y, e.width, e.height

    def relations(self):
        """Relation names to the names of what they lead to."""
        return {r.getRelationType().value_nick: [r.getTarget(i).name for i in range(r.getNTargets())]
                for r in self.accessible.getRelationSet()}

    def select(self, index):
        return self.accessible.querySelection().selectChild(index)

    def cell(self, row, column):
        return Thing(self.accessible.queryTable().getAccessibleAt(row, column))

    def record(self):
        """All that is told of this thing, without its children."""
        has, row = self.interfaces(), {"role": self.role()}
        for key, value in (("name", self.name()), ("description", self.description()),
                           ("id", self.accessible.get_accessible_id())):
            if value:
                row[key] = value
        row["states"] = sorted(self.states())
        if "Text" in has:
            row["text"], row["caret"] = self.text(), self.caret()
        if "Value" in has:
            v = self.accessible.queryValue()
            row["value"], row["range"] = v.currentValue, [v.minimumValue, v.maximumValue]
        if "Action" in has:
            row["actions"] = self.actions()
        if "Component" in has:
            row["bounds"] = list(self.bounds())
        if "Table" in has:
            t = self.accessible.queryTable()
            row["rows"], row["columns"] = t.nRows, t.nColumns
        for key, value in (("relations", self.relations()), ("attributes", self.attributes())):
            if value:
                row[key] = value
        row["interfaces"] = sorted(has)
        return row
