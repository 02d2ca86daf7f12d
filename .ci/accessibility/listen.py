#!/usr/bin/python3
"""Go through a record by keyboard while Orca listens, and check what it says.

    listen.py CODE      a record, from the code to check your answers
    listen.py match CODE  everyday work: a child who may be on the system already
    listen.py desk      the research desk, with results in it
    listen.py together FILE  the desk of a study of two rounds, and results in FILE to collect

Inside session and orca, with the program started. Each step is marked among what
Orca says with a line "# step". Behind each key stands what must be heard because of
it, in order, before the next key is pressed; what else is said does not matter.
"""
import os
import sqlite3
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "desktop"))
import client  # noqa: E402

PATIENCE = 12  # seconds for words to come
missed = []
phrases = 0


def said():
    with open(os.environ["SPEECH"], encoding="utf-8") as f:
        return f.read()


class Unheard(str):
    """A line that must not be said until the words have come."""


def hear(where, since, words):
    """Wait until words are said, in order; those of a set in any, as what is announced
    may come before the focus or after it."""
    global phrases
    never, words = [w for w in words if isinstance(w, Unheard)], [w for w in words if not isinstance(w, Unheard)]
    until = time.monotonic() + PATIENCE
    while True:
        heard = " ".join(said()[since:].split())
        at, left = 0, list(words)
        while left:
            ends = [heard.find(w, at) + len(w) if w in heard[at:] else -1 for w in (left[0] if isinstance(left[0], set) else [left[0]])]
            if min(ends) < 0:
                break
            at = max(ends)
            left.pop(0)
        if not left:
            phrases += sum(len(w) if isinstance(w, set) else 1 for w in words)
            lines = said()[since:].splitlines()
            missed.extend("%s: heard, and should not be: %r" % (where, w) for w in never if w in lines)
            return
        if time.monotonic() > until:
            missed.append("%s: not heard in its turn: %r. Heard: %s" % (where, left[0], heard))
            return
        time.sleep(0.05)


def step(name, *keys):
    """Press keys; each is (key, what must be heard…), and a key "=words" is typed."""
    with open(os.environ["SPEECH"], "a") as f:
        f.write("# %s\n" % name)
    for key, *words in keys:
        since = len(said())
        if key.startswith("="):
            subprocess.run(["xdotool", "type", "--clearmodifiers", "--delay", "60", "--", key[1:]], check=True)
        elif key:
            subprocess.run(["xdotool", "key", "--clearmodifiers", key], check=True)
        hear(name, since, words)


def begin(app, code):
    agree(app, code)
    until(app, lambda t: t.name().startswith("Start, "), "the task")
    step("the record opens", ("ctrl+Return", "Who got in touch heading level 1.", Unheard("Who got in touch - Recordwell")))
    step("the whole page", ("KP_Add", "Who got in touch", "When did they get in touch? panel.", "For example, 27 3 2025", "Day, entry.", "Empty",
                            "How did they get in touch? panel.", "Phone, radio button, not selected", "Help with who made it, link",
                            "Who made the referral?", "combo box.", "Empty.", "Start typing, then choose from the list", "Have you completed this section? panel.",
                            "landmark The family", "They are worried about Maya Carvalho.", "Saved on this computer", "Save and continue, push button"))


def agree(app, code):
    step("to the code", ("Tab", "Your code entry.", "The researcher gave it to you. It has 6 letters and numbers."), ("=" + code,))
    step("start", ("ctrl+Return", "Help us make a better record form heading level 1.", "What we never record: Your name, your screen, your voice or your real cases."))
    until(app, lambda t: t.role() == "check box", "what to agree to")
    step("agreeing", ("space", "checked"), ("Tab", "I agree that Recordwell keeps a log of how I use the forms. check box not checked."), ("space", "checked"),
         ("Tab", "I know I can stop at any time without giving a reason. check box not checked."), ("space", "checked"))
    until(app, lambda t: t.name() == "I agree, start", "the button to agree")
    step("the tasks", ("Return", "Your tasks heading level 1."))


