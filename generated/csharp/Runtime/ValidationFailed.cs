using System;
using System.Collections.Generic;
using System.Linq;

namespace Microsoft.Graph.Runtime;

/// <summary>A value breaks rules of the schema.</summary>
public sealed class ValidationFailedException : ArgumentException
{
    internal ValidationFailedException(IReadOnlyList<Violation> violations)
        : base(Told(violations)) => Violations = violations;

    /// <summary>All that is wrong, warnings included.</summary>
    public IReadOnlyList<Violation> Violations { get; }

    private static string Told(IReadOnlyList<Violation> violations)
    {
        var errors = violations.Where(found => found.Severity == Severity.Error).ToList();
        var told = errors.Take(5).Select(found => found.ToString()).ToList();
        if (errors.Count > 5)
        {
            told.Add($"and {errors.Count - 5} more");
        }
        return string.Join("; ", told);
    }
}
