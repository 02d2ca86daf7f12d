"""Works the demo program as an assistive program would, and prints what the page
then holds, in the demo's own words."""
import os
import subprocess

import client

demo = subprocess.Popen([os.environ["DEMO"]], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
app = client.program("Recordwell demo")


def expect(what, got, want):
    if got != want:
        raise SystemExit("%s: %r, want %r" % (what, got, want))


first = app.find("entry", "First name")
first.write("Jo")
first.accessible.queryEditableText().insertText(2, "ana", 3)
client.wait(lambda: first.text() == "Joana", lambda: "the first name is %r" % first.text())
expect("caret", first.caret(), 5)

no = app.find("radio button", "No")
no.press("choose")
client.wait(lambda: "checked" in no.states(), "No was not chosen")

app.find("check box", "I agree").press()
client.wait(lambda: "checked" in app.find("check box", "I agree").states(), "the box was not ticked")

switch = app.find("toggle button", "Reduce movement")
switch.press()
client.wait(lambda: switch.description() == "On", lambda: "the switch says %r" % switch.description())

tabs = app.find("page tab list", "Scenario")
tabs.select(0)
client.wait(lambda: "selected" in app.find("page tab", "Set-up").states(), "the tab was not selected")

size = app.find("slider", "Text size")
size.set_value(200)
client.wait(lambda: size.value() == 200, lambda: "the size is %r" % size.value())

table = app.find("table", "Questions")
expect("cell", table.cell(1, 1).name(), "12")
expect("header", [h.name for h in table.cell(1, 1).accessible.queryTableCell().columnHeaderCells], ["Errors met"])

section = app.find("combo box", "Section")
expect("section", section.text(), "All sections")
section.press()
client.wait(lambda: "expanded" in section.states(), "the list did not open")

notes = app.find("entry", "Notes")
notes.focus()
word = notes.accessible.queryText().getTextAtOffset(0, client.pyatspi.TEXT_BOUNDARY_WORD_START)
expect("word", tuple(word), ("Maya ", 0, 5))
line = notes.accessible.queryText().getStringAtOffset(30, client.pyatspi.TEXT_GRANULARITY_LINE)
expect("line", line[0], "They live near Joana.")

app.find("push button", "Save and continue").press()
demo.stdin.write("show\nquit\n")
demo.stdin.close()
print(demo.stdout.read(), end="")
