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

/// <summary>The trees of the vectors, as expressions of C#.</summary>
public sealed class Trees
{
    private readonly ParameterExpression _item;
    private readonly Dictionary<string, Expression> _variables = [];

    public Trees(Type? type = null) => _item = Expression.Parameter(type ?? typeof(Product), "item");

    public string Text(JsonObject asked)
    {
        var options = (QueryParameters)Activator.CreateInstance(typeof(ListQueryParameters<>).MakeGenericType(_item.Type))!;
        Fill(options, asked);
        return options.Pairs().Single().Value;
    }

    private void Fill(QueryParameters options, JsonObject asked)
    {
        if ((asked["expression"] ?? asked["filter"]) is JsonObject condition)
        {
            Invoke("Where", options, Lambda(Made(condition, null)));
        }
        foreach (var order in (JsonArray?)asked["orderby"] ?? [])
        {
            var key = Boxed(Made((JsonObject)order![0]!, null));
            Invoke((string)order[1]! == "desc" ? "OrderByDescending" : "OrderBy", options, Many(key));
        }
        if (asked["select"] is JsonArray selected)
        {
            Invoke("Select", options, Many(selected.Select(path => Boxed(Path((string)path!))).ToArray()));
        }
        foreach (var expanded in ((JsonArray?)asked["expand"] ?? []).Select(each => (JsonObject)each!))
        {
            Expand(options, expanded);
        }
    }

    private void Expand(QueryParameters options, JsonObject asked)
    {
        var path = Path((string)asked["path"]!);
        var isMany = path.Type.IsGenericType;
        var related = isMany ? path.Type.GetGenericArguments()[0] : path.Type;
        var filled = GetType().GetMethod(nameof(Filling))!.MakeGenericMethod(related).Invoke(null, [asked]);
        var expand = typeof(QueryExtensions).GetMethods().Single(method => method.Name == "Expand" && (method.GetParameters()[1].ParameterType.ToString().Contains("List`1") == isMany));
        expand.MakeGenericMethod(_item.Type, related).Invoke(null, [options, Lambda(path), filled]);
    }

    public static Action<Expansion<T>> Filling<T>(JsonObject asked)
        where T : Model => below =>
    {
        new Trees(typeof(T)).Fill(below, asked);
        below.Top = (int?)asked["top"];
        below.Levels = (string?)asked["levels"];
    };

    private void Invoke(string name, QueryParameters options, object argument) =>
        typeof(QueryExtensions).GetMethod(name)!.MakeGenericMethod(_item.Type).Invoke(null, [options, argument]);

    private LambdaExpression Lambda(Expression body) => Expression.Lambda(body, _item);

    private LambdaExpression Boxed(Expression body) => Expression.Lambda(typeof(Func<,>).MakeGenericType(_item.Type, typeof(object)), Expression.Convert(body, typeof(object)), _item);

    private Array Many(params LambdaExpression[] keys)
    {
        var many = Array.CreateInstance(typeof(Expression<>).MakeGenericType(typeof(Func<,>).MakeGenericType(_item.Type, typeof(object))), keys.Length);
        keys.CopyTo(many, 0);
        return many;
    }

    private Expression Made(JsonObject tree, Type? wanted)
    {
        var (name, value) = (tree.Single().Key, tree.Single().Value!);
        return name switch
        {
            "path" => Path((string)value!),
            "count" => Expression.Call(typeof(Enumerable), "Count", [Item(Path((string)value!))], Path((string)value!)),
            "any" or "all" => Quantified(name, (JsonArray)value),
            "call" => Called((JsonArray)value),
            "not" => Expression.Not(Condition((JsonObject)value)),
            "negate" => Expression.Negate(Made((JsonObject)value, null)),
            "and" => ((JsonArray)value).Select(each => Condition((JsonObject)each!)).Aggregate(Expression.AndAlso),
            "or" => ((JsonArray)value).Select(each => Condition((JsonObject)each!)).Aggregate(Expression.OrElse),
            "in" => In((JsonArray)value),
            "has" => Has((JsonArray)value),
            "eq" or "ne" or "gt" or "ge" or "lt" or "le" or "add" or "sub" or "mul" or "div" or "mod" => Paired(name, (JsonArray)value),
            _ => Literal(name, value, wanted),
        };
    }

    private Expression Condition(JsonObject tree) => Expression.Convert(Made(tree, null), typeof(bool));

    private Expression Path(string path)
    {
        var names = path.Split('/');
        Expression found = _item;
        if (_variables.TryGetValue(names[0], out var variable))
        {
            (found, names) = (variable, names[1..]);
        }
        foreach (var name in names)
        {
            found = SchemaTable.Find(name) is { } type
                ? Expression.Convert(found, type.New().GetType())
                : Expression.Property(found, ((Model)Activator.CreateInstance(found.Type)!).ModelInfo.Find(name)!.Member);
        }
        return found;
    }

    private static Type Item(Expression list) => list.Type.GetGenericArguments()[0];

