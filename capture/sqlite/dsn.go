package sqlite

import (
	"net/url"
	"path/filepath"
)

// Pragmas stand in the data source name, so that every connection of a pool
// has them.
var (
	common = []string{"_busy_timeout=5000", "_fk=1", "_dqs=0", "_defensive=1", "_pragma=trusted_schema(0)"}
	// Deleted rows are overwritten at once: withdrawing must leave no trace.
	forWriting = []string{"_journal_mode=WAL", "_synchronous=FULL", "_txlock=immediate", "_pragma=secure_delete(1)"}
	forReading = []string{"mode=ro", "_query_only=1"}
	// A backup is one file without a log beside it.
	forBackups = []string{"_journal_mode=DELETE", "_synchronous=FULL", "_txlock=immediate", "_pragma=secure_delete(1)"}
)

// dsn names a database file with the options given. The name is made absolute:
// in a file URL the first part of a relative one would be taken for a host.
func dsn(path string, options ...[]string) string {
	if whole, err := filepath.Abs(path); err == nil {
		path = whole
	}
	u := url.URL{Scheme: "file", Path: filepath.ToSlash(path)}
	s := u.String() + "?"
	for i, set := range append([][]string{common}, options...) {
		for j, o := range set {
			if i+j > 0 {
				s += "&"
			}
			s += o
		}
	}
	return s
}
