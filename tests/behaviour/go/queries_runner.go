// Makes the requests of all cases, sends none, and prints their URLs and errors.
package main

import (
	"context"
	"encoding/json"
	"os"

	subject "example.com/subject"
	"example.com/subject/fields"
	"example.com/subject/runtime/odata"
)

var (
	ctx    = context.Background()
	client = subject.NewContainerClient(must(odata.NewRequestAdapter("https://shop.example/v1", nil, nil, odata.Options{})))
	p      = fields.Product{}
	cases  = map[string]func() (*odata.RequestInformation, error){}
	// escaped has a variable that is used where its lambda has ended.
	escaped odata.Condition
)

// texts are options as text.
type texts struct{ text, order, sel, expand string }

func list(given texts, options ...odata.RequestOption) (*odata.RequestInformation, error) {
	parameters := &odata.ListQueryParameters{}
	if given.text != "" {
		parameters.Filter = &given.text
	}
	if given.order != "" {
		parameters.Orderby = []string{given.order}
	}
	if given.sel != "" {
		parameters.Select = []string{given.sel}
	}
	if given.expand != "" {
		parameters.Expand = []string{given.expand}
	}
	configuration := &odata.ListRequestConfiguration{QueryParameters: parameters, Options: options}
	return client.Products().ToGetRequestInformation(ctx, configuration)
}

func orders(options ...odata.RequestOption) (*odata.RequestInformation, error) {
	return client.Orders().ToGetRequestInformation(ctx, &odata.ListRequestConfiguration{Options: options})
}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func main() {
	p.Tags().Any("t", func(t odata.TextExpr) odata.Condition {
		escaped = t.Eq("x")
		return escaped
	})
	cases["a long chain"] = func() (*odata.RequestInformation, error) {
		every := p.Rating().Eq(0)
		for number := int32(1); number < 100_000; number++ {
			every = every.Or(p.Rating().Eq(number))
		}
		return list(texts{}, odata.Filter(every))
	}
	told := map[string]map[string]string{}
	for name, call := range cases {
		request, err := call()
		told[name] = map[string]string{"url": "", "error": ""}
		if err != nil {
			told[name]["error"] = err.Error()
		} else {
			told[name]["url"] = request.URL
		}
	}
	json.NewEncoder(os.Stdout).Encode(told)
}
