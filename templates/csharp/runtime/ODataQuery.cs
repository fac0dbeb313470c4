using System;
using System.Linq.Expressions;
using System.Text.Json.Nodes;
using EdmundRuntime.Runtime;

namespace EdmundRuntime;

/// <summary>
/// What queries can say and C# has no expression for, to be used inside of conditions: <c>x =&gt; x.Start &lt; ODataQuery.Now()</c>.
/// Called elsewhere, all but <see cref="Text{T}"/> throw.
/// </summary>
public static class ODataQuery
{
    /// <summary>A condition as text, to be put together with other text.</summary>
    /// <param name="condition">The condition, such as <c>x =&gt; x.Name == name</c>.</param>
    /// <typeparam name="T">What it is about.</typeparam>
    public static string Text<T>(Expression<Func<T, bool>> condition)
        where T : Model => new QueryTranslator().Whole(condition).Text;

    /// <summary>A condition or value as text. What is in it, nobody quotes.</summary>
    /// <param name="text">The text.</param>
    /// <typeparam name="T">What it is.</typeparam>
    public static T Raw<T>(string text) => throw Outside();

    /// <summary>The time of the service.</summary>
    public static DateTimeOffset Now() => throw Outside();

    /// <summary>The day of a moment.</summary>
    /// <param name="moment">The moment.</param>
    public static DateOnly Date(DateTimeOffset? moment) => throw Outside();

    /// <summary>The time of day of a moment.</summary>
    /// <param name="moment">The moment.</param>
    public static TimeOnly Time(DateTimeOffset? moment) => throw Outside();

    /// <summary>The fraction of a moment's second.</summary>
    /// <param name="moment">The moment.</param>
    public static decimal FractionalSeconds(DateTimeOffset? moment) => throw Outside();

    /// <summary>The value as one of another type.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">The qualified name of the type: <c>Edm.String</c>.</param>
    /// <typeparam name="T">What it then is.</typeparam>
    public static T Cast<T>(object? value, string type) => throw Outside();

    /// <summary>How far places are apart.</summary>
    /// <param name="one">A place.</param>
    /// <param name="other">Another one, as GeoJSON.</param>
    public static double Distance(JsonNode? one, JsonNode? other) => throw Outside();

    /// <summary>Whether a place lies in an area.</summary>
    /// <param name="place">The place.</param>
    /// <param name="area">The area, as GeoJSON.</param>
    public static bool Intersects(JsonNode? place, JsonNode? area) => throw Outside();

    /// <summary>How long a line is.</summary>
    /// <param name="line">The line.</param>
    public static double Length(JsonNode? line) => throw Outside();

    private static NotSupportedException Outside() => new("this belongs into the condition of a query");
}
