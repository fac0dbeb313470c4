package main

import (
	"time"

	subject "example.com/subject"
	"example.com/subject/builders"
	"example.com/subject/models"
	"example.com/subject/runtime/odata"
)

const (
	root = "https://shop.example/odata"
	code = "01234567-89ab-cdef-0123-456789abcdef"
)

var (
	moment = time.Date(2020, 1, 2, 3, 4, 5, 0, time.UTC)
	epoch  = time.Unix(0, 0).UTC()
	guid   = must(odata.ParseUUID(code))
)

func product(id int64) *models.Product {
	made := models.NewProduct()
	made.SetID(&id)
	return made
}

func listing(parameters odata.ListQueryParameters) *odata.ListRequestConfiguration {
	return &odata.ListRequestConfiguration{QueryParameters: &parameters}
}

func with(options ...odata.RequestOption) *odata.RequestConfiguration {
	return &odata.RequestConfiguration{Options: options}
}

func linkTo[T interface{ SetOdataId(*string) }](made T, url string) T {
	made.SetOdataId(&url)
	return made
}

func paint(color *string) *builders.PaintPostRequestBody {
	made := builders.NewPaintPostRequestBody()
	made.SetID(odata.Pointer(int64(1)))
	if color != nil {
		made.SetColor(color)
	}
	return made
}

