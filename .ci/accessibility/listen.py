#!/usr/bin/python3
"""Go through a record by keyboard while Orca listens.

    listen.py CODE

Inside session and orca, with the program started. Each step is marked among what
Orca says with a line "# step", so that heard.py can look for phrases in order.
"""
import os
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "desktop"))
import client  # noqa: E402


def quiet(least=0.5, most=4):
    """Wait until Orca has said nothing for a while."""
    until, size, since = time.monotonic() + most, -1, time.monotonic()
    while time.monotonic() < until:
        now = os.stat(os.environ["SPEECH"]).st_size
        if now != size:
            size, since = now, time.monotonic()
        elif time.monotonic() - since >= least:
            return
        time.sleep(0.05)


def step(words, *keys, text=None):
    quiet()
    with open(os.environ["SPEECH"], "a") as f:
        f.write("# %s\n" % words)
    if text:
        subprocess.run(["xdotool", "type", "--clearmodifiers", "--delay", "12", "--", text], check=True)
    for k in keys:
        subprocess.run(["xdotool", "key", "--clearmodifiers", k], check=True)
        quiet(0.35)


def begin(app, code):
    step("the program opens")
    step("to the code", "Tab")
    step("the code", text=code)
    step("start", "ctrl+Return")
    app.find("push button", "I agree, start")
    for box in [t for t in app.all() if t.role() == "check box"][:3]:
        box.press()
    app.find("push button", "I agree, start").press()
    app.find("push button", lambda n: n.startswith("Start, "))
    step("the tasks")
    step("the record opens", "ctrl+Return")
    app.find("push button", "Save and continue")


def controls():
    step("date", "Tab", "Tab", "Tab")
    step("radio", "Tab", "Down", "Down", "space")
    step("help", "Tab")
    step("search box", "Tab")
    step("search", text="scho")
    step("search down", "Down", "Down")
    step("search take", "Return")
    step("text", "Tab")
    step("typed", text="Farah")
    step("long text", "ctrl+2", *["Tab"] * 5)
    step("tick boxes", "ctrl+8", "Tab", "space", "Down")
    step("one tick box", *["Tab"] * 14)


def errors():
    step("section of errors", "ctrl+5")
    step("failed save", "ctrl+Return")
    step("first error", "Tab", "Return")
    step("next error", "F4")
    step("back to the summary", "shift+F4", "shift+F4")


def groups():
    step("household", "F6", "F6")
    step("to the list of sections", "shift+F6", "shift+F6", "Home")
    step("down the list", "Down")


def main():
    app = client.program("Recordwell")
    begin(app, sys.argv[1])
    controls()
    errors()
    groups()
    quiet(1)


if __name__ == "__main__":
    main()
