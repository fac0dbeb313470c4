package odata

import (
	"context"
	"encoding/base64"
	"fmt"
	"regexp"
	"strings"
	"sync"
	"time"
)

// SchemeKind is what a scheme of security asks for.
type SchemeKind int

// The kinds of schemes. SchemeHTTP is another scheme of the field Authorization.
const (
	SchemeBasic SchemeKind = iota
	SchemeBearer
	SchemeHTTP
	SchemeAPIKey
)

// Scheme is one thing that proves who calls, as the description has it. Parameter is the name of a key, or of a
// scheme of the field Authorization.
type Scheme struct {
	Name      string
	Kind      SchemeKind
	Location  Location
	Parameter string
}

// SchemeCredential proves who calls, for the schemes that it fits. Basic, Bearer, APIKey and Authorization make one,
// ForScheme says for which scheme alone.
type SchemeCredential interface {
	fits(scheme *Scheme) bool
	// proof is what is sent; forget drops what the service no longer takes.
	proof(ctx context.Context, scopes []string) (string, error)
	forget(ctx context.Context, scopes []string, proof string) (bool, error)
}

// fixed is a proof that never changes; it does not show itself.
type fixed struct {
	kind SchemeKind
	text string
	err  error
}

func (f *fixed) fits(scheme *Scheme) bool { return scheme.Kind == f.kind }

func (f *fixed) proof(context.Context, []string) (string, error) { return f.text, f.err }

func (f *fixed) forget(context.Context, []string, string) (bool, error) { return false, nil }

// String hides the secret.
func (f *fixed) String() string { return "SchemeCredential(***)" }

// GoString hides the secret.
func (f *fixed) GoString() string { return f.String() }

var sendable = regexp.MustCompile(`^[\x20-\x7e]+$`)

func fixedOf(kind SchemeKind, secret, prefix string) SchemeCredential {
	if !sendable.MatchString(secret) {
		return &fixed{kind: kind, err: fmt.Errorf("%w: a credential that cannot be sent", ErrAuthentication)}
	}
	return &fixed{kind: kind, text: prefix + secret}
}

// Basic is a user name and a password (RFC 7617).
func Basic(user, password string) SchemeCredential {
	if strings.Contains(user, ":") {
		return &fixed{err: fmt.Errorf("%w: a user name has no colon", ErrAuthentication)}
	}
	return fixedOf(SchemeBasic, base64.StdEncoding.EncodeToString([]byte(user+":"+password)), "Basic ")
}

// APIKey is a key that goes where the description says.
func APIKey(key string) SchemeCredential { return fixedOf(SchemeAPIKey, key, "") }

// Authorization is the whole field Authorization, for schemes of HTTP that are neither basic nor bearer.
func Authorization(field string) SchemeCredential { return fixedOf(SchemeHTTP, field, "") }

// BearerToken is a token that never changes.
func BearerToken(token string) SchemeCredential { return fixedOf(SchemeBearer, token, "Bearer ") }

// Bearer asks a credential for tokens (OAuth 2.0, OpenID Connect), and keeps each until shortly before it expires.
func Bearer(credential Credential) SchemeCredential {
	return &tokenCredential{credential: credential, byScopes: map[string]*tokens{}}
}

type tokenCredential struct {
	sync.Mutex
	credential Credential
	byScopes   map[string]*tokens
}

func (b *tokenCredential) of(scopes []string) *tokens {
	b.Lock()
	defer b.Unlock()
	key := strings.Join(scopes, " ")
	if b.byScopes[key] == nil {
		b.byScopes[key] = &tokens{credential: b.credential, scopes: scopes, turn: make(chan struct{}, 1)}
	}
	return b.byScopes[key]
}

func (b *tokenCredential) fits(scheme *Scheme) bool { return scheme.Kind == SchemeBearer }

func (b *tokenCredential) proof(ctx context.Context, scopes []string) (string, error) {
	if isNil(b.credential) {
		return "", fmt.Errorf("%w: there is no credential", ErrAuthentication)
	}
	token, err := b.of(scopes).current(ctx)
	return "Bearer " + token, err
}

func (b *tokenCredential) forget(ctx context.Context, scopes []string, proof string) (bool, error) {
	return true, b.of(scopes).forget(ctx, strings.TrimPrefix(proof, "Bearer "))
}

// String hides the secret.
func (b *tokenCredential) String() string { return "SchemeCredential(***)" }

// GoString hides the secret.
func (b *tokenCredential) GoString() string { return b.String() }

// ForScheme is a credential for the scheme of that name alone.
func ForScheme(name string, credential SchemeCredential) SchemeCredential {
	return &named{credential, name}
}

type named struct {
	SchemeCredential
	name string
}

func (n *named) fits(scheme *Scheme) bool {
	return scheme.Name == n.name && n.SchemeCredential.fits(scheme)
}

// String hides the secret.
func (n *named) String() string { return "SchemeCredential(***)" }

// GoString hides the secret.
func (n *named) GoString() string { return n.String() }

// TokenFunc is a function that gives a token and when it expires, as a Credential.
type TokenFunc func(ctx context.Context, scopes []string) (string, time.Time, error)

// GetToken calls the function.
func (f TokenFunc) GetToken(ctx context.Context, scopes []string) (AccessToken, error) {
	token, expires, err := f(ctx, scopes)
	return AccessToken{token, expires}, err
}

// shown is a proof with where it goes.
type shownProof struct {
	needed     Needed
	credential SchemeCredential
	text       string
}

// proofsFor gives what proves who calls: for the first alternative of which there are all credentials.
func (a *RequestAdapter) proofsFor(ctx context.Context, call *Call) ([]shownProof, error) {
	for _, alternative := range call.Security {
		chosen := a.chosen(alternative)
		if chosen == nil {
			continue
		}
		for at := range chosen {
			text, err := chosen[at].credential.proof(ctx, chosen[at].needed.Scopes)
			if err != nil {
				return nil, err
			}
			chosen[at].text = text
		}
		return chosen, nil
	}
	if call.Open || len(call.Security) == 0 {
		return nil, nil
	}
	return nil, fmt.Errorf("%w: the call needs a credential for %s", ErrAuthentication, wanted(call))
}

func (a *RequestAdapter) chosen(alternative []Needed) []shownProof {
	made := make([]shownProof, 0, len(alternative))
	for _, needed := range alternative {
		for _, credential := range a.credentials {
			if credential.fits(needed.Scheme) {
				made = append(made, shownProof{needed: needed, credential: credential})
				break
			}
		}
	}
	if len(made) < len(alternative) {
		return nil
	}
	return made
}

func wanted(call *Call) string {
	var made []string
	for _, alternative := range call.Security {
		var names []string
		for _, needed := range alternative {
			names = append(names, needed.Scheme.Name)
		}
		made = append(made, strings.Join(names, " and "))
	}
	return strings.Join(made, ", or for ")
}
