package odata

// What an object has beside its properties are members of any name: nothing here gives one a meaning.

// label begins the texts of errors.
const label = "client: "

var typeNames, contextNames, bindings, referenceNames []string

// TypeNamed asks nothing of a model: a value says of which type it is, if at all, by a property of its own.
type TypeNamed interface{}

// isWarning says whether breaking a rule is no error. A format is told and no reason to refuse (JSON Schema Validation,
// section 7.2.1), and what only the service writes it ignores in a request (OpenAPI 3.0.4, section 4.7.24).
func isWarning(rule Rule) bool { return rule == RuleFormat || rule == RuleNotWritable }

// nullRule is the rule that null breaks where no null is allowed.
func nullRule(typeName string) Rule {
	if registry.enums[typeName] != nil {
		return RuleEnumMember
	}
	return RuleNull
}

// toldType gives the type that an object says it is by its discriminator.
func toldType(data *record, declared *Type) *Type {
	if declared == nil {
		return nil
	}
	return variant(data, declared)
}

func isTypeName(string) bool { return false }

func withTypeName(members []member, _ *Type) []member { return members }

func plainTypeName(text string) string { return text }

func isControl(string) bool { return false }

func isNoEntity([]member) bool { return false }

func isBound(map[string]bool, string) bool { return false }

// variant gives the type that the value of the discriminator's member stands for, if that is declared or
// derives from it, else declared.
func variant(data *record, declared *Type) *Type {
	for t := declared; t != nil; t = t.Base {
		if t.Discriminator == nil {
			continue
		}
		named, _ := data.get(t.Discriminator.Property)
		text, _ := scalarText(named)
		if actual := registry.types[t.Discriminator.Mapping[text]]; actual != nil && actual != declared && actual.isA(declared) {
			return variant(data, actual)
		}
	}
	return declared
}
