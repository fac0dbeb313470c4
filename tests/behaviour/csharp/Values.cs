using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Runtime;

namespace Harness;

/// <summary>What needs no service.</summary>
public static partial class Scenarios
{
    private static object? Values(Command command)
    {
        switch (command.Name)
        {
            case "base URL":
                using (var client = new GraphServiceClient(null, null, command.Text("url")!))
                {
                    return client.Identity.ToGetRequestInformation().URI.OriginalString;
                }

            case "key":
                using (var client = new GraphServiceClient(null, null, command.Root))
                {
                    return client.Identity.ApiConnectors[command.Text("key")!].ToGetRequestInformation().URI.OriginalString;
                }

            case "keys":
                using (var client = new GraphServiceClient(null, null, command.Root))
                {
                    return command.Texts("keys").Select(key => client.Identity.ApiConnectors[key].ToGetRequestInformation().URI.OriginalString).ToArray();
                }

            case "states":
                return States();
            case "options":
                using (var client = new GraphServiceClient(null, null, command.Root, new ClientOptions { Timeout = TimeSpan.FromSeconds(double.Parse(command.Text("seconds")!)) }))
                {
                    return "made";
                }

            default:
                throw new ArgumentException($"no scenario '{command.Name}'");
        }
    }

    private static object States()
    {
        var connector = Model.FromJson<IdentityApiConnector>("""{"displayName": null, "unknown": [1, 2.50], "authenticationConfiguration": {"@odata.type": "microsoft.graph.basicAuthentication", "username": "u"}}""");
        var states = new List<object?> { connector.IsSet("DisplayName"), connector.IsSet("targetUrl"), connector.DisplayName, connector.TargetUrl };
        ((BasicAuthentication)connector.AuthenticationConfiguration!).Username = "changed";
        connector.TargetUrl = null;
        connector.Unset("DisplayName");
        connector.AdditionalData = new Dictionary<string, object> { ["unknown"] = connector.AdditionalData["unknown"], ["more"] = new List<string> { "a" } };
        return new { states, written = connector.ToJson() };
    }
}
