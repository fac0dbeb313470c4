using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Linq.Expressions;
using System.Text.RegularExpressions;

namespace EdmundRuntime.Runtime;

/// <summary>Members of .NET's types, and what queries have for them (URL Conventions 4.01, sections 5.1.1.5 to 5.1.1.13).</summary>
internal static class QueryFunctions
{
    private const string Text = "Edm.String";
    private const string Whole = "Edm.Int32";
    private const string Flag = "Edm.Boolean";
    private const string Exact = "Edm.Decimal";
    private const string Real = "Edm.Double";

    /// <summary>Properties by type and name: the function, and the type of what it gives.</summary>
    private static readonly Dictionary<(Type, string), (string Name, string Type)> Properties = new()
    {
        [(typeof(string), "Length")] = ("length", Whole),
        [(typeof(DateTimeOffset), "Date")] = ("date", "Edm.Date"),
        [(typeof(DateTimeOffset), "TimeOfDay")] = ("time", "Edm.TimeOfDay"),
        [(typeof(DateTimeOffset), "TotalOffsetMinutes")] = ("totaloffsetminutes", Whole),
        [(typeof(TimeSpan), "TotalSeconds")] = ("totalseconds", Exact),
    };

    /// <summary>Methods by type and name: the function, the type of its arguments where that is another than the first's, and of what it gives.</summary>
    private static readonly Dictionary<(Type, string), (string Name, string? Given, string Type)> Methods = new()
    {
        [(typeof(string), "StartsWith")] = ("startswith", Text, Flag),
        [(typeof(string), "EndsWith")] = ("endswith", Text, Flag),
        [(typeof(string), "Contains")] = ("contains", Text, Flag),
        [(typeof(string), "IndexOf")] = ("indexof", Text, Whole),
        [(typeof(string), "Substring")] = ("substring", Whole, Text),
        [(typeof(string), "Concat")] = ("concat", Text, Text),
        [(typeof(string), "ToLower")] = ("tolower", null, Text),
        [(typeof(string), "ToLowerInvariant")] = ("tolower", null, Text),
        [(typeof(string), "ToUpper")] = ("toupper", null, Text),
        [(typeof(string), "ToUpperInvariant")] = ("toupper", null, Text),
        [(typeof(string), "Trim")] = ("trim", null, Text),
        [(typeof(Regex), "IsMatch")] = ("matchesPattern", Text, Flag),
        [(typeof(Math), "Round")] = ("round", null, Exact),
        [(typeof(Math), "Floor")] = ("floor", null, Exact),
        [(typeof(Math), "Ceiling")] = ("ceiling", null, Exact),
        [(typeof(ODataQuery), "Now")] = ("now", null, "Edm.DateTimeOffset"),
        [(typeof(ODataQuery), "Date")] = ("date", null, "Edm.Date"),
        [(typeof(ODataQuery), "Time")] = ("time", null, "Edm.TimeOfDay"),
        [(typeof(ODataQuery), "FractionalSeconds")] = ("fractionalseconds", null, Exact),
        [(typeof(ODataQuery), "Distance")] = ("geo.distance", null, Real),
        [(typeof(ODataQuery), "Intersects")] = ("geo.intersects", null, Flag),
        [(typeof(ODataQuery), "Length")] = ("geo.length", null, Real),
    };

    private static readonly HashSet<string> Parts = new(StringComparer.Ordinal) { "Year", "Month", "Day", "Hour", "Minute", "Second" };

    /// <summary>A property of a value; null where queries have nothing for it.</summary>
    public static QueryTerm? Of(QueryTranslator translator, MemberExpression node, Expression owner)
    {
        var (type, name) = (owner.Type, node.Member.Name);
        if (name == "Count" && type.IsAssignableTo(typeof(IEnumerable)))
        {
#if OLDER
            OlderQueries.Since4("$count");
#endif
            return new QueryTerm($"{translator.Term(owner, null).Text}/$count", "Edm.Int64");
        }
        var isPart = Parts.Contains(name) && (type == typeof(DateTimeOffset) || type == typeof(DateOnly) || type == typeof(TimeOnly));
        if (isPart)
        {
            return new QueryTerm($"{name.ToLowerInvariant()}({translator.Term(owner, null).Text})", Whole);
        }
#if OLDER
        if (Properties.TryGetValue((type, name), out var known))
        {
            return new QueryTerm(OlderQueries.Called(known.Name, [translator.Term(owner, null).Text]), known.Type);
        }
#endif
        return Properties.TryGetValue((type, name), out var found)
            ? new QueryTerm($"{found.Name}({translator.Term(owner, null).Text})", found.Type)
            : null;
    }

