namespace EdmundRuntime.Runtime;

/// <summary>No value of this package's types is restricted by a pattern, so that nothing is matched here.</summary>
internal static class PatternMatcher
{
    /// <summary>Whether a program matches: that is not known here.</summary>
    public static bool? Matches(string program, string text) => null;
}