func init() {
	yes := odata.Pointer(true)
	one := odata.Pointer(int32(1))
	first := func(client *subject.ShopClient) *builders.ProductItemRequestBuilder { return client.Products().ByID(1) }
	food := func(client *subject.ShopClient) *builders.CategoryItemRequestBuilder {
		return client.Categories().ByName("Food")
	}
	calls = map[string]func(client *subject.ShopClient) (any, error){
		"list": func(client *subject.ShopClient) (any, error) { return client.Products().Get(ctx, nil) },
		"options": func(client *subject.ShopClient) (any, error) {
			return client.Products().Get(ctx, listing(odata.ListQueryParameters{
				Filter:  odata.Pointer("Price gt 3.5M and substringof('ea',Name)"),
				Orderby: []string{"Name desc"}, Top: odata.Pointer(int32(5)), Skip: odata.Pointer(int32(10)),
				Select: []string{"ID", "Name"}, Expand: []string{"Category", "Parts"},
			}))
		},
		"the number of all items": func(client *subject.ShopClient) (any, error) {
			return client.Products().Get(ctx, listing(odata.ListQueryParameters{Count: yes, Top: one}))
		},
		"all pages": func(client *subject.ShopClient) (any, error) {
			return all(client.Products().Iterate(ctx, listing(odata.ListQueryParameters{Count: yes})))
		},
		"a page of another origin is not asked for": func(client *subject.ShopClient) (any, error) {
			return all(client.Products().Iterate(ctx, nil))
		},
		"a count": func(client *subject.ShopClient) (any, error) {
			parameters := &odata.CountQueryParameters{Filter: odata.Pointer("Sold eq true")}
			return client.Products().Count().Get(ctx, &odata.CountRequestConfiguration{QueryParameters: parameters})
		},
		"a long key": func(client *subject.ShopClient) (any, error) {
			return client.Products().ByID(9007199254740993).Get(ctx, nil)
		},
		"a text key": func(client *subject.ShopClient) (any, error) {
			return client.Categories().ByName("O'Neil & Söhne").Get(ctx, nil)
		},
		"a key of a guid and a time": func(client *subject.ShopClient) (any, error) {
			return client.Parts().ByCodeAt(guid, moment).Get(ctx, nil)
		},
		"a key of four other types": func(client *subject.ShopClient) (any, error) {
			east := time.Date(2020, 1, 2, 3, 4, 5, 0, time.FixedZone("", 7200))
			span := must(odata.ParseISODuration("PT8H30M"))
			amount := must(odata.ParseDecimal("3.5"))
			return client.Samples().ByAmountTakenSpanMark(amount, east, span, []byte{0xfb, 0xff}).Get(ctx, nil)
		},
		"navigation to one": func(client *subject.ShopClient) (any, error) { return first(client).Category().Get(ctx, nil) },
		"nothing there":     func(client *subject.ShopClient) (any, error) { return first(client).Category().Get(ctx, nil) },
		"navigation to many": func(client *subject.ShopClient) (any, error) {
			return first(client).Parts().Get(ctx, nil)
		},
		"create": func(client *subject.ShopClient) (any, error) {
			tea := product(1)
			tea.SetName(odata.Pointer("Tea"))
			tea.SetMade(&moment)
			tea.SetPrice(odata.Pointer(must(odata.ParseDecimal("12.5"))))
			return client.Products().Post(ctx, tea, nil)
		},
		"create with a link to what is there": func(client *subject.ShopClient) (any, error) {
			tea := product(1)
			if err := odata.Bind(tea, "Category", food(client)); err != nil {
				return nil, err
			}
			return client.Products().Post(ctx, tea, nil)
		},
		"create below an entity": func(client *subject.ShopClient) (any, error) {
			part := models.NewPart()
			part.SetCode(guid)
			part.SetAt(&epoch)
			part.SetNote(odata.Pointer("a"))
			return first(client).Parts().Post(ctx, part, nil)
		},
		"a change": func(client *subject.ShopClient) (any, error) {
			change := models.NewProduct()
			change.SetPrice(odata.Pointer(must(odata.ParseDecimal("1.5"))))
			return first(client).Patch(ctx, change, with(odata.IfMatch(`W/"1"`)))
		},
		"what was read, changed and is sent back": func(client *subject.ShopClient) (any, error) {
			read, err := food(client).Get(ctx, nil)
			if err != nil {
				return nil, err
			}
			read.SetSince(&epoch)
			return food(client).Patch(ctx, read, with(odata.IfMatch(odata.ETagOf(read))))
		},
		"a deletion": func(client *subject.ShopClient) (any, error) {
			return nothing(first(client).Delete(ctx, with(odata.IfMatch("*"))))
		},
		"a link is added": func(client *subject.ShopClient) (any, error) {
			url := root + "/Parts(Code=guid'" + code + "',At=datetime'1970-01-01T00:00:00')"
			return nothing(first(client).Parts().Ref().Post(ctx, linkTo(models.NewReferenceCreate(), url), nil))
		},
		"a link is set": func(client *subject.ShopClient) (any, error) {
			link := linkTo(models.NewReferenceUpdate(), root+"/Categories('Food')")
			return nothing(first(client).Category().Ref().Put(ctx, link, nil))
		},
		"a link is removed": func(client *subject.ShopClient) (any, error) {
			return nothing(first(client).Category().Ref().Delete(ctx, nil))
		},
		"a link of many is removed": func(client *subject.ShopClient) (any, error) {
			return nothing(first(client).Parts().ByCodeAt(guid, epoch).Ref().Delete(ctx, nil))
		},
		"links are listed": func(client *subject.ShopClient) (any, error) {
			return first(client).Parts().Ref().Get(ctx, nil)
		},
		"a media resource is read": func(client *subject.ShopClient) (any, error) {
			return client.Photos().ByID(1).Content().Get(ctx, nil)
		},
		"a media resource is replaced": func(client *subject.ShopClient) (any, error) {
			return client.Photos().ByID(1).Content().Put(ctx, []byte("GIF"), nil)
		},
		"where the content of a media link entry is": func(client *subject.ShopClient) (any, error) {
			return client.Photos().ByID(1).Get(ctx, nil)
		},
		"a service operation by GET": func(client *subject.ShopClient) (any, error) {
			price := must(odata.ParseDecimal("3.5"))
			text := "O'Neil"
			return client.Since(&moment, &price, &text).Get(ctx, listing(odata.ListQueryParameters{Top: one}))
		},
		"a service operation that gives an entity": func(client *subject.ShopClient) (any, error) {
			return client.Best().Get(ctx, nil)
		},
		"the same without its name around it": func(client *subject.ShopClient) (any, error) {
			return client.Best().Get(ctx, nil)
		},
		"a service operation that gives a value": func(client *subject.ShopClient) (any, error) {
			return client.Total().Get(ctx, nil)
		},
		"a service operation that gives values": func(client *subject.ShopClient) (any, error) {
			return client.Names().Get(ctx, nil)
		},
		"a service operation that gives a complex value": func(client *subject.ShopClient) (any, error) {
			return client.Biggest().Get(ctx, nil)
		},
		"a service operation by POST": func(client *subject.ShopClient) (any, error) {
			return client.Paint().Post(ctx, paint(odata.Pointer("a&b")), nil)
		},
		"an argument that is not given": func(client *subject.ShopClient) (any, error) {
			return client.Paint().Post(ctx, paint(nil), nil)
		},
		"a service operation that gives nothing": func(client *subject.ShopClient) (any, error) {
			return nothing(client.Reset().Post(ctx, nil))
		},
		"an error":                  func(client *subject.ShopClient) (any, error) { return first(client).Get(ctx, nil) },
		"an error that says little": func(client *subject.ShopClient) (any, error) { return first(client).Get(ctx, nil) },
		"the token against forged requests: fetched, kept, fetched again": func(client *subject.ShopClient) (any, error) {
			if _, err := client.Products().Post(ctx, product(1), nil); err != nil {
				return nil, err
			}
			return nothing(first(client).Delete(ctx, nil))
		},
		"no token is fetched twice for one request": func(client *subject.ShopClient) (any, error) {
			return nothing(first(client).Delete(ctx, nil))
		},
		"a refusal that wants no token": func(client *subject.ShopClient) (any, error) {
			return nothing(first(client).Delete(ctx, nil))
		},
		"options of the service root": func(client *subject.ShopClient) (any, error) {
			if err := first(client).Delete(ctx, nil); err != nil {
				return nil, err
			}
			return client.Products().Get(ctx, listing(odata.ListQueryParameters{Top: one}))
		},
		"header fields and options of the caller's own": func(client *subject.ShopClient) (any, error) {
			headers := odata.NewRequestHeaders()
			headers.Add("sap-language", "EN")
			options := []odata.RequestOption{odata.WithQuery("sap-client", "100")}
			return client.Products().Get(ctx, &odata.ListRequestConfiguration{Headers: headers, Options: options})
		},
		"a batch": func(client *subject.ShopClient) (any, error) {
			reading := must(first(client).ToGetRequestInformation(ctx, nil))
			return batch(client, append([]odata.BatchPart{{Request: reading}}, changes(client)...)...)
		},
		"a change set that fails as a whole": func(client *subject.ShopClient) (any, error) {
			return batch(client, changes(client)...)
		},
	}
}

func changes(client *subject.ShopClient) []odata.BatchPart {
	making := must(client.Products().ToPostRequestInformation(ctx, product(2), nil))
	deleting := must(client.Products().ByID(3).ToDeleteRequestInformation(ctx, nil))
	return []odata.BatchPart{{Request: making, Group: "changes"}, {Request: deleting, Group: "changes"}}
}
