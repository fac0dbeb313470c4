package odata

import (
	"slices"
	"strings"
)

// Lists says whether the schema lists the members that text names, separated by commas.
func (e *Enum) Lists(text string) bool {
	for _, name := range strings.Split(text, ",") {
		if !slices.Contains(e.Members, strings.TrimSpace(name)) {
			return false
		}
	}
	return true
}

// SplitFlags gives the members that a value of flags names, in their order.
func SplitFlags[T ~string](value T) []T {
	var made []T
	for _, name := range strings.Split(string(value), ",") {
		if name = strings.TrimSpace(name); name != "" {
			made = append(made, T(name))
		}
	}
	return made
}

// HasFlag says whether a value of flags names a member.
func HasFlag[T ~string](value, member T) bool { return slices.Contains(SplitFlags(value), member) }

// JoinFlags gives the value of flags that names all members.
func JoinFlags[T ~string](members []T) T {
	names := make([]string, len(members))
	for at, member := range members {
		names[at] = string(member)
	}
	return T(strings.Join(names, ","))
}
