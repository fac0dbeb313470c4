package odata

import (
	"context"
	"fmt"
	"reflect"
	"regexp"
	"time"
)

// Credential gives tokens for scopes. It is all that a client needs of an identity library.
type Credential interface {
	GetToken(ctx context.Context, scopes []string) (AccessToken, error)
}

// AccessToken is a token and when it expires; it never shows itself.
type AccessToken struct {
	Token     string
	ExpiresOn time.Time
}

// String hides the token.
func (t AccessToken) String() string { return "AccessToken(***)" }

// GoString hides the token.
func (t AccessToken) GoString() string { return t.String() }

// TokenSource is what CredentialOf takes: a Credential, where Options is []string and Token an AccessToken,
// or a credential of azidentity, where Options is a struct with Scopes and Token one with Token and
// ExpiresOn. The compiler finds both types.
type TokenSource[Options, Token any] interface {
	GetToken(ctx context.Context, options Options) (Token, error)
}

// CredentialOf makes a Credential of a token source. It fails for one whose options have no Scopes, or
// whose tokens have no Token and ExpiresOn.
func CredentialOf[Options, Token any](source TokenSource[Options, Token]) (Credential, error) {
	if isNil(source) {
		return nil, fmt.Errorf("%w: there is no credential", ErrConfiguration)
	}
	if own, is := any(source).(Credential); is {
		return own, nil
	}
	var options Options
	var token Token
	scopes := reflect.ValueOf(&options).Elem()
	if scopes.Kind() == reflect.Struct {
		scopes = scopes.FieldByName("Scopes")
	}
	read := tokenReader(reflect.TypeOf(token))
	if !scopes.IsValid() || scopes.Type() != reflect.TypeOf([]string(nil)) || read == nil {
		return nil, fmt.Errorf("%w: a %T gives no tokens for scopes", ErrConfiguration, source)
	}
	return credentialFunc(func(ctx context.Context, wanted []string) (AccessToken, error) {
		var options Options
		target := reflect.ValueOf(&options).Elem()
		if target.Kind() == reflect.Struct {
			target = target.FieldByName("Scopes")
		}
		target.Set(reflect.ValueOf(wanted))
		given, err := source.GetToken(ctx, options)
		if err != nil {
			return AccessToken{}, err
		}
		return read(reflect.ValueOf(given)), nil
	}), nil
}

// tokenReader reads structs with Token and ExpiresOn; it is nil for any other type.
func tokenReader(typ reflect.Type) func(reflect.Value) AccessToken {
	if typ == nil || typ.Kind() != reflect.Struct {
		return nil
	}
	text, hasText := typ.FieldByName("Token")
	expiry, hasExpiry := typ.FieldByName("ExpiresOn")
	if !hasText || !hasExpiry || text.Type.Kind() != reflect.String || expiry.Type != reflect.TypeOf(time.Time{}) {
		return nil
	}
	return func(given reflect.Value) AccessToken {
		expires, _ := given.FieldByIndex(expiry.Index).Interface().(time.Time)
		return AccessToken{given.FieldByIndex(text.Index).String(), expires}
	}
}

type credentialFunc func(ctx context.Context, scopes []string) (AccessToken, error)

func (f credentialFunc) GetToken(ctx context.Context, scopes []string) (AccessToken, error) {
	return f(ctx, scopes)
}

// early is how long before its expiry a token is replaced.
const early = 5 * time.Minute

var tokenText = regexp.MustCompile(`^[\x21-\x7e]+$`)

// tokens keeps the token that the credential gave last, until shortly before it expires.
type tokens struct {
	credential Credential
	scopes     []string
	// turn has one place: who waits for it can give up.
	turn      chan struct{}
	text      string
	goodUntil time.Time
}

// current gives a token, which is asked for when there is none that is good.
func (t *tokens) current(ctx context.Context) (string, error) {
	select {
	case t.turn <- struct{}{}:
		defer func() { <-t.turn }()
	case <-ctx.Done():
		return "", ctx.Err()
	}
	now := time.Now()
	if t.text != "" && now.Before(t.goodUntil) {
		return t.text, nil
	}
	given, err := t.credential.GetToken(ctx, append([]string(nil), t.scopes...))
	if err != nil {
		return "", &maskedError{ErrAuthentication, err}
	}
	if !tokenText.MatchString(given.Token) {
		return "", fmt.Errorf("%w: the credential gave none that can be sent", ErrAuthentication)
	}
	lasts := given.ExpiresOn.Sub(now)
	if lasts > 2*early {
		lasts -= early
	} else {
		// A token that lives shorter than the margin is still used for a part of its life.
		lasts /= 2
	}
	t.text, t.goodUntil = given.Token, now.Add(lasts)
	return t.text, nil
}

// forget drops the token, if it is still the one that is kept. It waits no longer than the context lasts.
func (t *tokens) forget(ctx context.Context, text string) error {
	select {
	case t.turn <- struct{}{}:
		defer func() { <-t.turn }()
	case <-ctx.Done():
		return ctx.Err()
	}
	if t.text == text {
		t.text = ""
	}
	return nil
}

// maskedError wraps an error of other code under one of ours; its text holds no secret.
type maskedError struct{ kind, cause error }

func (e *maskedError) Error() string   { return e.kind.Error() + ": " + mask(e.cause.Error()) }
func (e *maskedError) Unwrap() []error { return []error{e.kind, e.cause} }
