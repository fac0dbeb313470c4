using System;
using System.Collections.Generic;
using System.Linq;

namespace EdmundRuntime.Runtime;

/// <summary>A request of a batch: those that it waits for, by their places, and the group that it succeeds or fails with.</summary>
internal sealed record BatchStep(RequestInformation Request, IReadOnlyList<int> After, string? Group);

/// <summary>Which requests go in which batch.</summary>
internal static class BatchSteps
{
    /// <summary>
    /// The places of the requests of each batch, in order. What waits for another, or is of one group with it, goes with it.
    /// </summary>
    /// <exception cref="InvalidOperationException">More requests hang together than go in one batch.</exception>
    public static IReadOnlyList<int[]> Parts(IReadOnlyList<BatchStep> steps, int limit)
    {
        var parts = new List<List<int>> { new() };
        foreach (var together in Together(steps))
        {
            if (together.Count > limit)
            {
                throw new InvalidOperationException($"at most {limit} requests of a batch can wait for each other or be of one group");
            }
            if (parts[^1].Count + together.Count > limit)
            {
                parts.Add([]);
            }
            parts[^1].AddRange(together);
        }
        return parts.Select(part => part.Order().ToArray()).ToArray();
    }

    /// <summary>
    /// The names that go into <c>dependsOn</c>: from outside of a group its name, not the ids of its requests (OData JSON
    /// Format 4.01, section 19.1).
    /// </summary>
    public static IEnumerable<string> Names(IReadOnlyList<BatchStep> steps, BatchStep step, Func<int, string> id) => step.After
        .Select(at => steps[at].Group is { } group && group != step.Group ? group : id(at))
        .Distinct();

    private static IEnumerable<List<int>> Together(IReadOnlyList<BatchStep> steps)
    {
        var first = Enumerable.Range(0, steps.Count).ToArray();
        int First(int at)
        {
            while (first[at] != at)
            {
                at = first[at] = first[first[at]];
            }
            return at;
        }
        for (var at = 0; at < steps.Count; at++)
        {
            var isOfGroup = at > 0 && steps[at].Group is { } group && steps[at - 1].Group == group;
            foreach (var other in isOfGroup ? steps[at].After.Append(at - 1) : steps[at].After)
            {
                var (one, two) = (First(at), First(other));
                (first[Math.Max(one, two)], first[Math.Min(one, two)]) = (Math.Min(one, two), Math.Min(one, two));
            }
        }
        return Enumerable.Range(0, steps.Count).GroupBy(First).OrderBy(together => together.Key).Select(together => together.ToList());
    }
}
