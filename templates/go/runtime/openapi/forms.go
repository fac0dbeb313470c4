package odata

import (
	"bytes"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"io"
	"strings"
)

func (b *BodyContent) part(name string) Part {
	for _, each := range b.Parts {
		if each.Name == name {
			return each
		}
	}
	if b.Others != nil {
		made := *b.Others
		made.Name = name
		return made
	}
	return Part{Name: name, Form: PartText}
}

// formPart is one part of a form with its JSON value, or with a file.
type formPart struct {
	Part
	value any
}

// formParts gives the parts that a value makes, in the order of its members.
func formParts(value any, kind *BodyContent) ([]formPart, error) {
	members, is := membersOf(value)
	if !is {
		return nil, fmt.Errorf("%w: a form is a model or a map", ErrArgument)
	}
	var made []formPart
	for _, m := range members {
		part := kind.part(m.name)
		items, isList := m.value.([]any)
		switch {
		case m.value == nil:
		case part.Repeats && isList:
			for _, item := range items {
				if item != nil {
					made = append(made, formPart{part, item})
				}
			}
		default:
			made = append(made, formPart{part, m.value})
		}
	}
	return made, nil
}

func membersOf(value any) ([]member, bool) {
	switch v := value.(type) {
	case *record:
		return v.members, true
	case Model:
		return v.object().copied(), true
	}
	return nil, false
}

func (p *formPart) parameter() *Parameter {
	return &Parameter{Name: p.Name, Location: InQuery, Style: p.Style, Explode: p.Explode}
}

// urlEncoded is a form as the query has parameters.
func urlEncoded(value any, kind *BodyContent) ([]byte, error) {
	parts, err := formParts(value, kind)
	if err != nil {
		return nil, err
	}
	var pairs []string
	for _, part := range parts {
		parameter, value := part.parameter(), part.value
		if part.Form != PartStyle {
			parameter.Style, parameter.Explode = StyleForm, true
		}
		if part.Form == PartJSON {
			text, err := write(value, nil)
			if err != nil {
				return nil, err
			}
			value = string(text)
		}
		text, there, err := styled(parameter, value)
		if err != nil {
			return nil, err
		}
		if there {
			pairs = append(pairs, text)
		}
	}
	return []byte(strings.Join(pairs, "&")), nil
}

// piece is a part of a multipart body: its head, and what follows.
type piece struct {
	head string
	body *content
}

// encodeMultipart makes the body of parts. Files are read when they are sent, and the boundary is random.
func (r *RequestInformation) encodeMultipart(value any, kind *BodyContent, mediaType string) error {
	parts, err := formParts(value, kind)
	if err != nil {
		return err
	}
	pieces := make([]piece, len(parts))
	once := false
	for at := range parts {
		if pieces[at], err = parts[at].piece(); err != nil {
			return err
		}
		once = once || pieces[at].body.once
	}
	random := make([]byte, 16)
	if _, err := rand.Read(random); err != nil {
		return fmt.Errorf("%w: no random numbers", ErrConfiguration)
	}
	boundary := hex.EncodeToString(random)
	r.body = &content{once: once, open: func() (io.Reader, error) {
		readers := make([]io.Reader, 0, 3*len(pieces)+1)
		for _, each := range pieces {
			source, err := each.body.open()
			if err != nil {
				return nil, err
			}
			head := strings.NewReader("--" + boundary + "\r\n" + each.head + "\r\n")
			readers = append(readers, head, source, strings.NewReader("\r\n"))
		}
		return io.MultiReader(append(readers, strings.NewReader("--"+boundary+"--\r\n"))...), nil
	}}
	r.Headers["content-type"] = baseType(mediaType) + "; boundary=" + boundary
	return nil
}

func (p *formPart) piece() (piece, error) {
	file, isFile := p.value.(*File)
	if !isFile && p.Form == PartBytes {
		if text, is := p.value.(string); is {
			file, isFile = FileOf("", []byte(text)), true
		}
	}
	if isFile {
		return p.ofFile(file)
	}
	kind := p.MediaType
	var text string
	var err error
	switch p.Form {
	case PartStyle:
		s := styling{Parameter: p.parameter(), plain: true}
		pairs := s.pairs(flattened(p.value))
		for at := range pairs {
			pairs[at] = strings.TrimPrefix(pairs[at], p.Name+"=")
		}
		text, err = strings.Join(pairs, "&"), s.err
	case PartJSON:
		var written []byte
		written, err = write(p.value, nil)
		text = string(written)
	default:
		s := styling{Parameter: &Parameter{Name: p.Name}}
		text, err = s.scalar(p.value), s.err
	}
	return piece{p.head("", kind), bytesContent([]byte(text))}, err
}

func (p *formPart) ofFile(file *File) (piece, error) {
	kind := file.ContentType
	if kind == "" {
		kind = p.MediaType
	}
	if kind == "" {
		kind = "application/octet-stream"
	}
	if !headerValue.MatchString(kind) {
		return piece{}, fmt.Errorf("%w: a media type is printable ASCII", ErrArgument)
	}
	name := file.Name
	if name == "" {
		name = "file"
	}
	source := file.Content
	if source == nil {
		source = bytes.NewReader(nil)
	}
	return piece{p.head(fmt.Sprintf(`; filename="%s"`, quoted(name)), kind), streamContent(source)}, nil
}

func (p *formPart) head(file, kind string) string {
	made := fmt.Sprintf("Content-Disposition: form-data; name=\"%s\"%s\r\n", quoted(p.Name), file)
	if kind != "" {
		made += "Content-Type: " + kind + "\r\n"
	}
	return made
}

var inQuotes = strings.NewReplacer(`"`, "%22", "\r", "%0D", "\n", "%0A")

// quoted is a name within quotation marks (HTML, section 4.10.21.8).
func quoted(text string) string { return inQuotes.Replace(text) }
