using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace Microsoft.Graph.Runtime;

/// <summary>
/// Regular expressions of the ECMA 262 dialect, matched in bounded time. A pattern comes from a schema, text from
/// anywhere, so neither may stall the checker: a pattern becomes a non-deterministic automaton that is run over the
/// text with all its states at once. There is no backtracking, and a budget of steps bounds the rest.
/// </summary>
internal static class ValidationPattern
{
    private const int MaxSteps = 2_000_000;
    private const int MaxStates = 5_000;

    private static readonly ConcurrentDictionary<string, Automaton?> Compiled = new(StringComparer.Ordinal);

    /// <summary>
    /// Whether the pattern matches anywhere in the text; null when that cannot be found out: it is malformed or
    /// unsupported, or takes more than a bounded number of steps.
    /// </summary>
    public static bool? Matches(string pattern, string text)
    {
        var automaton = Compiled.GetOrAdd(pattern, Compile);
        if (automaton is null)
        {
            return null;
        }
        try
        {
            return new Run(text).Search(automaton);
        }
        catch (UnsupportedPatternException)
        {
            return null;
        }
    }

    private static Automaton? Compile(string pattern)
    {
        try
        {
            return new Assembler().Assemble(PatternSyntax.Parse(pattern));
        }
        catch (UnsupportedPatternException)
        {
            return null;
        }
    }

    /// <summary>A character to accept, a condition to hold, or branches to take without either.</summary>
    private sealed class State
    {
        public Func<int, bool>? Accepts { get; init; }

        public char? Condition { get; init; }

        public (Automaton Inner, bool IsNegated)? Look { get; init; }

        public bool IsFinal { get; init; }

        public int[] To { get; set; } = [];
    }

    private sealed class Automaton
    {
        public List<State> States { get; } = [];

        public int Start { get; set; }
    }

    /// <summary>Turns a tree into states; what it makes and how often it is called is bounded.</summary>
    private sealed class Assembler
    {
        private int _budget = MaxStates;

        public Automaton Assemble(PatternNode node)
        {
            var made = new Automaton();
            made.States.Add(new State { IsFinal = true });
            made.Start = Add(node, 0, made.States);
            return made;
        }

        /// <summary>Adds the states that match the node and then go on; gives the first of them.</summary>
        private int Add(PatternNode node, int after, List<State> states)
        {
            if (--_budget < 0)
            {
                throw new UnsupportedPatternException("too large");
            }
            switch (node)
            {
                case AnyOf any:
                    return Append(states, new State { Accepts = any.Accepts, To = [after] });
                case Assertion assertion:
                    return Append(states, new State { Condition = assertion.Kind, To = [after] });
                case Look look:
                    return Append(states, new State { Look = (Assemble(look.Inner), look.IsNegated), To = [after] });
                case Sequence sequence:
                    return sequence.Items.Reverse().Aggregate(after, (next, item) => Add(item, next, states));
                case Alternation alternation:
                    var branches = alternation.Branches.Select(branch => Add(branch, after, states)).ToArray();
                    return Append(states, new State { To = branches });
                default:
                    return AddRepeat((Repeat)node, after, states);
            }
        }

        private int AddRepeat(Repeat node, int after, List<State> states)
        {
            if (node.Most is not { } most)
            {
                var loop = Append(states, new State());
                states[loop].To = [Add(node.Inner, loop, states), after];
                after = loop;
            }
            else
            {
                var end = after;
                for (var count = node.Least; count < most; count++)
                {
                    after = Append(states, new State { To = [Add(node.Inner, after, states), end] });
                }
            }
            for (var count = 0; count < node.Least; count++)
            {
                after = Add(node.Inner, after, states);
            }
            return after;
        }

        private static int Append(List<State> states, State state)
        {
            states.Add(state);
            return states.Count - 1;
        }
    }

    /// <summary>One text, run through an automaton and those of its look-aheads within one budget.</summary>
    private sealed class Run
    {
        private readonly int[] _text;
        private readonly Dictionary<(Automaton, int), bool> _looked = [];
        private int _steps = MaxSteps;

        public Run(string text) => _text = PatternSyntax.CodePoints(text);

        public bool Search(Automaton automaton) => Search(automaton, 0, isAnchored: false);

        private bool Search(Automaton automaton, int position, bool isAnchored)
        {
            var current = new HashSet<int>();
            var isStarting = true;
            while (true)
            {
                if (isStarting && Enter(automaton, automaton.Start, position, current))
                {
                    return true;
                }
                isStarting = !isAnchored;
                if (position == _text.Length || !(current.Count > 0 || isStarting))
                {
                    return false;
                }
                var character = _text[position++];
                var following = new HashSet<int>();
                foreach (var index in current)
                {
                    Step();
                    var state = automaton.States[index];
                    if (state.Accepts is not null && state.Accepts(character) && state.To.Any(target => Enter(automaton, target, position, following)))
                    {
                        return true;
                    }
                }
                current = following;
            }
        }

        /// <summary>Adds all states that are reached without a character; whether the final one is among them.</summary>
        private bool Enter(Automaton automaton, int start, int position, HashSet<int> into)
        {
            var waiting = new Stack<int>([start]);
            while (waiting.TryPop(out var index))
            {
                if (into.Contains(index))
                {
                    continue;
                }
                Step();
                into.Add(index);
                var state = automaton.States[index];
                if (state.IsFinal)
                {
                    return true;
                }
                if (state.Accepts is not null
                    || (state.Condition is { } condition && !Holds(condition, position))
                    || (state.Look is { } look && Looks(look.Inner, position) == look.IsNegated))
                {
                    continue;
                }
                foreach (var target in state.To)
                {
                    waiting.Push(target);
                }
            }
            return false;
        }

        private bool Looks(Automaton automaton, int position)
        {
            if (!_looked.TryGetValue((automaton, position), out var found))
            {
                found = Search(automaton, position, isAnchored: true);
                _looked[(automaton, position)] = found;
            }
            return found;
        }

        private bool Holds(char condition, int position)
        {
            switch (condition)
            {
                case '^':
                    return position == 0;
                case '$':
                    return position == _text.Length;
                default:
                    var before = position > 0 && PatternSyntax.IsWord(_text[position - 1]);
                    var behind = position < _text.Length && PatternSyntax.IsWord(_text[position]);
                    return (before != behind) == (condition == 'b');
            }
        }

        private void Step()
        {
            if (--_steps < 0)
            {
                throw new UnsupportedPatternException("too slow");
            }
        }
    }
}
