package odata

import (
	"fmt"
	"regexp"
)

// BatchPart is a request of a batch. Parts of one Group (letters, digits and `-._~`) succeed or fail together; the
// service waits for all that a part depends on to succeed (OData JSON Format 4.01, section 19.1).
type BatchPart struct {
	Request   *RequestInformation
	Group     string
	DependsOn []*RequestInformation
}

var groupName = regexp.MustCompile(`^[A-Za-z0-9._~-]+$`)

func indexOf(parts []BatchPart, request *RequestInformation) int {
	for at := range parts {
		if parts[at].Request == request {
			return at
		}
	}
	return -1
}

// checkBatchGroups fails for what cannot be kept in batches of that many requests: a group that is split or has
// others in it, and what depends on a request of another batch, or on one that does not come before it. A group's
// name is no request's id: those are numbers.
func checkBatchGroups(parts []BatchPart, size int) error {
	places := make(map[*RequestInformation]int, len(parts))
	for at, part := range parts {
		if _, known := places[part.Request]; known && (part.Group != "" || len(part.DependsOn) > 0) {
			return fmt.Errorf("%w: a request comes twice in a batch", ErrArgument)
		}
		places[part.Request] = at
	}
	last := map[string]int{}
	for at, part := range parts {
		if part.Group != "" {
			before, known := last[part.Group]
			switch {
			case !groupName.MatchString(part.Group) || allDigits(part.Group):
				return fmt.Errorf("%w: the name of a group is letters, digits and -._~, and no number", ErrArgument)
			case known && (before != at-1 || before/size != at/size):
				return fmt.Errorf("%w: the requests of a group follow each other within one batch of %d", ErrArgument, size)
			}
			last[part.Group] = at
		}
		for _, needed := range part.DependsOn {
			if before, known := places[needed]; !known || before >= at || before/size != at/size {
				return fmt.Errorf("%w: a request depends on one before it within one batch of %d", ErrArgument, size)
			}
		}
	}
	return nil
}
