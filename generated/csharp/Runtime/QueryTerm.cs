using System;

namespace Microsoft.Graph.Runtime;

/// <summary>How closely the operators of queries bind, the loosest first (URL Conventions 4.01, section 5.1.1.17).</summary>
internal enum Binding
{
    /// <summary>or.</summary>
    Or,

    /// <summary>and.</summary>
    And,

    /// <summary>Comparisons, has, in and not.</summary>
    Comparison,

    /// <summary>add and sub.</summary>
    Addition,

    /// <summary>mul, div and mod.</summary>
    Product,

    /// <summary>The sign.</summary>
    Sign,

    /// <summary>What needs no parentheses anywhere.</summary>
    Primary,
}

/// <summary>
/// A part of a query: its text, the type that it has in the schema where that is known, and the path of properties that it is.
/// </summary>
internal sealed record QueryTerm(string Text, string? Type, Binding Binding = Binding.Primary, string Path = "")
{
    /// <summary>The text where an operator binds so closely.</summary>
    public string Within(Binding least) => Binding >= least ? Text : $"({Text})";

    /// <summary>A property below this, called so on the wire.</summary>
    public QueryTerm Below(string name, string? type) => new(Joined(Text, name), type, Binding.Primary, Joined(Path, name));

    /// <summary>The same as an object of a derived type, which is no part of the path.</summary>
    public QueryTerm As(string type) => new(Joined(Text, type), type, Binding.Primary, Path);

    private static string Joined(string before, string name) => before.Length == 0 ? name : $"{before}/{name}";
}
