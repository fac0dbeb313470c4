using System.Globalization;
using System.Linq;

namespace EdmundRuntime.Runtime;

/// <summary>Options of a call that gives objects of one type: which of their properties, and what is related to them.</summary>
/// <typeparam name="T">The type.</typeparam>
public interface IQueryOf<T>
    where T : Model
{
}

/// <summary>Options of a call that gives many objects of one type: which, and in which order.</summary>
/// <typeparam name="T">The type.</typeparam>
public interface IListQueryOf<T> : IQueryOf<T>
    where T : Model
{
}

/// <summary>Options of a collection.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
public class ListQueryParameters<T> : ListQueryParameters, IListQueryOf<T>
    where T : Model
{
}

/// <summary>Options of a single object.</summary>
/// <typeparam name="T">The type of the object.</typeparam>
public sealed class ReadQueryParameters<T> : ReadQueryParameters, IQueryOf<T>
    where T : Model
{
}

/// <summary>Options of what is related and comes along (URL Conventions 4.01, section 5.1.3).</summary>
/// <typeparam name="T">The type of what is related.</typeparam>
public sealed class Expansion<T> : ListQueryParameters<T>
    where T : Model
{
    /// <summary>How often the same property is expanded in what it leads to: a number, or <c>max</c>.</summary>
    public string? Levels
    {
        get => Get<string>("$levels");
        set => Set("$levels", value);
    }

    internal string Text()
    {
        var options = string.Join(';', Pairs().Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}={pair.Value}")));
        return options.Length > 0 ? $"({options})" : string.Empty;
    }
}
