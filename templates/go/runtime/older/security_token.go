package odata

import (
	"regexp"
	"strings"
	"sync"
)

const (
	tokenHeader = "x-csrf-token"
	// longestToken bounds what is said again with each request.
	longestToken = 4096
)

var (
	printable  = regexp.MustCompile(`^[\x21-\x7e]+$`)
	cookiePair = regexp.MustCompile(`^\s*([^;,=\s]+)=([^;]*)`)
)

// securityToken is SAP's token against forged requests, and the cookies of the session that it holds for.
//
// A service that wants one refuses the first change (403, `x-csrf-token: Required`); it is then fetched, kept, and
// fetched again when the service wants a new one.
type securityToken struct {
	sync.Mutex
	token   string
	cookies map[string]string
}

// isTokenWanted says whether a refusal asks for a token.
func isTokenWanted(refusal *reply) bool {
	return refusal.status == 403 && strings.EqualFold(strings.TrimSpace(refusal.headers[tokenHeader]), "required")
}

func isToken(text string) bool { return len(text) <= longestToken && printable.MatchString(text) }

// keep keeps what the answer to a fetch gives, and says whether it gave a token.
func (t *securityToken) keep(got *reply) bool {
	token := strings.TrimSpace(got.headers[tokenHeader])
	if !isToken(token) || strings.EqualFold(token, "fetch") || strings.EqualFold(token, "required") {
		return false
	}
	t.Lock()
	defer t.Unlock()
	t.token = token
	// A comma may stand in a date, too: then no name follows it.
	for _, each := range strings.Split(got.headers["set-cookie"], ",") {
		found := cookiePair.FindStringSubmatch(each)
		if found == nil || !isToken(found[1]+found[2]) {
			continue
		}
		if t.cookies == nil {
			t.cookies = map[string]string{}
		}
		t.cookies[found[1]] = found[2]
	}
	return true
}

// headers gives what a request says: the cookies, and the token when it changes something.
func (t *securityToken) headers(method string) map[string]string {
	t.Lock()
	defer t.Unlock()
	made := map[string]string{}
	if t.token == "" {
		return made
	}
	var pairs []string
	for _, name := range sortedKeys(t.cookies) {
		pairs = append(pairs, name+"="+t.cookies[name])
	}
	if len(pairs) > 0 {
		made["cookie"] = strings.Join(pairs, "; ")
	}
	if method != "GET" && method != "HEAD" {
		made[tokenHeader] = t.token
	}
	return made
}