    /// <summary>A call; null where queries have nothing for it.</summary>
    public static QueryTerm? Called(QueryTranslator translator, MethodCallExpression node)
    {
        var (type, name) = (node.Method.DeclaringType!, node.Method.Name);
        Expression[] operands = node.Object is { } owner ? [owner, .. node.Arguments] : [.. node.Arguments];
        if (type == typeof(ODataQuery) && name is "Raw" or "Cast")
        {
            return Own(translator, name, operands);
        }
        if (Methods.TryGetValue((type, name), out var found))
        {
            return operands.Skip(1).Any(each => each.Type.IsEnum) ? null : Function(translator, found, operands);
        }
        if (name == "Equals" && operands.Length == 2)
        {
            return translator.Compared("eq", operands[0], operands[1]);
        }
        if (name == "HasFlag" && operands.Length == 2)
        {
#if OLDER
            OlderQueries.Since4("has");
#endif
            var value = translator.Term(operands[0], null);
            var text = $"{value.Within(Binding.Primary)} has {translator.Term(operands[1], value.Type).Within(Binding.Primary)}";
            return new QueryTerm(text, Flag, Binding.Comparison);
        }
        return operands.Length > 0 && operands[0].Type.IsAssignableTo(typeof(IEnumerable)) ? OfItems(translator, name, operands) : null;
    }

    /// <summary>A comparison of what <c>string.Compare</c> or <c>CompareTo</c> gives with 0; null for any other.</summary>
    public static QueryTerm? Compared(QueryTranslator translator, string word, BinaryExpression node)
    {
        if (node.Left is not MethodCallExpression { Method.Name: "Compare" or "CompareTo" } call || !QueryValues.TryEvaluate(node.Right, out var zero) || zero is not 0)
        {
            return null;
        }
        Expression[] operands = call.Object is { } owner ? [owner, .. call.Arguments] : [.. call.Arguments];
        return operands.Length == 2 ? translator.Compared(word, operands[0], operands[1]) : null;
    }

    private static QueryTerm Function(QueryTranslator translator, (string Name, string? Given, string Type) found, Expression[] operands)
    {
        var texts = new List<string>();
        string? type = null;
        foreach (var operand in operands)
        {
            var term = translator.Term(operand, texts.Count == 0 ? null : found.Given ?? type);
            type ??= term.Type;
            texts.Add(term.Text);
        }
#if OLDER
        // Rounding gives a number of the kind that was rounded.
        return new QueryTerm(OlderQueries.Called(found.Name, texts), found.Given is null && found.Type == Exact ? type : found.Type);
#else
        return new QueryTerm($"{found.Name}({string.Join(',', texts)})", found.Type);
#endif
    }

    private static QueryTerm? Own(QueryTranslator translator, string name, Expression[] operands)
    {
        if (!QueryValues.TryEvaluate(operands[^1], out var value) || value is not string text)
        {
            return null;
        }
#if OLDER
        if (name == "Cast")
        {
            OlderQueries.Since4("cast");
        }
#endif
        return name == "Raw" ? new QueryTerm(text, null, Binding.Or) : new QueryTerm($"cast({translator.Term(operands[0], null).Text},{text})", text);
    }

    private static QueryTerm? OfItems(QueryTranslator translator, string method, Expression[] operands)
    {
        switch (method, operands.Length)
        {
            case ("Any" or "All", 2) when Lambda(operands[1]) is { } condition:
                return translator.Quantified(method.ToLowerInvariant(), translator.Term(operands[0], null), condition);
            case ("Any", 1):
#if OLDER
                OlderQueries.Since3("any");
#endif
                return new QueryTerm($"{translator.Term(operands[0], null).Text}/any()", Flag);
            case ("Count", 1):
#if OLDER
                OlderQueries.Since4("$count");
#endif
                return new QueryTerm($"{translator.Term(operands[0], null).Text}/$count", "Edm.Int64");
            case ("Contains", 2) when QueryValues.TryEvaluate(operands[0], out var list):
                var value = translator.Term(operands[1], null);
                var items = ((IEnumerable)list!).Cast<object?>().Select(item => QueryLiterals.Of(item, value.Type));
#if OLDER
                return OlderQueries.OneOf(value, [.. items]);
#else
                return new QueryTerm($"{value.Within(Binding.Primary)} in ({string.Join(',', items)})", Flag, Binding.Comparison);
#endif
            case ("Contains", 2):
                var item = translator.Term(operands[0], null);
#if OLDER
                OlderQueries.Since3("any");
#endif
                var name = translator.NewName("x");
                return new QueryTerm($"{item.Text}/any({name}:{name} eq {translator.Term(operands[1], item.Type).Within(Binding.Addition)})", Flag);
            default:
                return null;
        }
    }

    private static LambdaExpression? Lambda(Expression node) => (node is UnaryExpression { NodeType: ExpressionType.Quote } quoted ? quoted.Operand : node) as LambdaExpression;
}
