// Package odata is what generated clients of OData services are made of: models over JSON that lose nothing,
// requests to one origin, paging, batches and validation.
//
// It depends on the standard library alone and knows nothing of any schema; generated packages register
// theirs.
package odata
