package bundle

import (
	"archive/tar"
	"bufio"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"filippo.io/age"
)

// Limits on what is read before anything can be trusted.
const (
	mostManifest = 8 << 20 // bytes
	mostRecords  = 4 << 30
	mostWork     = 20 // of a passphrase, or a bundle could keep a computer busy for hours
	intro        = "age-encryption.org/v1\n"
)

// Bundle is an open bundle: its manifest was read, its records come next.
type Bundle struct {
	Manifest
	files *tar.Reader
}

// Open opens a bundle and reads its manifest. Its errors are [ErrNotABundle],
// [ErrPassphrase], [ErrChanged] and [ErrLater]; any other is of the reader.
func Open(r io.Reader, passphrase string) (*Bundle, error) {
	in := &watched{r: bufio.NewReader(r)}
	if head, err := in.r.Peek(len(intro)); string(head) != intro {
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, err
		}
		return nil, ErrNotABundle
	}
	identity, err := age.NewScryptIdentity(passphrase)
	if err != nil {
		return nil, ErrPassphrase // an empty one
	}
	identity.SetMaxWorkFactor(mostWork)
	opened, err := age.Decrypt(in, identity)
	if err != nil {
		return nil, in.why(err)
	}
	packed, err := gzip.NewReader(opened)
	if err != nil {
		return nil, in.why(err)
	}
	b := &Bundle{files: tar.NewReader(packed)}
	if err := b.readManifest(); err != nil {
		return nil, in.why(err)
	}
	return b, nil
}

func (b *Bundle) readManifest() error {
	head, err := b.files.Next()
	if err != nil {
		return err
	}
	if head.Name != manifestName || head.Size > mostManifest {
		return ErrNotABundle
	}
	about, err := io.ReadAll(io.LimitReader(b.files, mostManifest))
	if err != nil {
		return err
	}
	var version struct {
		Format int `json:"format"`
	}
	if json.Unmarshal(about, &version) != nil || version.Format < 1 {
		return ErrNotABundle
	}
	if version.Format > Format {
		return ErrLater
	}
	if json.Unmarshal(about, &b.Manifest) != nil || b.Size < 0 || b.Size > mostRecords {
		return ErrNotABundle
	}
	return nil
}

// CopyRecords writes the file of records and holds it against the manifest. Nothing that
// was written may be used unless it returns nil.
func (b *Bundle) CopyRecords(w io.Writer) error {
	head, err := b.files.Next()
	if err != nil {
		return changed(err)
	}
	if head.Name != recordsName || head.Size != b.Size {
		return ErrChanged
	}
	sum := sha256.New()
	out := &watchedWriter{w: w}
	n, err := io.Copy(io.MultiWriter(sum, out), io.LimitReader(b.files, b.Size))
	if out.err != nil {
		return out.err
	}
	if err != nil {
		return changed(err)
	}
	if n != b.Size || hex.EncodeToString(sum.Sum(nil)) != b.SHA256 {
		return ErrChanged
	}
	// To the end, so that a bundle that was cut short is found out.
	if _, err := b.files.Next(); !errors.Is(err, io.EOF) {
		return ErrChanged
	}
	return nil
}

func changed(err error) error { return fmt.Errorf("%w (%w)", ErrChanged, err) }

// watched remembers whether it was the reading itself that failed, as when a stick is
// pulled out.
type watched struct {
	r   *bufio.Reader
	err error
}

func (w *watched) Read(p []byte) (int, error) {
	n, err := w.r.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		w.err = err
	}
	return n, err
}

// why says what an error of opening means.
func (w *watched) why(err error) error {
	var none *age.NoIdentityMatchError
	switch {
	case w.err != nil:
		return w.err
	case errors.Is(err, ErrNotABundle), errors.Is(err, ErrLater):
		return err
	case errors.As(err, &none):
		for _, e := range none.Errors {
			if !errors.Is(e, age.ErrIncorrectIdentity) && !strings.Contains(e.Error(), "incorrect passphrase") {
				return changed(err)
			}
		}
		return ErrPassphrase
	}
	return changed(err)
}

type watchedWriter struct {
	w   io.Writer
	err error
}

func (w *watchedWriter) Write(p []byte) (int, error) {
	n, err := w.w.Write(p)
	if err != nil {
		w.err = err
	}
	return n, err
}
