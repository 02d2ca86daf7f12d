// Package simulate makes up people with habits and lets them fill in records
// through the real session code, with a clock of their own. What they leave is
// marked as simulated wherever it is shown. It is for trying the researcher's
// desk out, and for tests that need to know what was planted.
package simulate
