package odata

import (
	"fmt"
	"strconv"
	"strings"
)

const (
	masked       = "***"
	longestText  = 200
	mostItems    = 20
	deepestShown = 10
)

// String shows what is set: secrets are masked, unknown properties only named, for they may be secrets as
// well.
func (o *Object) String() string { return o.shown(0) }

// GoString is String, so that no verb of package fmt shows a secret.
func (o *Object) GoString() string { return o.shown(0) }

func (o *Object) shown(depth int) string {
	typ := o.typ()
	label := "Model"
	if typ != nil && typ.Label != "" {
		label = typ.Label
	}
	if depth > deepestShown {
		return label + "{...}"
	}
	var parts, unknown []string
	for _, m := range o.copied() {
		declared := typ.property(m.name)
		switch {
		case isTypeName(m.name):
			parts = append(parts, m.name+": "+shownValue(m.value, depth))
		case declared == nil:
			unknown = append(unknown, strconv.Quote(m.name))
		case declared.Secret && m.value != nil:
			parts = append(parts, m.name+": "+masked)
		default:
			parts = append(parts, m.name+": "+shownValue(m.value, depth))
		}
	}
	if len(unknown) > mostItems {
		unknown = append(unknown[:mostItems], "...")
	}
	if len(unknown) > 0 {
		parts = append(parts, "additionalData: <"+strings.Join(unknown, ", ")+">")
	}
	return label + "{" + strings.Join(parts, ", ") + "}"
}

func shownValue(value any, depth int) string {
	switch v := value.(type) {
	case nil:
		return "null"
	case string:
		if len(v) > longestText {
			return strconv.Quote(v[:longestText]) + fmt.Sprintf("... (%d bytes)", len(v))
		}
		return strconv.Quote(v)
	case Model:
		return v.object().shown(depth + 1)
	case *record:
		return fmt.Sprintf("<object of %d>", len(v.members))
	case []any:
		parts := make([]string, 0, len(v))
		for at, item := range v {
			if at == mostItems {
				parts = append(parts, fmt.Sprintf("... %d items", len(v)))
				break
			}
			parts = append(parts, shownValue(item, depth+1))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	return fmt.Sprint(value)
}
