package odata

import (
	"net/http"
	"strconv"
	"strings"
	"time"
)

// maxPause is the longest pause; a service that asks for more gets its answer reported instead.
const maxPause = 120 * time.Second

// retryAfter gives the pause that Retry-After asks for: a number of seconds or an HTTP date.
func retryAfter(value string, now time.Time) (time.Duration, bool) {
	value = strings.TrimSpace(value)
	if value != "" && allDigits(value) {
		if value = strings.TrimLeft(value, "0"); len(value) > 9 {
			value = value[:9]
		}
		seconds, _ := strconv.Atoi(value)
		return time.Duration(seconds) * time.Second, true
	}
	moment, err := http.ParseTime(value)
	if err != nil {
		return 0, false
	}
	return max(0, moment.Sub(now)), true
}

// pauseBeforeRetry gives the pause before attempt number attempt+1, or false when the answer is to be taken
// (RFC 9110, sections 9.2.2 and 10.2.3).
//
// 429 and 503 say that the request was not processed: with Retry-After any method is sent again. Without it,
// and after 504, only methods that are idempotent are.
func pauseBeforeRetry(method string, status int, header string, attempt int, now time.Time) (time.Duration, bool) {
	if status != 429 && status != 503 && status != 504 {
		return 0, false
	}
	pause, asked := retryAfter(header, now)
	idempotent := method == "GET" || method == "HEAD" || method == "PUT" || method == "DELETE"
	if !idempotent && (!asked || status == 504) {
		return 0, false
	}
	if !asked {
		pause = min(time.Second<<min(attempt-1, 5), 30*time.Second)
	}
	return pause, pause <= maxPause
}
