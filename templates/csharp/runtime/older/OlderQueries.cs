using System;
using System.Collections.Generic;
using System.Linq;

namespace EdmundRuntime.Runtime;

/// <summary>Queries of OData 1 to 3 ([MS-ODATA], 2.2.3.6.1.1): their functions and literals; what they lack is refused.</summary>
internal static class OlderQueries
{
    private static readonly HashSet<string> Functions = new(StringComparer.Ordinal)
    {
        "startswith", "endswith", "length", "indexof", "substring", "tolower", "toupper", "trim", "concat",
        "year", "month", "day", "hour", "minute", "second", "round", "floor", "ceiling",
    };

    private static readonly HashSet<string> Shapes = new(StringComparer.Ordinal) { "geo.distance", "geo.intersects", "geo.length" };
    private static readonly HashSet<string> Whole = new(StringComparer.Ordinal) { "Edm.Byte", "Edm.SByte", "Edm.Int16", "Edm.Int32", "Edm.Int64" };

    /// <summary>Refuses what came with 4.0.</summary>
    /// <exception cref="UnsupportedQueryException">Always.</exception>
    public static void Since4(string what) => throw new UnsupportedQueryException($"OData {SchemaTable.Older.Text} has no {what} in queries");

    /// <summary>Refuses what came with 3.0.</summary>
    /// <exception cref="UnsupportedQueryException">The service is of an older version.</exception>
    public static void Since3(string what)
    {
        if (!SchemaTable.Older.HasQuantifiers)
        {
            Since4(what);
        }
    }

    /// <summary>The text of a function that is called.</summary>
    /// <exception cref="UnsupportedQueryException">The version does not have it.</exception>
    public static string Called(string function, IReadOnlyList<string> arguments)
    {
        if (function == "contains")
        {
            return $"substringof({arguments[1]},{arguments[0]})";
        }
        if (!Functions.Contains(function) && !(SchemaTable.Older.HasQuantifiers && Shapes.Contains(function)))
        {
            Since4(function);
        }
        return $"{function}({string.Join(',', arguments)})";
    }

    /// <summary>A condition that holds where the value is one of these, for which there is no word before 4.01.</summary>
    public static QueryTerm OneOf(QueryTerm value, IReadOnlyList<string> literals)
    {
        var compared = literals.Select(literal => $"{value.Within(Binding.Addition)} eq {literal}");
        var text = literals.Count == 0 ? "false" : string.Join(" or ", compared);
        return new QueryTerm(text, "Edm.Boolean", literals.Count > 1 ? Binding.Or : Binding.Comparison);
    }

    /// <summary>Whether the literal of a value is another than in 4.01.</summary>
    public static bool IsTyped(object? value) => value is not (null or DateTime) && TypeOf(value).Length > 0;

    /// <summary>The literal of a value that is compared with one of a type; null where that is not known.</summary>
    public static string Literal(object value, string? type)
    {
        var own = TypeOf(value);
        var isFraction = value is float or double or decimal;
        // A number that the type cannot hold is compared all the same, as what it is.
        var known = type is null || own == "Edm.String" || (isFraction && Whole.Contains(type)) ? own : type;
        return Literals.OlderLiteral(value, known).ToString();
    }

    private static string TypeOf(object value) => value switch
    {
        bool => "Edm.Boolean",
        sbyte or byte or short or ushort or int => "Edm.Int32",
        uint or long => "Edm.Int64",
        float or double => "Edm.Double",
        decimal => "Edm.Decimal",
        DateOnly => OlderValues.Moment,
        DateTimeOffset => "Edm.DateTimeOffset",
        TimeSpan => "Edm.Time",
        Guid => "Edm.Guid",
        byte[] => "Edm.Binary",
        string => "Edm.String",
        _ => string.Empty,
    };
}
