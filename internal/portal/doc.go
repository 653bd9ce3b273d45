// Package portal holds the words of the domain: units, movements, plans and
// their clauses, targets, deadlines, tasks, results, models, exemplars, and the
// problems found in them. It does no I/O and knows no clock.
//
// Records are read once by package load and never changed afterwards, so they
// may be shared between goroutines and between two builds of one server.
package portal
