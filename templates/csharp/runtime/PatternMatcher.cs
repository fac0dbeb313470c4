using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace EdmundRuntime.Runtime;

/// <summary>
/// Runs the programs that patterns are compiled to, in bounded time. A program (a text of numbers) becomes states of a
/// non-deterministic automaton, which is run over the text with all its states at once: there is no backtracking, and
/// a budget of steps bounds the rest.
/// </summary>
internal static class PatternMatcher
{
    private const int MaxSteps = 2_000_000;

    private static readonly ConcurrentDictionary<string, Automaton> Loaded = new(StringComparer.Ordinal);

    /// <summary>The kinds of nodes and states, as programs number them.</summary>
    private enum Kind
    {
        Set,
        Start,
        End,
        Boundary,
        NoBoundary,
        Look,
        NoLook,
        Sequence,
        Choice,
        Repeat,
        Final,
    }

    /// <summary>
    /// Whether a program matches anywhere in the text; null when that cannot be found out: for the empty program, whose
    /// pattern cannot be run, and when it takes too many steps.
    /// </summary>
    public static bool? Matches(string program, string text)
    {
        if (program.Length == 0)
        {
            return null;
        }
        var automaton = Loaded.GetOrAdd(program, source => new Automaton(source));
        var run = new Run(automaton, CodePoints(text));
        var matches = run.Search(automaton.Start, 0, isAnchored: false);
        return run.Steps < 0 ? null : matches;
    }

    private static int[] CodePoints(string text)
    {
        var points = new List<int>(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            var isPair = index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]);
            points.Add(isPair ? char.ConvertToUtf32(text[index], text[++index]) : text[index]);
        }
        return [.. points];
    }

    /// <summary>What a state takes: the set of a set, the first state of a look-ahead.</summary>
    private sealed record State(Kind Kind, int Taken, int[] Following)
    {
        public int[] Following { get; set; } = Following;
    }

    private sealed class Automaton
    {
        private readonly int[] _numbers;
        private int _at;

        public Automaton(string program)
        {
            _numbers = [.. program.Split(' ').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
            for (var left = Take(); left > 0; left--)
            {
                var length = 2 * Take();
                Sets.Add(_numbers[_at..(_at + length)]);
                _at += length;
            }
            Start = Add(0);
        }

        public List<State> States { get; } = [new State(Kind.Final, 0, [])];

        /// <summary>The first and last code point of each range, in order.</summary>
        public List<int[]> Sets { get; } = [];

        public int Start { get; }

        private int Take() => _numbers[_at++];

        private int Append(Kind kind, int taken, params int[] following)
        {
            States.Add(new State(kind, taken, following));
            return States.Count - 1;
        }

        /// <summary>Add the states of the next node, which go on to `after`; gives the first of them.</summary>
        private int Add(int after)
        {
            var kind = (Kind)Take();
            switch (kind)
            {
                case Kind.Set:
                    return Append(kind, Take(), after);
                case Kind.Look or Kind.NoLook:
                    return Append(kind, Add(0), after);
                case Kind.Sequence:
                    for (var left = Take(); left > 0; left--)
                    {
                        after = Add(after);
                    }
                    return after;
                case Kind.Choice:
                    var branches = new int[Take()];
                    for (var index = 0; index < branches.Length; index++)
                    {
                        branches[index] = Add(after);
                    }
                    return Append(kind, 0, branches);
                case Kind.Repeat:
                    return Repeat(Take(), Take(), after);
                default:
                    return Append(kind, 0, after);
            }
        }

        private int Repeat(int least, int most, int end)
        {
            var (node, after) = (_at, end);
            if (most < 0)
            {
                after = Append(Kind.Choice, 0);
                States[after].Following = [Add(after), end];
            }
            for (var left = most - least; left > 0; left--)
            {
                _at = node;
                after = Append(Kind.Choice, 0, Add(after), end);
            }
            for (var left = least; left > 0; left--)
            {
                _at = node;
                after = Add(after);
            }
            return after;
        }
    }

    /// <summary>One text, run through the states within one budget: once it is used up nothing is known.</summary>
    private sealed class Run(Automaton automaton, int[] text)
    {
        private readonly Dictionary<(int State, int Position), bool> _looked = [];

        public int Steps { get; private set; } = MaxSteps;

        /// <summary>
        /// Whether the final state is reached from a state; unless anchored, from any later position too.
        /// </summary>
        public bool Search(int start, int from, bool isAnchored)
        {
            var current = new HashSet<int>();
            for (var position = from; Steps >= 0; position++)
            {
                if ((!isAnchored || position == from) && Enter(start, position, current))
                {
                    return true;
                }
                if (position == text.Length || (isAnchored && current.Count == 0))
                {
                    return false;
                }
                var following = new HashSet<int>();
                foreach (var index in current)
                {
                    Steps--;
                    var state = automaton.States[index];
                    if (state.Kind == Kind.Set
                        && Holds(automaton.Sets[state.Taken], text[position])
                        && Enter(state.Following[0], position + 1, following))
                    {
                        return true;
                    }
                }
                current = following;
            }
            return false;
        }

        private static bool Holds(int[] ranges, int point)
        {
            var (low, high) = (0, ranges.Length / 2);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = point > ranges[(2 * middle) + 1] ? (middle + 1, high) : (low, middle);
            }
            return 2 * low < ranges.Length && ranges[2 * low] <= point;
        }

        /// <summary>
        /// Add all states that are reached without a character; whether the final one is among them.
        /// </summary>
        private bool Enter(int start, int position, HashSet<int> into)
        {
            var waiting = new Stack<int>([start]);
            while (Steps >= 0 && waiting.TryPop(out var index))
            {
                if (!into.Add(index))
                {
                    continue;
                }
                Steps--;
                var state = automaton.States[index];
                if (state.Kind == Kind.Final)
                {
                    return true;
                }
                if (state.Kind != Kind.Set && Passes(state, position))
                {
                    foreach (var target in state.Following)
                    {
                        waiting.Push(target);
                    }
                }
            }
            return false;
        }

        /// <summary>Whether what a state asks of the position holds.</summary>
        private bool Passes(State state, int position) => state.Kind switch
        {
            Kind.Start => position == 0,
            Kind.End => position == text.Length,
            Kind.Boundary => IsWord(position - 1) != IsWord(position),
            Kind.NoBoundary => IsWord(position - 1) == IsWord(position),
            Kind.Look => Looks(state.Taken, position),
            Kind.NoLook => !Looks(state.Taken, position),
            _ => true,
        };

        private bool Looks(int inner, int position)
        {
            if (!_looked.TryGetValue((inner, position), out var found))
            {
                found = Search(inner, position, isAnchored: true);
                _looked[(inner, position)] = found;
            }
            return found;
        }

        private bool IsWord(int position) =>
            position >= 0
            && position < text.Length
            && text[position] < 128
            && (char.IsAsciiLetterOrDigit((char)text[position]) || text[position] == '_');
    }
}
