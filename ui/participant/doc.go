// Package participant is the social worker's screens: start, tasks, the record
// page with its sections, story and questions, check your answers, and the end.
// A screen shows and calls back; what it means is the session's to know.
package participant
