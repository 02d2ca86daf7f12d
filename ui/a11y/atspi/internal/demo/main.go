// Command demo serves the sample page on the accessibility bus without a window,
// for the tests of the bridge. It obeys lines on its standard input:
//
//	focus ID          move the focus
//	type WORDS        type into the first name
//	fail WORDS        show an error at the first name; none takes it away
//	choose yes|no     answer the question about school
//	search WORDS      show what was found, with no mark
//	mark N            mark what was found, from 0; -1 for none
//	status WORDS      change the status line
//	alert WORDS       show an alert
//	say WORDS         announce words
//	key NAME          a key goes down and up
//	block MILLIS      keep the UI goroutine busy
//	show              print what the page holds
//	quit
package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	"recordwell/ui/a11y"
	"recordwell/ui/a11y/a11ytest"
	"recordwell/ui/a11y/atspi"
)

var languages = []string{"Polish", "Portuguese", "Punjabi"}

func main() {
	ui := make(chan func(), 64)
	run := func(f func()) { ui <- f }
	page := a11ytest.NewSample()
	backend := atspi.New(a11y.Program{Name: "Recordwell demo", Version: "1", Lang: "en-GB", Run: run})
	tree := a11y.NewPublisher(run, backend, page)
	page.Changed = tree.Changed
	tree.Changed()

	go func() {
		lines := bufio.NewScanner(os.Stdin)
		for lines.Scan() {
			command, rest, _ := strings.Cut(lines.Text(), " ")
			run(func() { obey(page, tree, command, rest) })
		}
		run(func() { quit(tree) })
	}()
	for f := range ui {
		f()
	}
}

func obey(page *a11ytest.Sample, tree *a11y.Publisher, command, rest string) {
	number, _ := strconv.Atoi(rest)
	switch command {
	case "focus":
		page.Focus(rest)
	case "type":
		page.Type(rest)
	case "fail":
		page.Fail(rest)
	case "choose":
		page.Choose(rest)
	case "search":
		page.Search(rest, languages, -1)
	case "mark":
		page.Search("p", languages, number)
	case "status":
		page.Say(rest)
	case "alert":
		page.Alert(rest)
	case "say":
		tree.Announce(rest, a11y.LivePolite)
	case "key":
		text := ""
		if len(rest) == 1 {
			text = rest
		}
		tree.Key(a11y.Key{Name: rest, Text: text, Down: true})
		tree.Key(a11y.Key{Name: rest, Text: text})
	case "block":
		time.Sleep(time.Duration(number) * time.Millisecond)
	case "show":
		fmt.Printf("first=%q pressed=%d focus=%s reader=%t\n", page.FirstName(), page.Pressed(), page.Focused(), tree.ReaderActive())
	case "quit":
		quit(tree)
	}
}

func quit(tree *a11y.Publisher) {
	if err := tree.Close(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}
