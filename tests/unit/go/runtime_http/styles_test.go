package odata

import (
	"encoding/json"
	"errors"
	"os"
	"testing"
)

var (
	namedLocations = map[string]Location{
		"path": InPath, "query": InQuery, "header": InHeader, "cookie": InCookie, "querystring": InQueryString,
	}
	namedStyles = map[string]Style{
		"simple": StyleSimple, "label": StyleLabel, "matrix": StyleMatrix, "form": StyleForm,
		"spaceDelimited": StyleSpace, "pipeDelimited": StylePipe, "tabDelimited": StyleTab,
		"deepObject": StyleDeepObject, "cookie": StyleCookie, "content": StyleContent,
	}
)

func TestTheVectorsOfStyles(t *testing.T) {
	text, err := os.ReadFile("testdata/styles.json")
	if err != nil {
		t.Fatal(err)
	}
	var vectors struct {
		Cases []struct {
			Name, In, Parameter, Style, MediaType string
			Explode, AllowReserved, Refused       bool
			Value                                 json.RawMessage
			Text                                  *string
		}
	}
	if err := json.Unmarshal(text, &vectors); err != nil {
		t.Fatal(err)
	}
	if len(vectors.Cases) < 100 {
		t.Fatal("there are too few cases")
	}
	for _, c := range vectors.Cases {
		parameter := &Parameter{
			Name: c.Parameter, Location: namedLocations[c.In], Style: namedStyles[c.Style], Explode: c.Explode,
			Reserved: c.AllowReserved, MediaType: c.MediaType,
		}
		value, err := parse(c.Value)
		if err != nil {
			t.Fatal(err)
		}
		written, there, err := styled(parameter, value)
		switch {
		case c.Refused && !errors.Is(err, ErrArgument):
			t.Errorf("%s: %q is not refused", c.Name, written)
		case c.Refused:
		case err != nil:
			t.Errorf("%s: %v", c.Name, err)
		case there != (c.Text != nil) || there && written != *c.Text:
			t.Errorf("%s: %q", c.Name, written)
		}
	}
}
