package bundle

import (
	"crypto/rand"
	"math/big"
)

// letters can be told apart when they are read out or written down.
const letters = "abcdefghjkmnpqrstuvwxyz23456789"

// NewPassphrase makes a passphrase that nobody guesses: five groups of four, close to
// 99 bits.
func NewPassphrase() (string, error) {
	out := make([]byte, 0, 24)
	for i := range 20 {
		n, err := rand.Int(rand.Reader, big.NewInt(int64(len(letters))))
		if err != nil {
			return "", err
		}
		if i > 0 && i%4 == 0 {
			out = append(out, '-')
		}
		out = append(out, letters[n.Int64()])
	}
	return string(out), nil
}
