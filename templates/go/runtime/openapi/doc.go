// Package odata is what generated clients of HTTP services are made of: models over JSON that lose nothing, calls
// as their descriptions have them, and validation.
//
// It depends on the standard library alone and knows nothing of any service; generated packages register theirs.
package odata