def match(app, code):
    """Children who look like the one being typed are told, and what differs."""
    agree(app, code)
    recorded()
    until(app, lambda t: t.name().startswith("Start, Kyle"), "Kyle's task")
    step("a child's details", ("Return", "Kyle’s details heading level 1."))
    until(app, lambda t: "given names" in t.name() and t.role() == "entry", "the names")
    step("a name", ("=Kyle", "e"), ("Tab", "Not named yet check box"), ("Tab", "family name? entry."), ("=Tansley", "children on the system look like this one."))
    step("who it may be", ("Tab", "This is the same child, Kyle Tansley push button.", "27 Alder Walk, Northmere. All that you have typed is the same."),
         ("Tab", "This is the same child, Kyle Tansey push button.", "Family name Tansey, you typed Tansley."))
    copying()
    not_right(app)
    not_saved(app)


def copying():
    """What a sister's record has: what it is, that it was copied, and how to go back."""
    step("what can be copied", ("ctrl+2", "Kyle’s background heading level 1."),
         ("Tab", "Copy this from the record of Leah, 10 push button.", "First language: English. Interpreter needed: No. Copy it only if it is the same for this child."))
    step("copy", ("Return", {"Copied from the record of Leah, 10. Press Ctrl and Z to undo.", "What is Kyle’s first language? combo box. English."}))
    step("undo", ("ctrl+z", "Undone."), ("ctrl+shift+z", "Done again."))
    step("copy an address", ("ctrl+4", "Where does Kyle live? heading level 1."), ("Tab", "Copy this from the record of Leah, 10 push button.", "House and street: 27 Alder Walk."),
         ("Return", {"Copied from the record of Leah, 10.", "An address of Kyle heading level 1."}), ("Tab", "What kind of address is it? panel.", "Home.", "selected radio button"))
    step("the list of addresses", ("alt+Left", "Where does Kyle live? heading level 1."), ("Tab", "List with 1 item.", "Change 27 Alder Walk link.", "Home, FB6 3NE."))
    step("the timeline", ("ctrl+t", "Timeline heading level 1."), ("Tab", "What has happened panel.", "List with ", "Read Contact and referral: date of the decision, 30 September 2025 link."))
    step("what is known", ("Return", "heading level 1."), ("KP_Add", "Contact and referral", "Date they got in touch, 29 September 2025", "Who made it, School"))


def not_right(app):
    """An answer that was read back is not right: what is missing, and that it is noted."""
    until(app, lambda t: t.name().startswith("Check your answers,"), "the last section", 40, "F6", "End")
    step("what would be returned", ("Return", "Check your answers before you finish heading level 1.", "would stop this case if it were returned today."))
    until(app, lambda t: t.name() == "Read it back to the child and family", "the button to read it back", 120)
    step("read back", ("Return", "Read the record back heading level 1."))
    until(app, lambda t: t.name().startswith("Not right: "), "an answer")
    step("not right", ("Tab", "Not right: family name link.", "Tansley."),
         ("Return", "What is not right? heading level 1.", "Family name. The record says: Tansley.", Unheard("What is not right? - Recordwell")))
    step("what they said", ("Tab", "What did they say? entry.", "Do not write about a real child or family. You have 500 characters left."), ("=It is Tansey", "y"),
         ("Tab", "Do you agree? panel.", "Yes, the record is wrong.", "not selected radio button", Unheard("It goes to the research team. Do not write about a real child or family. You have 487 characters left")))
    step("what is missing", ("ctrl+Return", "Error: Select whether you agree"))
    step("noted", ("space", "selected"), ("ctrl+Return", {"Read the record back heading level 1.", "Noted. It stands beside the record, and the answer is as it was."}))
    step("back to the answers", ("alt+Left", "Check your answers before you finish heading level 1."))