    private Expression Quantified(string name, JsonArray parts)
    {
        var list = Path((string)parts[0]!);
        if (parts.Count == 1)
        {
            return Expression.Call(typeof(Enumerable), "Any", [Item(list)], list);
        }
        var variable = Expression.Parameter(Item(list), (string)parts[1]!);
        _variables[variable.Name!] = variable;
        var condition = Expression.Lambda(Condition((JsonObject)parts[2]!), variable);
        return Expression.Call(typeof(Enumerable), name == "any" ? "Any" : "All", [Item(list)], list, condition);
    }

    private Expression In(JsonArray parts)
    {
        var value = Made((JsonObject)parts[0]!, null);
        var items = ((JsonArray)parts[1]!).Select(each => Made((JsonObject)each!, value.Type));
        return Expression.Call(typeof(Enumerable), "Contains", [value.Type], Expression.NewArrayInit(value.Type, items), value);
    }

    private Expression Has(JsonArray parts)
    {
        var value = Path((string)parts[0]!["path"]!);
        return Expression.Call(Expression.Property(value, "Value"), "HasFlag", null, Expression.Constant(new Colour((string)parts[1]!["member"]!)));
    }

    private Expression Paired(string name, JsonArray parts)
    {
        var left = Made((JsonObject)parts[0]!, null);
        var right = Made((JsonObject)parts[1]!, left.Type);
        if (left.Type != right.Type)
        {
            var type = left.Type == typeof(decimal?) ? left.Type : right.Type;
            (left, right) = (Expression.Convert(left, type), Expression.Convert(right, type));
        }
        return name switch
        {
            "eq" => Expression.Equal(left, right),
            "ne" => Expression.NotEqual(left, right),
            "gt" => Expression.GreaterThan(left, right),
            "ge" => Expression.GreaterThanOrEqual(left, right),
            "lt" => Expression.LessThan(left, right),
            "le" => Expression.LessThanOrEqual(left, right),
            "add" => Expression.Add(left, right),
            "sub" => Expression.Subtract(left, right),
            "mul" => Expression.Multiply(left, right),
            "div" => Expression.Divide(left, right),
            _ => Expression.Modulo(left, right),
        };
    }

    private Expression Called(JsonArray parts)
    {
        var name = (string)parts[0]!;
        var values = parts.Skip(1).Select(each => Made((JsonObject)each!, null)).ToArray();
        Expression Value() => Nullable.GetUnderlyingType(values[0].Type) is null ? values[0] : Expression.Property(values[0], "Value");
        Expression Text(string method) => Expression.Call(values[0], method, null, values[1..].Select(each => each.Type == typeof(decimal) ? Expression.Convert(each, typeof(int)) : each).ToArray());
        Expression Own(string method) => Expression.Call(typeof(ODataQuery), method, null, values);
        return name switch
        {
            "startswith" => Text("StartsWith"),
            "endswith" => Text("EndsWith"),
            "contains" => Text("Contains"),
            "indexof" => Text("IndexOf"),
            "substring" => Text("Substring"),
            "tolower" => Text("ToLower"),
            "toupper" => Text("ToUpper"),
            "trim" => Text("Trim"),
            "concat" => Expression.Call(typeof(string).GetMethod("Concat", [typeof(string), typeof(string)])!, values),
            "matchesPattern" => Expression.Call(typeof(Regex), "IsMatch", null, values),
            "length" => Expression.Property(values[0], "Length"),
            "year" or "month" or "day" or "hour" or "minute" or "second" => Expression.Property(Value(), char.ToUpperInvariant(name[0]) + name[1..]),
            "totaloffsetminutes" => Expression.Property(Value(), "TotalOffsetMinutes"),
            "totalseconds" => Expression.Property(Value(), "TotalSeconds"),
            "date" => Own("Date"),
            "time" => Own("Time"),
            "now" => Own("Now"),
            "geo.distance" => Own("Distance"),
            "round" or "floor" or "ceiling" => Expression.Call(typeof(Math), char.ToUpperInvariant(name[0]) + name[1..], null, Value()),
            _ => throw new ArgumentException($"no function {name}"),
        };
    }

    private static Expression Literal(string kind, JsonNode value, Type? wanted)
    {
        var text = value.GetValueKind() == System.Text.Json.JsonValueKind.String ? (string)value! : null;
        var culture = CultureInfo.InvariantCulture;
        if (kind == "null")
        {
            return Expression.Constant(null, wanted!);
        }
        object made = kind switch
        {
            "string" => text!,
            "number" => Convert.ChangeType(decimal.Parse(text!, culture), wanted is null ? typeof(decimal) : Nullable.GetUnderlyingType(wanted) ?? wanted, culture),
            "boolean" => (bool)value,
            "guid" => Guid.Parse(text!),
            "date" => DateOnly.Parse(text!, culture),
            "dateTimeOffset" => DateTimeOffset.Parse(text!, culture),
            "timeOfDay" => TimeOnly.Parse(text!, culture),
            "duration" => System.Xml.XmlConvert.ToTimeSpan(text!),
            "member" => new Colour(text!),
            "point" => JsonNode.Parse($"{{\"type\":\"Point\",\"coordinates\":[{string.Join(',', ((JsonArray)value).Select(each => (string)each!))}]}}")!,
            _ => throw new ArgumentException($"no literal {kind}"),
        };
        var type = kind == "point" ? typeof(JsonNode) : wanted ?? made.GetType();
        return Expression.Constant(made, type);
    }
}
