package odata

import "fmt"

// Version is a version of OData before 4.0. What this package speaks of is 4.01; here is what they do otherwise.
type Version int

// The versions before 4.0.
const (
	Version1 Version = iota + 1
	Version2
	Version3
)

var spokenVersion = Version2

// RegisterVersion says which version the service speaks. Generated code calls it before anything else runs.
func RegisterVersion(version Version) { spokenVersion = version }

// String gives the version as header fields have it.
func (v Version) String() string { return fmt.Sprintf("%d.0", int(v)) }

// updating is the method that changes a part of an entity: PATCH came with 3.0.
func (v Version) updating() string {
	if v == Version3 {
		return "PATCH"
	}
	return "MERGE"
}

// json is JSON as all three have it; 3.0 has another form, which services of it give by default.
func (v Version) json() string {
	if v == Version3 {
		return jsonType + ";odata=verbose"
	}
	return jsonType
}

// hasTimesAsText says whether times are texts in JSON, and not /Date(...)/.
func (v Version) hasTimesAsText() bool { return v == Version3 }

// wrapsCollections says whether collections in a body lie in an object; before, arrays stand for entities that are
// made with it.
func (v Version) wrapsCollections() bool { return v == Version3 }

// hasActions says whether the arguments of an operation are its body; before, they are query options.
func (v Version) hasActions() bool { return v == Version3 }
