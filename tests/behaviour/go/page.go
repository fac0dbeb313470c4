package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"time"

	msgraphsdk "github.com/microsoftgraph/msgraph-sdk-go"
	graphmodels "github.com/microsoftgraph/msgraph-sdk-go/models"
	"github.com/microsoftgraph/msgraph-sdk-go/runtime/odata"
)

// credential gives the token of the tests.
type credential struct{ token string }

func (c credential) GetToken(context.Context, []string) (odata.AccessToken, error) {
	return odata.AccessToken{Token: c.token, ExpiresOn: time.Now().Add(time.Hour)}, nil
}

// Each call of a page is a function of a file of its own.
var calls []func(*msgraphsdk.GraphServiceClient) (graphmodels.IdentityApiConnectorable, error)

// Arguments: the service root, the token, the number of the call. Prints what came back.
func main() {
	graphClient, err := msgraphsdk.NewGraphServiceClientWithCredentialsAndURL(
		credential{os.Args[2]}, []string{"https://graph.microsoft.com/.default"}, os.Args[1])
	if err != nil {
		panic(err)
	}
	var number int
	if _, err := fmt.Sscan(os.Args[3], &number); err != nil {
		panic(err)
	}
	made, err := calls[number](graphClient)
	if err != nil {
		panic(err)
	}
	found := map[string]any{"id": made.GetId(), "displayName": made.GetDisplayName()}
	switch configuration := made.GetAuthenticationConfiguration().(type) {
	case graphmodels.BasicAuthenticationable:
		found["password"] = configuration.GetPassword()
	case graphmodels.ClientCertificateAuthenticationable:
		found["thumbprint"] = configuration.GetCertificateList()[0].GetThumbprint()
	}
	if err := json.NewEncoder(os.Stdout).Encode(found); err != nil {
		panic(err)
	}
}
