// Package ecma matches nothing here: no value of this module's types is restricted by a pattern.
package ecma

// Match says whether a program matches anywhere in a text; here that is not known.
func Match(program, text string) (matched, known bool) {
	return false, false
}
