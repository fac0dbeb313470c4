// The calls of tests/vectors/calls, as users of the client write them.
using System;
using System.IO;
using System.Threading.Tasks;
using Vectors;
using Vectors.Builders;
using Vectors.Models;
using Vectors.Runtime;

namespace Runner;

public static class Calls
{
    private static readonly Guid Serial = new("01234567-89ab-cdef-0123-456789abcdef");

    public static RequestInformation Make(string name)
    {
        using var client = new Client(null, null, "https://service.example/v1");
        var one = client.People["1"];
        var two = "https://service.example/v1/people('2')";
        return name switch
        {
            "a composite key" => client.Orders["north/1", 7].ToGetRequestInformation(),
            "a guid key" => client.Assets[Serial].ToGetRequestInformation(),
            "a text key" => client.People["O'Neil"].ToGetRequestInformation(rc => rc.QueryParameters.Select = ["id"]),
            "an alternate key" => client.People.ByEmail("ann lee").ToGetRequestInformation(),
            "a count with a filter" => client.People.Count.ToGetRequestInformation(rc => rc.QueryParameters.Filter = "id eq 'x'"),
            "a cast of a collection" => client.People.AsEmployee.ToGetRequestInformation(rc => rc.QueryParameters.Select = ["badge"]),
            "a navigation below a cast" => one.AsEmployee.Tools.ToGetRequestInformation(),
            "a bound function" => client.People
                .Near(1.5, Unit.Mile, new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.Zero))
                .ToGetRequestInformation(rc => rc.QueryParameters.Top = 2),
            "a bound function with a member's text" => client.People
                .Near(1.5, "mile", new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.Zero))
                .ToGetRequestInformation(rc => rc.QueryParameters.Top = 2),
            "a bound action" => client.Boss.Promote.ToPostRequestInformation(new EmployeePromotePostRequestBody { Level = 3, By = Unit.Mile }),
            "an unbound action without parameters" => client.Reset.ToPostRequestInformation(),
            "an unbound function" => client.Nearest("Ulm").ToGetRequestInformation(),
            "adding a reference" => one.Friends.Ref.ToPostRequestInformation(new ReferenceCreate { OdataId = two }),
            "removing a reference" => one.Friends["2"].Ref.ToDeleteRequestInformation(),
            "setting a reference" => one.Manager.Ref.ToPutRequestInformation(new ReferenceUpdate { OdataId = two }),
            "reading a reference" => one.Manager.Ref.ToGetRequestInformation(),
            "a media stream" => one.Content.ToGetRequestInformation(),
            "a stream property" => one.Photo.ToGetRequestInformation(),
            "an update with an ETag" => one.ToPatchRequestInformation(new Person { Email = null }, rc => rc.ETag = "W/\"1\""),
            "a deletion of whatever is there" => client.Assets[Serial].ToDeleteRequestInformation(rc => rc.Headers.Add("If-Match", "*")),
            "a complex value" => one.Home.ToGetRequestInformation(),
            _ => throw new ArgumentException($"no call '{name}'"),
        };
    }

    /// <summary>Calls that are sent: streams, references, a function, an action.</summary>
    public static async Task<string?[]> Live(string root)
    {
        using var client = new Client(null, null, root);
        var one = client.People["1"];
        using var photo = await one.Photo.GetAsync();
        var bytes = new byte[8];
        var length = await photo!.ReadAsync(bytes);
        await one.Photo.PutAsync(new MemoryStream(new byte[] { 2, 3 }));
        await one.Friends.Ref.PostAsync(new ReferenceCreate { OdataId = root + "/people('2')" });
        var manager = await one.Manager.Ref.GetAsync();
        var near = await client.People.Near(1.5, Unit.Mile, null).GetAsync();
        var employee = (Employee)near!.Value![0];
        var friends = await one.Friends.Ref.GetAsync();
        var promoted = await client.Boss.Promote.PostAsync(new EmployeePromotePostRequestBody { Level = 3, By = Unit.Mile });
        var expanded = await one.GetAsync();
        var names = new System.Collections.Generic.List<string>();
        await foreach (var friend in ExpandedItems.IterateAsync<Person>(client, expanded!, nameof(Person.Friends)))
        {
            names.Add(friend.OdataRemoved is { } removal ? $"{removal.Reason} {removal.Id}" : friend.Id!);
        }
        return new[] { string.Join(", ", names), Convert.ToHexString(bytes, 0, length), manager, $"{employee.GetType().Name} {employee.Badge}", friends!.Value![0], promoted!.Badge.ToString() };
    }
}
