package odata

import (
	"errors"
	"fmt"
	"regexp"
)

// The kinds of errors that the client gives beside *ODataError and *ValidationError; errors.Is finds them.
var (
	// ErrConfiguration: the client cannot be made, or cannot work, with what it was given.
	ErrConfiguration = errors.New(label + "unusable configuration")
	// ErrArgument: a key, parameter, option or header that cannot be sent.
	ErrArgument = errors.New(label + "unusable argument")
	// ErrUnsafeURL: a URL that leaves the service's origin, or that parsers could read in two ways.
	ErrUnsafeURL = errors.New(label + "refused URL")
	// ErrAuthentication: the credential gave no usable token; its own error is wrapped.
	ErrAuthentication = errors.New(label + "no token")
	// ErrConnection: no answer; the transport's own error is wrapped.
	ErrConnection = errors.New(label + "no answer")
	// ErrUnexpectedAnswer: an answer that the service should not give.
	ErrUnexpectedAnswer = errors.New(label + "unexpected answer")
	// ErrTooLarge: an answer above the size allowed, or compressed beyond any honest ratio.
	ErrTooLarge = fmt.Errorf("%w: too large", ErrUnexpectedAnswer)
	// ErrPaging: a collection that does not end.
	ErrPaging = errors.New(label + "paging stopped")
)

// RedirectError is for a redirect that the client does not follow: it leads elsewhere, or answers
// something else than a GET. No credential is sent there; a download from a storage host is the caller's
// own decision.
type RedirectError struct {
	// Location is the URL as the service gave it.
	Location string
	reason   string
}

func (e *RedirectError) Error() string { return label + "redirect refused: " + e.reason }

// Unwrap makes errors.Is(err, ErrUnexpectedAnswer) true.
func (e *RedirectError) Unwrap() error { return ErrUnexpectedAnswer }

var (
	secretQuery = regexp.MustCompile(`(?i)([?&;#](?:[^=&#\s]*(?:token|secret|password|signature|key|credential)` +
		`[^=&#\s]*|sig|code|auth|tempauth)=)[^&#\s'"]+`)
	userInfo = regexp.MustCompile(`(?i)\b([a-z][a-z0-9+.-]*://)[^/?#\s@]*@`)
	bearer   = regexp.MustCompile(`(?i)\b(bearer|basic)\s+[A-Za-z0-9._~+/=-]{8,}`)
	// Control characters, line separators and what turns the direction of writing.
	controlText = regexp.MustCompile(
		`[\x00-\x1f\x7f-\x{9f}\x{061c}\x{200e}\x{200f}\x{2028}-\x{202e}\x{2066}-\x{2069}]+`)
)

// mask hides user names in URLs, bearer tokens and the values of secret query options.
func mask(text string) string {
	text = userInfo.ReplaceAllString(text, "${1}***@")
	text = secretQuery.ReplaceAllString(text, "${1}***")
	return bearer.ReplaceAllString(text, "${1} ***")
}

// oneLine gives at most 500 characters of the text, without characters that would
// make another line of it or show it in another order.
func oneLine(text string) string {
	if runes := []rune(text); len(runes) > 500 {
		text = string(runes[:500])
	}
	return controlText.ReplaceAllString(text, " ")
}
