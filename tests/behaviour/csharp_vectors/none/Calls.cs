using System;
using Vectors.Runtime;

namespace Runner;

/// <summary>Models of other vectors have no calls of their own.</summary>
public static class Calls
{
    public static RequestInformation Make(string name) => throw new ArgumentException($"no call '{name}'");
}
