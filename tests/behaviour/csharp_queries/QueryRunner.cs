// Answers the questions of tests/behaviour/test_csharp_queries.py; compiled together with the output for
// tests/vectors/queries.csdl, whose package is called Vectors.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Linq.Expressions;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Vectors;
using Vectors.Models;
using Vectors.Runtime;

namespace Runner;

public static class Program
{
    public static void Main(string[] arguments)
    {
        var questions = (JsonArray)JsonNode.Parse(File.ReadAllText(arguments[0]))!;
        Console.Out.Write(new JsonArray(questions.Select(question => Answered((JsonObject)question!)).ToArray()).ToJsonString());
    }

    private static JsonNode? Answered(JsonObject question)
    {
        try
        {
            return question["lambda"] is { } name ? Lambdas.Of((string)name!) : new Trees().Text(question);
        }
        catch (Exception error) when (error is UnsupportedQueryException or NotSupportedException or ArgumentException)
        {
            return $"{error.GetType().Name}: {error.Message}";
        }
        catch (Exception error)
        {
            return error.ToString();
        }
    }
}

/// <summary>Queries as users write them.</summary>
public static class Lambdas
{
    public static string Of(string name)
    {
        var (city, least, names) = ("O'Hara", 5m, new[] { "a", "b" });
        using var client = new ShopClient(null, null, "https://shop.example");
        return name switch
        {
            "closures" => ODataQuery.Text<Product>(x => x.Name!.StartsWith("A") && x.Stores!.Any(s => s!.City == city) || x.Price > least + 1),
            "lists" => ODataQuery.Text<Product>(x => names.Contains(x.Name) && !new List<int?> { 1 }.Contains(x.Rating) && x.Tags!.Contains("t")),
            "counts" => ODataQuery.Text<Product>(x => x.Tags!.Count > 1 && x.Parts!.Count() > 2),
            "texts in order" => ODataQuery.Text<Product>(x => string.Compare(x.Name, "m") > 0 && x.Name!.CompareTo("z") <= 0),
            "sums of texts" => ODataQuery.Text<Product>(x => x.Name + "x" == "ax"),
            "null" => ODataQuery.Text<Product>(x => x.Category == null && x.Price.HasValue),
            "a value on the left" => ODataQuery.Text<Product>(x => Colour.Red == x.Colour),
            "raw" => ODataQuery.Text<Product>(x => ODataQuery.Raw<bool>("Rating gt 3 or Fragile") && x.Price > 1),
            "cast" => ODataQuery.Text<Product>(x => ODataQuery.Cast<string>(x.Id, "Edm.String") == "1" && ((Book)x).Author == "a"),
            "the same name twice" => ODataQuery.Text<Product>(x => x.Parts!.Any(p => p.Name == "a") && x.Parts!.All(p => p.Price > 1)),
            "text and code" => Asked(client, c =>
            {
                c.QueryParameters.Filter = "Rating gt 3";
                c.QueryParameters.Orderby = ["Rating"];
                c.QueryParameters.Where(x => x.Fragile == true).OrderByDescending(x => x.Price).Select(x => x.Id, x => x.Origin!.City);
            }),
            "expanded" => Asked(client, c => c.QueryParameters
                .Expand(x => x.Category, e => e.Expand(k => k.Products, p => p.Select(y => y.Id)))
                .Expand(x => x.Parts, e =>
                {
                    e.Where(p => p.Name == "a;b)").OrderBy(p => p.Name).Select(p => p.Id);
                    e.Top = 3;
                    e.Levels = "max";
                })),
            "one object" => client.Best.ToGetRequestInformation(c => c.QueryParameters.Select(x => x.Author).Expand(x => x.Category)).Url,
            "filtered by what cannot be" => Ordered(client, c => c.QueryParameters.Where(x => x.Secret == "s")),
            "filtered by a part of what cannot be" => Ordered(client, c => c.QueryParameters.Where(x => x.Stores!.Any(s => s!.City == "a"))),
            "sorted by what cannot be" => Ordered(client, c => c.QueryParameters.OrderBy(x => x.Secret)),
            "expanded by what cannot be" => Ordered(client, c => c.QueryParameters.Expand(x => x.Hidden)),
            "selected by what cannot be filtered" => Ordered(client, c => c.QueryParameters.Select(x => x.Secret)),
            "a place in a path" => Near(client, """{"type":"Point","coordinates":[142.1,64.1]}"""),
            "a place of another system" => Near(client, """{"type":"Point","coordinates":[1,2],"crs":{"type":"name","properties":{"name":"EPSG:3857"}}}"""),
            "an area that is a line" => Near(client, """{"type":"LineString","coordinates":[[1,2],[3,4]]}"""),
            "all shapes" => string.Join(' ', Shapes.Select(shape => Literals.Literal(JsonNode.Parse(shape), "Edm.Geometry")).Select(Uri.UnescapeDataString)),
            "any primitive value" => string.Join(' ', new[] { "1.50", "true", "\"a'b\"" }.Select(value => Literals.Literal(JsonNode.Parse(value), "Edm.PrimitiveType")).Select(Uri.UnescapeDataString)),
            "unsaid" => ODataQuery.Text<Product>(x => x.Name!.Normalize() == "a"),
            "unsaid property" => ODataQuery.Text<Product>(x => x.OdataType == "a"),
            _ => throw new ArgumentException("no such question"),
        };
    }

    private static readonly string[] Shapes =
    [
        """{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}""",
        """{"type":"LineString","coordinates":[[1,2],[3,4]]}""",
        """{"type":"Polygon","coordinates":[[[1,2],[3,4],[5,6],[1,2]]]}""",
        """{"type":"MultiLineString","coordinates":[[[1,2],[3,4]],[[5,6],[7,8]]]}""",
        """{"type":"MultiPolygon","coordinates":[[[[1,2],[3,4],[5,6],[1,2]]]]}""",
        """{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},{"type":"LineString","coordinates":[[1,2],[3,4]]}]}""",
    ];

    private static string Near(ShopClient client, string place) =>
        Uri.UnescapeDataString(client.Near(JsonNode.Parse(place)!).ToGetRequestInformation().Url);

    private static string Asked(ShopClient client, Action<RequestConfiguration<ListQueryParameters<Product>>> configure) =>
        Uri.UnescapeDataString(client.Products.ToGetRequestInformation(configure).Url);

    private static string Ordered(ShopClient client, Action<RequestConfiguration<ListQueryParameters<Product>>> configure) =>
        Uri.UnescapeDataString(client.Orders.ToGetRequestInformation(configure).Url);
}
