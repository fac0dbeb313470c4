package odata

import "fmt"

// ETagOf gives the version of an entity that was read, for IfMatch; empty when the service told none.
func ETagOf(model Model) string {
	for _, name := range []string{"@odata.etag", "@etag"} {
		found, _ := model.object().load(name)
		if text, is := found.(string); is {
			return text
		}
	}
	return ""
}

// Place is any request builder.
type Place interface{ at() *place }

func (b RequestBuilder) at() *place { return b.place }

// AddressOf gives the absolute URL of a place. It fails for what is wrong with a key or a parameter on the way.
func AddressOf(where Place) (string, error) {
	found := where.at()
	if found == nil {
		return "", fmt.Errorf("%w: the request builder was made without a client", ErrConfiguration)
	}
	if found.err != nil {
		return "", found.err
	}
	return found.address(), nil
}

// Bind relates a model to entities that exist when it is sent: `name@odata.bind` (OData JSON Format 4.01,
// section 8.5). A property that holds one entity takes one place. It fails when name is no navigation property.
func Bind(model Model, name string, targets ...Place) error {
	urls := make([]string, len(targets))
	for at, target := range targets {
		found, err := AddressOf(target)
		if err != nil {
			return err
		}
		urls[at] = found
	}
	return BindURL(model, name, urls...)
}

// BindURL is Bind for URLs of entities: absolute, or relative to the service root.
func BindURL(model Model, name string, urls ...string) error {
	declared := model.object().typ().property(name)
	if declared == nil || !declared.Navigation {
		return fmt.Errorf("%w: %q is no navigation property", ErrArgument, name)
	}
	if !declared.Collection {
		if len(urls) != 1 {
			return fmt.Errorf("%w: %q takes one entity", ErrArgument, name)
		}
		model.object().store(name+bindings[0], urls[0])
		return nil
	}
	items := make([]any, len(urls))
	for at, url := range urls {
		items[at] = url
	}
	model.object().store(name+bindings[0], items)
	return nil
}