def not_saved(app):
    """A record that is finished while another program holds the records."""
    until(app, lambda t: t.name().startswith("Finish with"), "the button to finish", 120)
    other = sqlite3.connect(os.path.join(os.environ["OUT"], "match", "recordwell.db"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    step("finish", ("Return", "Saving your record heading level 1."))
    step("not saved yet", ("", "Record finished, not saved yet heading level 1.", "It is not on the disk yet, so do not close this window.", "Close the other program."),
         ("Tab", "Try again push button."), ("Tab", "Go on, it is saved later link."), ("shift+Tab", "Try again push button."))
    other.execute("ROLLBACK")
    step("try again", ("Return", "Overall, how difficult or easy was the task? heading level 1."))


def recorded():
    """The log in words, from the list of tasks and back."""
    step("my data", ("F6", "landmark Saving and moving on", "Your data and your choices link."), ("Return", "Your data and your choices heading level 1."),
         ("Tab", "Go back push button."), ("Tab", "See what is recorded push button."))
    step("what is recorded", ("Return", "What is recorded about me heading level 1.", "The newest line: You "),
         ("KP_Add", "What is recorded about me", "No answer and no word that you typed is in it.", "in the log.", "The newest is first.", "You "))
    step("back to the tasks", ("alt+Left", "Your data and your choices heading level 1."), ("alt+Left", "Your tasks heading level 1."))


def controls():
    step("date", ("Tab", "When did they get in touch? panel.", "Day entry.", "For example, 27 3 2025."), ("Tab", "Month entry."), ("Tab", "Year entry."))
    step("on from a box", ("KP_Add", "How did they get in touch? panel.", "Save and continue, push button"))
    step("radio", ("Tab", "How did they get in touch? panel.", "Phone.", "not selected radio button"),
         ("Down", "Online form.", "selected radio button"), ("Down", "Email.", "selected radio button"), ("space",))
    step("help", ("F1", "landmark Help", "Close help link.", "Help: "), ("Escape", "Email."), ("Tab", "Help with", "link."))
    step("search", ("Tab", "Who made the referral? combo box.", "Start typing, then choose from the list."), ("=scho", "2 answers found.", "o", "2 answers found."))
    step("take an answer", ("Down", "School nurse."), ("Return", "School nurse."))
    step("text", ("Tab", "What is their name? entry."), ("=Farah", "a", "h"))
    step("long text", ("ctrl+2", "The referral heading level 1."), ("Tab", "Day entry."), ("Tab", "Month entry."), ("Tab", "Year entry."),
         ("Tab", "What are they asking for? panel.", "To keep a child safe."), ("Tab", "What did they tell you? entry.", "You have 2,000 characters left."))
    step("tick boxes", ("ctrl+8", "Maya’s health heading level 1."),
         ("Tab", "Does Maya have a disability? panel.", "Mobility check box not checked.", "Select all that apply."), ("space", "checked"), ("Tab", "Hand function check box not checked."))


def errors():
    step("section with errors", ("ctrl+5", "The decision heading level 1."))
    step("failed save", ("ctrl+Return", "Error: The decision - Recordwell", "alert There is a problem. 4 errors."))
    step("first error", ("Tab", "Select yes if children’s social care will do more work link."),
         ("Return", "Will children’s social care do more work with Maya? panel.", "Error: Select yes if children’s social care will do more work."))
    step("next error", ("F4", "Who made the decision? entry.", "invalid entry.", "Error: Enter the name of the manager."))
    step("the last error", ("F4", "When was the decision made? panel.", "Day entry.", "Error:"))
    step("the section itself", ("F4", "Have you completed this section? panel.", "Yes, I have completed it.", "Error: Select whether you have completed this section."))
    step("back to the summary", ("F4", "alert There is a problem. 4 errors."))
    step("all that is wrong", ("KP_Add", "Enter the name of the manager, link", "Will children’s social care do more work with Maya? panel.", "Error: Select yes if children’s social care will do more work",
                               "Who made the decision?", "entry, invalid.", "Empty.", "Error: Enter the name of the manager", "Day, entry, invalid.", "Error: Enter the date of the decision", "Month, entry, invalid.", "Save and continue, push button"))


def groups():
    step("regions", ("F6", "landmark The family", "Hide the family link."), ("KP_Add", "Story date: Thursday 16 October 2025", "They are worried about Maya Carvalho.", "Tomás, brother, 3", "landmark Saving and moving on", "Save and continue, push button"), ("F6", "Back push button."), ("F6", "landmark Top bar"),
         ("F6", "landmark Sections", "The decision, 3 to fix."))
    step("down the list", ("End", "Check your answers, Not ready yet."), ("Up", "People who help, Not started."), ("Up", "About the family, Not started."), ("Up", "Household, Not started."))
    step("household", ("Return", "Who lives with Maya? heading level 1."))
    step("someone else", ("Tab", "Does anyone else live with Maya? panel.", "Yes, add another person."), ("space", "selected"))
    step("a person", ("ctrl+Return", "Someone who lives with Maya heading level 1."), ("Tab", "What are their given names? entry."), ("=Joana", "a"),
         ("Tab", "I do not know check box not checked."), ("Tab", "What is their family name? entry."), ("=Carvalho", "o"))
    step("back to the list", ("alt+Left", "Who lives with Maya? heading level 1."))
    step("the items", ("Tab", "List with 1 item.", "Change Joana Carvalho link."), ("Tab", "Remove Joana Carvalho link."))
    step("remove asks", ("Return", "Remove Joana Carvalho? dialog", "You can undo this.", "Remove Joana Carvalho? heading level 1."))
    step("keep", ("Escape", "Remove Joana Carvalho link."))
    step("removed", ("Return", "Remove Joana Carvalho? heading level 1."), ("Tab", "push button."), ("Return", "Joana Carvalho removed. Press Ctrl and Z to undo"))
    step("undo it", ("ctrl+z", "Undone."), ("ctrl+shift+z", "Done again."), ("ctrl+z", "Undone."))


def check():
    step("to the last section", ("F6", "Hide the family"), ("F6", "Back push button."), ("F6", "landmark Top bar"), ("F6", "landmark Sections", "Household"), ("End", "Check your answers, Not ready yet."))
    step("check your answers", ("Return", "Check your answers before you finish heading level 1."))
    step("an answer", ("Tab", "Who got in touch panel.", "Change date they got in touch link.", "Not provided."), ("Tab", "Change how they got in touch link.", "Email."))
    step("text and colours", ("ctrl+comma", "Text and colours heading level 1."), ("Escape", "Change how they got in touch link."))
    step("national rules", ("F6", "landmark National rules", "link.", "Rule"))
    step("read back", ("shift+Tab", "Read it back to the child and family push button."), ("Return", "Read the record back heading level 1."),
         ("Tab", "Who is it for? panel.", "Parents and carers.", "selected radio button"), ("Up", "A young person of 13 or over."), ("space", "read back to them"),
         ("alt+Left", "Check your answers before you finish heading level 1."))
    step("timeline", ("ctrl+t", "Timeline heading level 1."), ("alt+Left", "Check your answers before you finish heading level 1."),
         ("F6", "landmark National rules"), ("F6", "landmark Saving and moving on"))


def until(app, test, what, most=60, *keys):
    """Press Tab, or other keys, until the focus is on something."""
    for _ in range(most):
        t = next((t for t in app.all() if "focused" in t.states() and not any("focused" in c.states() for c in t.children())), None)
        if t is not None and test(t):
            return
        for key in keys or ["Tab"]:
            subprocess.run(["xdotool", "key", "--clearmodifiers", key], check=True)
            time.sleep(0.2)
    raise client.Missing("keys did not come to %s" % what)


def ending(app):
    """What is asked after a task and at the end."""
    until(app, lambda t: t.name().startswith("Finish with"), "the button to finish")
    step("how easy it was", ("Return", "Overall, how difficult or easy was the task? heading level 1.", Unheard("Recordwell"), Unheard("Overall, how difficult or easy was the task? - Recordwell")),
         ("Tab", "Overall, how difficult or easy was the task? panel.", "1 of 7.", "1 is very difficult, 7 is very easy"), ("5", "5 of 7."),
         ("Tab", "What made it difficult or easy?", "entry."))
    step("ten statements", ("ctrl+Return", "What do you think of the system? heading level 1."),
         ("Tab", "I think that I would like to use this system frequently panel.", "1 of 5.", "1 is strongly disagree, 5 is strongly agree"), ("4", "4 of 5."),
         ("Tab", "I found the system unnecessarily complex panel."))
    until(app, lambda t: t.name() == "Skip these questions", "the button to skip")
    step("last questions", ("Return", "Using this record at work heading level 1."))
    until(app, lambda t: t.name() == "Skip these questions", "the button to skip")
    step("thank you", ("Return", "Thank you heading level 1."))


def desk(app):
    step("to the desk", ("Tab", "Your code entry."), ("Tab", "Start push button."), ("Tab", "Go to the research desk push button."),
         ("Return", "Study overview heading level 1."))
    client.wait(lambda: app.look("push button", "Data quality report"), "there are no results", 40)
    until(app, lambda t: t.name() == "Data quality report", "the first button")
    step("charts", ("Tab", "Tasks completed,", "24 people, likely range", "Opens these figures as a table."),
         ("Tab", "Time for one task,", "minutes, ", "likely range"))
    until(app, lambda t: t.name().startswith("Study overview") and t.role() != "heading", "the menu")
    step("to the questions", ("Down", "Questions."), ("Return", "Question by question heading level 1."))
    until(app, lambda t: t.role() in ("table", "table cell", "table column header", "column header", "row header"), "the table")
    step("cells", ("Up", "column header.", "can be sorted"), ("Down", "link, row 1 of "), ("Down", "row header.", "row 2 of "), ("Right", "Seconds lost column header", "row 2 of "), ("Right", "column header", "row 2 of "), ("Down", "row 3 of "))
    menu(app, "Session replay")
    until(app, lambda t: "table" in t.role() or t.role() == "row header", "the sessions")
    step("a replay", ("Return", "Replay of ", "heading level 1."), ("Tab", "All sessions push button."),
         ("Tab", "minutes, section by section. Who got in touch, ", " seconds.", "push button.", "Goes to the list of what happened."))
    step("its moments", ("Return", "What happened.", "Opened the task ", "the replay is here, row 1 of "), ("Down", "Opened “Who got in touch”", "row 2 of "), ("Down", "Went to ", "row 3 of "),
         ("Return", "Went to ", "the replay is here, row 3 of "))
    menu(app, "Withdraw a person")
    step("a wrong code", ("Tab", "What is their code? entry.", "6 letters and numbers"), ("=ABC",), ("ctrl+Return", "Error: Check the code."))
    menu(app, "Studies")
    until(app, lambda t: t.name().startswith("Set up: "), "a study")
    step("set-up of a study", ("Return", "heading level 1."))
    until(app, lambda t: t.role() == "page tab", "the tabs")
    step("tabs", ("Right", "Consent page tab."), ("Return", "Consent is shown"))
    set_up(app)
    scenario(app)
    check_a_return(app)


def set_up(app):
    """A study is copied and changed: words, mistakes, a round, codes; then tried."""
    menu(app, "Studies")
    until(app, lambda t: t.name() == "Copy: Autumn 2025 trial", "the button to copy")
    step("a copy", ("Return", "What is the new study called? entry", "Copy of Autumn 2025 trial"), ("ctrl+Return", "Copy of Autumn 2025 trial heading level 1."))
    to_tab("Consent", 1)
    step("consent", ("Tab", "The page panel.", "What is its title? entry Help us make a better record form."))
    until(app, lambda t: t.name() == "Add something they are told", "the button to add")
    step("add a fact", ("Return", "Told 6 of 6 panel.", "Short title entry."), ("=Tea",), ("Tab", "In full entry."))
    step("what is missing", ("F4", "alert There is a problem. 1 error."), ("Tab", "Enter in full what people are told, 6 of 6 link."),
         ("Return", "In full entry.", "invalid entry.", "Error: Enter in full what people are told, 6 of 6."))
    step("put right", ("=Tea",), ("Tab", {"Picture combo box.", "Ready. There are no codes yet."}))
    to_tab("Rounds", 1)
    step("a round", ("Tab", "First round panel.", "What is the round called? entry First round."), ("Tab", "Forms panel.", "Child and family assessment combo box.", "Not used."))
    until(app, lambda t: t.name() == "Open First round", "the button to open the round")
    step("open it", ("Return", {"First round is open.", "What is the round called?"}), ("Tab", "Close First round push button."), ("Return", "First round is closed."))
    to_tab("Codes", 1)
    step("codes", ("Tab", "Make codes panel.", "How many more codes do you need? entry 12.", "Between 1 and 500."), ("ctrl+a", "selected"), ("=900",), ("Tab", "Make codes push button."),
         ("Return", "How many more codes do you need? entry 900.", "invalid entry.", "Error: The number of codes must be between 1 and 500."))
    step("make them", ("ctrl+a", "selected"), ("=2",), ("Tab", "Make codes push button."), ("Return", {"2 codes made.", "How many more codes do you need? entry 2."}))
    step("the codes", ("Tab", "Make codes push button."), ("Tab", "Codes of the study.", "row header.", "row 1 of 2."), ("Right", "What became of it column header Not used yet."))
    step("take one back", ("Return", "Take back ", "dialog Nobody can begin or go on with it."), ("Tab", "push button."), ("Return", "is taken back."),
         ("Return", "Give back ", "dialog It works again in a round that is open."), ("Tab", "push button."), ("Return", "works again."))
    step("try it", ("F6", "Studies."), ("F6", "Try it as a participant push button."),
         ("Return", "Trying it out: Help us make a better record form", "Help us make a better record form heading level 1.", "What we keep: "))
    step("back from there", ("F6", "landmark Trying it out", "Back to the desk push button."), ("Return", "Copy of Autumn 2025 trial heading level 1."))


def scenario(app):
    """A scenario is copied and changed: what is wrong with it, its facts, its key."""
    menu(app, "Scenarios")
    until(app, lambda t: t.name() == "Copy this scenario", "the button to copy")
    step("copy a scenario", ("Return", "What is the copy called? entry", "Copy of The Carvalho family"), ("ctrl+Return", "Copy of The Carvalho family heading level 1."))
    until(app, lambda t: t.name() == "Paragraph 2", "the second paragraph")
    step("a paragraph", ("ctrl+a", "selected"), ("=Maya is well.",))
    step("what is wrong", ("ctrl+Return", "alert There is a problem. 1 error."), ("Tab", "The facts are numbered without gaps, but there is no fact 8 link."),
         ("Return", "Paragraph 1 entry", "invalid entry.", "Error: The facts are numbered without gaps, but there is no fact 8."))
    until(app, lambda t: t.name() == "Number the facts anew", "the button that numbers")
    step("number the facts", ("Return", {"The facts are numbered 1 to 36, and the key follows", "Paragraph 1 entry"}))
    step("its key", *[("shift+F6",)] * 2)
    until(app, lambda t: t.role() == "page tab", "the tabs")
    step("the tab of the key", ("Right", "Answer key page tab."), ("Return", "Answer key is shown"))
    until(app, lambda t: t.role() == "row header", "the key")
    step("an answer", ("Return", "Referral: Date they got in touch panel.", "Which facts of the story does it rest on? entry 3."), ("ctrl+a", "selected"), ("=99",),
         ("Tab", "Counts towards accuracy"), ("shift+Tab", "invalid entry.", "Error: There is no fact 99 in the story."))
    until(app, lambda t: t.name() == "Fill in the forms to make the key", "the button that opens the forms")
    step("the forms", ("Return", "Making the key: ", "Who got in touch heading level 1."))
    until(app, lambda t: t.name() == "Back to the desk", "the way back")
    step("back from the forms", ("Return", "Change a scenario"))


def to_tab(name, right):
    """Chooses a tab of the study, so many to the right of the one that is shown."""
    step("to " + name, ("F6", "Studies."), ("F6", "Try it as a participant push button."))
    step("the tabs", *[("Tab",)] * 2, ("Tab", "page tab."), *[("Right",)] * (right - 1), ("Right", name + " page tab."), ("Return", name + " is shown."))


def check_a_return(app):
    menu(app, "Check a return")
    step("nothing is chosen", ("ctrl+Return", "alert There is a problem. 2 errors."), ("Tab", "Select which return it is link."),
         ("Return", "Which return is it? panel.", "Children in need census.", "Error: Select which return it is."))
    step("the files", ("space", "selected"), ("Tab", "Which files? entry.", "Error: Enter the path of a file, or choose one."), ("=" + os.path.join(os.environ["OUT"], "return.xml"),))
    step("what was found", ("ctrl+Return", {"14 errors and 4 things to check. 109 rules", "What was found heading level 2."}))
    until(app, lambda t: t.name() == "Check another return", "the last button above the findings")
    step("filters", ("Tab", "Which findings are shown panel.", "Rule combo box.", "All rules."), ("Tab", "What it is combo box.", "Everything."), ("Tab", "Child entry."), ("=zz",),
         ("Tab", {"0 findings shown.", "Words or a value entry."}), ("shift+Tab", "Child entry"), ("ctrl+a", "selected"), ("BackSpace",), ("Tab", "18 findings shown."))
    step("findings", ("Tab", "Findings.", "table with 19 rows 5 columns", "Rule column header.", "can be sorted."),
         ("Return", "sorted, A to Z"), ("Down", "1103 row header.", "Error: An assessment starts before the referral", "row 1 of 18."), ("Right", "What it is column header Error.", "row 1 of 18."))
    step("its words", ("Return", "An assessment starts before the referral heading level 2.", "Error. Child DfEX0000001.", "What to do: "))
    step("where it is", ("Tab", "Close push button."), ("Tab", "Where it is.", "Assessments row header."), ("Escape", "An assessment starts before the referral", "row 1 of 18."))


def together(app, path):
    """Two rounds are compared; then results of another computer are collected."""
    step("to the desk", ("Tab", "Your code entry."), ("Tab", "Start push button."), ("Tab", "Go to the research desk push button."),
         ("Return", "Study overview heading level 1.", "The results are ready."))
    menu(app, "Compare rounds")
    step("two rounds", ("Tab", "Show as a table push button."), ("Tab", "Save in a report push button."),
         ("Tab", "Before combo box.", "First round."), ("Tab", "After combo box.", "Second round."))
    step("changes", ("Tab", "Tasks completed, ", "% to ", " points ", "likely range ", "12 and 12 people push button.", "Opens these figures as a table."),
         ("Tab", "Time for one task, ", " to ", "likely range "))
    step("as a table", ("Return", "First round and Second round.", "Tasks completed row header."), ("Right", "First round column header", "%"),
         ("Right", "Second round column header"), ("Right", "People column header", "12 and 12."), ("Down", "row 2 of "))
    until(app, lambda t: t.role() in ("table cell", "row header") and "date of birth" in t.name(), "what changed in the forms")
    step("what changed", ("Right", "Change column header", "Reworded: hint."))
    menu(app, "Collect results")
    step("a file", ("Tab", "Which files? entry.", "One path a line."), ("=" + path, "e"), ("Tab", "Choose files collapsed push button."),
         ("Tab", "Which passphrase were they saved with? password text."))
    step("a wrong passphrase", ("=wrong",), ("ctrl+Return", "Not added. The passphrase does not open it. Type the one that it was saved with."))
    step("what came in", ("Tab", "Add results push button."), ("Tab", "Files of results.", "row header."), ("Right", "What happened column header", "The passphrase does not open it."),
         ("Right", "Result column header", "Not added."))
    step("to another computer", ("Tab", "What do you call this computer? entry.", "Leave out names of people"), ("Tab", "In which folder? entry", "It is made if it is not there yet"),
         ("Tab", "Which passphrase should open the file? password text.", "12 characters or more."), ("Tab", "Make one up and show it push button."),
         ("Return", "The passphrase is in the box. Write it down."))
    until(app, lambda t: t.name() == "Which files?", "the files")
    step("the right passphrase", ("Tab", "Choose files"), ("Tab", "Which passphrase were they saved with?"), ("ctrl+a",), ("=otter lantern gravel",),
         ("ctrl+Return", "Needs your decision. Same code, different session: ", " are used here too. Nothing is added yet. To decide, press Enter on it in the table"))
    step("two people", ("Tab", "Files of results."), ("Return", "Were 6 codes used by two people? dialog In r.rwbundle and here ", " stand for different sessions. If two people used the same slip, add both.", "Were 6 codes used by two people? heading level 1."), ("Tab", "Add both push button."))
    step("added", ("Return", "Added. 6 sessions added. The file holds 6 finished records and "))


def menu(app, page):
    """Goes to a page of the desk by its menu, which opens at the page that is shown."""
    until(app, lambda t: t.role() == "list item", "the menu")
    names = [t.name() for t in client.wait(lambda: app.look("list", "Pages"), "there is no menu").children()]
    at = client.wait(lambda: next((t.name() for t in app.all() if t.role() == "list item" and "focused" in t.states()), None), "the focus is not in the menu")
    for _ in range(abs(names.index(page) - names.index(at))):
        subprocess.run(["xdotool", "key", "--clearmodifiers", "Down" if names.index(page) > names.index(at) else "Up"], check=True)
        time.sleep(0.4)
    step("to " + page, ("Return", page + " heading level 1."))


def go(app, how, code):
    if how == "desk":
        desk(app)
    elif how == "together":
        together(app, code)
    elif how == "match":
        match(app, code)
    else:
        begin(app, how)
        controls()
        errors()
        groups()
        check()
        ending(app)


def main():
    app = client.program("Recordwell")
    try:
        go(app, sys.argv[1], sys.argv[-1])
    except client.Missing as e:
        missed.append(str(e))
    print("%d phrases were heard in their turn" % phrases, file=sys.stderr)
    if missed:
        print("\n".join(missed), file=sys.stderr)
        sys.exit(1)



if __name__ == "__main__":
    main()
