using System;
using System.Threading.Tasks;
using Vectors.Runtime;

namespace Runner;

/// <summary>Models of other vectors have no calls of their own.</summary>
public static class Calls
{
    public static RequestInformation Make(string name) => throw new ArgumentException($"no call '{name}'");

    public static Task<string?[]> Live(string root) => Task.FromException<string?[]>(new NotSupportedException(root));
}
