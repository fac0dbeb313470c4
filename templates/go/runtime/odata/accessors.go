package odata

// The functions of this file are what generated getters and setters call. `name` is the one on the wire.

// Get reads a primitive value; nil when it is absent, null, or not of the type.
//
//go:noinline
func Get[T any](model Model, name string, codec *Codec[T]) *T {
	raw, _ := model.object().load(name)
	if raw == nil {
		return nil
	}
	value, ok := codec.Read(raw)
	if !ok {
		return nil
	}
	return &value
}

// Set writes a primitive value; nil writes null.
//
//go:noinline
func Set[T any](model Model, name string, codec *Codec[T], value *T) {
	if value == nil {
		model.object().store(name, nil)
	} else {
		model.object().store(name, codec.Write(*value))
	}
}

// GetList reads a collection of primitive values: a slice of the caller's own, in which null is the zero
// value (see IsNullItem). It is nil when the collection is absent, null, or not of the type.
//
//go:noinline
func GetList[T any](model Model, name string, codec *Codec[T]) []T {
	raw, _ := model.object().load(name)
	items, is := raw.([]any)
	if !is {
		return nil
	}
	made := make([]T, len(items))
	for at, item := range items {
		if item == nil {
			continue
		}
		value, ok := codec.Read(item)
		if !ok {
			return nil
		}
		made[at] = value
	}
	return made
}

// SetList writes a collection of primitive values; nil writes null.
//
//go:noinline
func SetList[T any](model Model, name string, codec *Codec[T], values []T) {
	if values == nil {
		model.object().store(name, nil)
		return
	}
	made := make([]any, len(values))
	for at, value := range values {
		made[at] = codec.Write(value)
	}
	model.object().store(name, made)
}

// IsNullItem says whether an item of the collection called name is null.
func IsNullItem(model Model, name string, index int) bool {
	raw, _ := model.object().load(name)
	items, is := raw.([]any)
	return is && index >= 0 && index < len(items) && items[index] == nil
}

// GetBytes reads binary data; nil when it is absent, null, or no base64.
func GetBytes(model Model, name string) []byte {
	if found := Get(model, name, EdmBinary); found != nil {
		return *found
	}
	return nil
}

// SetBytes writes binary data; nil writes null.
func SetBytes(model Model, name string, value []byte) {
	if value == nil {
		Set(model, name, EdmBinary, nil)
	} else {
		Set(model, name, EdmBinary, &value)
	}
}

// SetGUID writes a GUID; nil writes null. A text that is no GUID is reported when the model is sent.
func SetGUID(model Model, name string, value GUID) {
	if isNil(value) {
		Set(model, name, EdmGuid, nil)
		return
	}
	made, err := ParseUUID(value.String())
	if err != nil {
		model.object().own().problem = err
		return
	}
	Set(model, name, EdmGuid, &made)
}

// GetAny reads a value of any type; see Raw.
func GetAny(model Model, name string) any {
	value, _ := Raw(model, name)
	return value
}

// SetAny writes a value of any type that JSON has.
func SetAny(model Model, name string, value any) {
	wired, err := wireOf(value)
	if err != nil {
		model.object().own().problem = err
		return
	}
	model.object().store(name, wired)
}

// GetEnum reads a member of an enumeration, or several of flags; an unknown one is kept as its text.
//
//go:noinline
func GetEnum[T ~string](model Model, name string) *T {
	raw, _ := model.object().load(name)
	text, ok := enumText(raw)
	if !ok {
		return nil
	}
	value := T(text)
	return &value
}

// SetEnum writes a member of an enumeration; nil writes null.
//
//go:noinline
func SetEnum[T ~string](model Model, name string, value *T) {
	if value == nil {
		model.object().store(name, nil)
	} else {
		model.object().store(name, string(*value))
	}
}

// GetEnumList reads a collection of members; see GetList.
//
//go:noinline
func GetEnumList[T ~string](model Model, name string) []T {
	raw, _ := model.object().load(name)
	items, is := raw.([]any)
	if !is {
		return nil
	}
	made := make([]T, len(items))
	for at, item := range items {
		text, ok := enumText(item)
		if !ok && item != nil {
			return nil
		}
		made[at] = T(text)
	}
	return made
}

// SetEnumList writes a collection of members; nil writes null.
//
//go:noinline
func SetEnumList[T ~string](model Model, name string, values []T) {
	if values == nil {
		model.object().store(name, nil)
		return
	}
	made := make([]any, len(values))
	for at, value := range values {
		made[at] = string(value)
	}
	model.object().store(name, made)
}

// enumText gives a member's text; a number is what the service sends for a value that it has no name for.
func enumText(raw any) (string, bool) {
	switch v := raw.(type) {
	case string:
		return v, true
	case Number:
		return v.String(), true
	}
	return "", false
}

// GetModel reads a structured value as a model, which is part of this one from then on: what changes in it
// is written. It is nil when the value is absent, null, or no object. typeName is the declared type.
func GetModel(model Model, name string, typeName string) Model {
	object := model.object()
	if object.state == nil {
		return nil
	}
	object.state.Lock()
	defer object.state.Unlock()
	raw, _ := object.state.data.get(name)
	switch v := raw.(type) {
	case Model:
		return v
	case *record:
		made := markAnswered(over(v, registry.types[typeName]), object.state.answered)
		object.state.data.set(name, made)
		return made
	}
	return nil
}

// SetModel writes a structured value; nil writes null.
func SetModel(model Model, name string, value Model) {
	if isNil(value) {
		model.object().store(name, nil)
	} else {
		model.object().store(name, value)
	}
}

// GetModels reads a collection of structured values; the models are part of this one from then on.
func GetModels[T Model](model Model, name string, typeName string) []T {
	items := readModels(model, name, typeName)
	if items == nil {
		return nil
	}
	made := make([]T, len(items))
	for at, item := range items {
		made[at], _ = item.(T)
	}
	return made
}

func readModels(model Model, name string, typeName string) []any {
	object := model.object()
	if object.state == nil {
		return nil
	}
	object.state.Lock()
	defer object.state.Unlock()
	raw, _ := object.state.data.get(name)
	items, is := raw.([]any)
	if !is {
		return nil
	}
	made := make([]any, len(items))
	for at, item := range items {
		switch v := item.(type) {
		case *record:
			made[at] = markAnswered(over(v, registry.types[typeName]), object.state.answered)
		case Model, nil:
			made[at] = v
		default:
			return nil
		}
	}
	object.state.data.set(name, made)
	return made
}

// SetModels writes a collection of structured values; nil writes null.
func SetModels[T Model](model Model, name string, values []T) {
	if values == nil {
		model.object().store(name, nil)
		return
	}
	made := make([]any, len(values))
	for at, value := range values {
		if !isNil(value) {
			made[at] = Model(value)
		}
	}
	model.object().store(name, made)
}
