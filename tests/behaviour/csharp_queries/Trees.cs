// Queries as code, made of the trees of tests/vectors; compiled together with the output for their model, whose package is
// called Vectors.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Linq.Expressions;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Vectors;
using Vectors.Models;
using Vectors.Runtime;

namespace Runner;

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
        return Expression.Call(Expression.Property(value, "Value"), "HasFlag", null, Expression.Constant(Member(value.Type, (string)parts[1]!["member"]!)));
    }

    private static object Member(Type type, string text) => Activator.CreateInstance(Nullable.GetUnderlyingType(type) ?? type, text)!;

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
            "fractionalseconds" => Own("FractionalSeconds"),
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
            "member" => Member(wanted!, text!),
            "point" => JsonNode.Parse($"{{\"type\":\"Point\",\"coordinates\":[{string.Join(',', ((JsonArray)value).Select(each => (string)each!))}]}}")!,
            _ => throw new ArgumentException($"no literal {kind}"),
        };
        var type = kind == "point" ? typeof(JsonNode) : wanted ?? made.GetType();
        return Expression.Constant(made, type);
    }
}
