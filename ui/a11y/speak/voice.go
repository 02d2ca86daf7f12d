package speak

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"runtime"
	"strings"
	"sync"
	"time"
)

// ErrNoVoice means that the computer has no voice that we know how to use.
var ErrNoVoice = errors.New("this computer has no voice to read aloud with")

// settle is how long a voice that was stopped may take to let go of its pipes.
const settle = 200 * time.Millisecond

// program is a command that speaks what it reads from standard input.
type program struct {
	name string
	args func(lang string) []string
	// quiet are the arguments of a second call that ends what a service is still
	// saying after the command has been killed; nil where killing is enough.
	quiet []string
	// phrases means one call a phrase, because the service keeps on saying all it
	// was given.
	phrases bool
}

// programs are the voices of a system, best first.
func programs(system string) []program {
	switch system {
	case "windows":
		return []program{{name: "powershell", args: sapi}}
	case "darwin":
		return []program{{name: "say", args: func(string) []string { return []string{"-f", "-"} }}}
	}
	espeak := func(lang string) []string { return []string{"--stdin", "-v", strings.ToLower(lang)} }
	return []program{
		{
			name:  "spd-say",
			args:  func(lang string) []string { return []string{"--wait", "--pipe-mode", "--language", lang} },
			quiet: []string{"--cancel"}, phrases: true,
		},
		{name: "espeak-ng", args: espeak},
		{name: "espeak", args: espeak},
	}
}

// sapi speaks line by line; a voice for the language is taken if there is one.
func sapi(lang string) []string {
	return []string{"-NoProfile", "-NonInteractive", "-Command", `
Add-Type -AssemblyName System.Speech
[Console]::InputEncoding = [Text.Encoding]::UTF8
$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer
try { $voice.SelectVoiceByHints('NotSet', 'NotSet', 0, [Globalization.CultureInfo]::GetCultureInfo('` + culture(lang) + `')) } catch {}
while ($null -ne ($line = [Console]::In.ReadLine())) { $voice.Speak($line) }`}
}

// culture keeps what a language tag may hold, so that nothing else gets into the
// script.
func culture(lang string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' {
			return r
		}
		return -1
	}, lang)
}

// Voice reads aloud, one thing at a time. Any goroutine may use it.
type Voice struct {
	found []command // best first

	mu    sync.Mutex
	stop  context.CancelFunc
	turn  int
	ended chan struct{} // closed when the last reading has let go
}

// command is a program and where it is.
type command struct {
	program
	path string
}

// New finds the voice of this computer. There may be none: see Available.
func New() *Voice {
	v := &Voice{}
	for _, p := range programs(runtime.GOOS) {
		if path, err := exec.LookPath(p.name); err == nil {
			v.found = append(v.found, command{p, path})
		}
	}
	return v
}

// Available reports whether there is a voice.
func (v *Voice) Available() bool { return len(v.found) > 0 }

// Speaking reports whether something is being read.
func (v *Voice) Speaking() bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.stop != nil
}

// Speak begins to read phrases in a language (BCP 47) and returns at once. What
// was being read before ends. When it is over, done is called on another
// goroutine, once: with nil if it came to its end or was stopped.
func (v *Voice) Speak(phrases []string, lang string, done func(error)) {
	if !v.Available() {
		go done(ErrNoVoice)
		return
	}
	ctx, stop := context.WithCancel(context.Background())
	v.mu.Lock()
	if v.stop != nil {
		v.stop()
	}
	v.stop = stop
	v.turn++
	turn, before, ended := v.turn, v.ended, make(chan struct{})
	v.ended = ended
	v.mu.Unlock()

	phrases = append([]string(nil), phrases...)
	go func() {
		if before != nil {
			<-before // what silences that must not silence this
		}
		err := v.read(ctx, phrases, lang)
		close(ended)
		v.mu.Lock()
		if v.turn == turn {
			v.stop = nil
		}
		v.mu.Unlock()
		stop()
		done(err)
	}()
}

// Stop ends the reading at once. It does not wait.
func (v *Voice) Stop() {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.stop != nil {
		v.stop()
		v.stop = nil
	}
}

// read tries the next voice where one cannot begin, such as a service that is
// installed and does not run.
func (v *Voice) read(ctx context.Context, phrases []string, lang string) error {
	var err error
	for _, c := range v.found {
		var begun bool
		if begun, err = c.read(ctx, phrases, lang); err == nil || begun {
			return err
		}
	}
	return err
}

func (c command) read(ctx context.Context, phrases []string, lang string) (begun bool, err error) {
	phrases = lines(phrases)
	if !c.phrases {
		phrases = []string{strings.Join(phrases, "\n")}
	}
	for _, p := range phrases {
		if err := c.say(ctx, p, lang); err != nil {
			return begun, err
		}
		begun = true
	}
	return begun, nil
}

// lines are the phrases, each on one line, without empty ones.
func lines(phrases []string) []string {
	var out []string
	for _, p := range phrases {
		if p = strings.Join(strings.Fields(p), " "); p != "" {
			out = append(out, p)
		}
	}
	return out
}

func (c command) say(ctx context.Context, words, lang string) error {
	if ctx.Err() != nil || words == "" {
		return nil
	}
	cmd := exec.CommandContext(ctx, c.path, c.args(lang)...)
	cmd.Stdin = strings.NewReader(words + "\n")
	cmd.WaitDelay = settle
	err := cmd.Run()
	if ctx.Err() != nil {
		return c.hush()
	}
	if err != nil {
		return fmt.Errorf("%s could not read aloud. Check that the computer's speech works: %w", c.name, err)
	}
	return nil
}

// hush ends what a service goes on saying by itself.
func (c command) hush() error {
	if c.quiet == nil {
		return nil
	}
	if err := exec.Command(c.path, c.quiet...).Run(); err != nil {
		return fmt.Errorf("%s could not be stopped: %w", c.name, err)
	}
	return nil
}
