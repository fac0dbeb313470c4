package odata

import (
	"fmt"
	"strings"
)

// Severity says how bad a violation is.
type Severity string

// An error means that the service would refuse the payload; a warning, that it might.
const (
	SeverityError   Severity = "error"
	SeverityWarning Severity = "warning"
)

// Rule is the code of a rule. Codes are stable: programs name them.
type Rule string

// Every rule of validation.
const (
	RuleNotAnObject     Rule = "not-an-object"
	RuleNotAnArray      Rule = "not-an-array"
	RuleTooDeep         Rule = "too-deep"
	RuleUnknownProperty Rule = "unknown-property"
	RuleWrongType       Rule = "wrong-type"
	RuleFormat          Rule = "format"
	RuleOutOfRange      Rule = "out-of-range"
	RuleNull            Rule = "null"
	RuleRequired        Rule = "required"
	RuleMissing         Rule = "missing"
	RuleNotWritable     Rule = "not-writable"
	RuleMinLength       Rule = "min-length"
	RuleMaxLength       Rule = "max-length"
	RulePrecision       Rule = "precision"
	RuleScale           Rule = "scale"
	RulePattern         Rule = "pattern"
	RulePatternSkipped  Rule = "pattern-skipped"
	RuleMinimum         Rule = "minimum"
	RuleMaximum         Rule = "maximum"
	RuleMultipleOf      Rule = "multiple-of"
	RuleAllowedValues   Rule = "allowed-values"
	RuleMinItems        Rule = "min-items"
	RuleMaxItems        Rule = "max-items"
	RuleEnumMember      Rule = "enum-member"
	RuleUnknownType     Rule = "unknown-type"
	RuleAbstractType    Rule = "abstract-type"
	RuleTypeNotAllowed  Rule = "type-not-allowed"
	RuleURL             Rule = "url"
	RuleBase64          Rule = "base64"
)

// Severity says how bad it is to break the rule.
func (r Rule) Severity() Severity {
	switch r {
	case RuleMissing, RuleNotWritable, RulePatternSkipped, RuleBase64:
		return SeverityWarning
	}
	return SeverityError
}

// Violation is one thing that is wrong: where (JSON pointer, RFC 6901), by which rule, and in words, which
// never repeat a value, so that no secret reaches a log through them.
type Violation struct {
	Pointer  string
	Code     Rule
	Message  string
	Severity Severity
}

// String gives all of it but the severity.
func (v Violation) String() string {
	at := v.Pointer
	if at == "" {
		at = "(the whole value)"
	}
	return fmt.Sprintf("%s: %s [%s]", at, v.Message, v.Code)
}

// ValidationError: a value breaks rules of the schema. Violations lists all, warnings included.
type ValidationError struct{ Violations []Violation }

// Error tells the first five errors.
func (e *ValidationError) Error() string {
	var told []string
	left := 0
	for _, each := range e.Violations {
		switch {
		case each.Severity != SeverityError:
		case len(told) < 5:
			told = append(told, each.String())
		default:
			left++
		}
	}
	if left > 0 {
		told = append(told, fmt.Sprintf("and %d more", left))
	}
	return label + strings.Join(told, "; ")
}
