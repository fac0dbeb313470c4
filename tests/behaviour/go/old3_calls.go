package main

import (
	"time"

	subject "example.com/subject"
	"example.com/subject/builders"
	"example.com/subject/models"
	"example.com/subject/runtime/odata"
)

func init() {
	moment := time.Date(2020, 1, 2, 3, 4, 5, 0, time.UTC)
	counted := func(client *subject.ShopClient) (any, error) {
		parameters := &odata.ListQueryParameters{Count: odata.Pointer(true)}
		return client.Products().Get(ctx, &odata.ListRequestConfiguration{QueryParameters: parameters})
	}
	changed := func(client *subject.ShopClient) (any, error) {
		change := models.NewProduct()
		change.SetMade(&moment)
		return client.Products().ByID(1).Patch(ctx, change, nil)
	}
	calls = map[string]func(client *subject.ShopClient) (any, error){
		"verbose JSON is asked for": counted,
		"an answer in light JSON":   counted,
		"an update is PATCH":        changed,
		"an error in light JSON":    changed,
		"arguments of an action are its body": func(client *subject.ShopClient) (any, error) {
			discount := builders.NewDiscountPostRequestBody()
			discount.SetPercent(odata.Pointer(must(odata.ParseDecimal("12.5"))))
			discount.SetUntil(&moment)
			return client.Discount().Post(ctx, discount, nil)
		},
	}
}
