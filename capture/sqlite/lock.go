package sqlite

import (
	"fmt"
	"io"
	"os"
)

// lockName is the file that one writing program at a time holds. It says "open"
// while it is held and nothing after a clean close.
const lockName = "recordwell.lock"

const lockMark = "open\n"

// lock is the right to write to a data folder. The operating system takes it
// back when the program ends, however it ends.
type lock struct {
	file *os.File
	// unclean: the last holder did not close, or nothing is known of it.
	unclean bool
}

// acquire takes the lock, or returns [capture.ErrInUse].
func acquire(path string) (*lock, error) {
	f, err := openLocked(path)
	if err != nil {
		return nil, err
	}
	content, err := io.ReadAll(io.LimitReader(f, int64(len(lockMark))))
	if err != nil {
		f.Close()
		return nil, err
	}
	return &lock{file: f, unclean: string(content) == lockMark}, nil
}

// mark notes that writing begins.
func (l *lock) mark() error {
	if _, err := l.file.WriteAt([]byte(lockMark), 0); err != nil {
		return fmt.Errorf("mark the lock: %w", err)
	}
	return l.file.Sync()
}

// release lets go; clean says that everything was closed in order.
func (l *lock) release(clean bool) error {
	var err error
	if clean {
		err = l.file.Truncate(0)
	}
	if e := l.file.Close(); err == nil {
		err = e
	}
	return err
}
