package com.microsoft.graph.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Matches regular expressions of the ECMA 262 dialect in bounded time.
 *
 * <p>A pattern comes from a schema, text from anywhere, so neither may stall the checker. A pattern
 * becomes a non-deterministic automaton that is run over the text with all its states at once:
 * there is no backtracking, and a budget of steps bounds the rest. Back references and look-behind,
 * which an automaton cannot do, make a pattern unsupported.
 */
final class PatternProgram {
  private static final int MAX_STEPS = 2_000_000;
  private static final int MAX_STATES = 5_000;
  private static final int MOST_KEPT = 256;

  private static final Map<String, Optional<PatternProgram>> COMPILED =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<PatternProgram>> eldest) {
          return size() > MOST_KEPT;
        }
      };

  /** Whether a text matches. */
  enum Outcome {
    YES,
    NO,
    /** The pattern is malformed or unsupported, or takes more than a bounded number of steps. */
    UNKNOWN
  }

  /** A character to accept, a condition to hold, or branches to take without either. */
  private static final class State {
    @Nullable IntPredicate accepts;
    @Nullable PatternNode.Condition condition;
    @Nullable PatternProgram look;
    boolean negated;
    boolean last;
    int[] to = {};
  }

  private final List<State> states = new ArrayList<>();
  private int start;

  private PatternProgram() {}

  /** Whether a pattern matches anywhere in a text. */
  static Outcome match(String pattern, String text) {
    Optional<PatternProgram> program;
    synchronized (COMPILED) {
      program = COMPILED.computeIfAbsent(pattern, PatternProgram::compiled);
    }
    if (program.isEmpty()) {
      return Outcome.UNKNOWN;
    }
    try {
      return new Run(text).run(program.get(), 0, false) ? Outcome.YES : Outcome.NO;
    } catch (UnsupportedPatternException error) {
      return Outcome.UNKNOWN;
    }
  }

  private static Optional<PatternProgram> compiled(String pattern) {
    try {
      return Optional.of(new Assembler().assemble(PatternSyntax.parse(pattern)));
    } catch (UnsupportedPatternException error) {
      return Optional.empty();
    }
  }

  private int append(State state, int... to) {
    state.to = to;
    states.add(state);
    return states.size() - 1;
  }

  /** Turns a tree into states; what it makes and how often it is called is bounded. */
  private static final class Assembler {
    private int budget = MAX_STATES;

    PatternProgram assemble(PatternNode node) {
      PatternProgram program = new PatternProgram();
      State last = new State();
      last.last = true;
      program.append(last);
      program.start = add(node, 0, program);
      return program;
    }

    /** Adds the states that match `node` and then go on to `after`; gives the first of them. */
    private int add(PatternNode node, int after, PatternProgram program) {
      if (--budget < 0) {
        throw new UnsupportedPatternException("too large");
      }
      State state = new State();
      if (node instanceof PatternNode.AnyOf) {
        state.accepts = ((PatternNode.AnyOf) node).accepts;
        return program.append(state, after);
      }
      if (node instanceof PatternNode.Assertion) {
        state.condition = ((PatternNode.Assertion) node).condition;
        return program.append(state, after);
      }
      if (node instanceof PatternNode.Look) {
        state.look = assemble(((PatternNode.Look) node).inner);
        state.negated = ((PatternNode.Look) node).negated;
        return program.append(state, after);
      }
      if (node instanceof PatternNode.Sequence) {
        List<PatternNode> items = ((PatternNode.Sequence) node).items;
        int next = after;
        for (int at = items.size() - 1; at >= 0; at--) {
          next = add(items.get(at), next, program);
        }
        return next;
      }
      if (node instanceof PatternNode.Alternation) {
        List<PatternNode> branches = ((PatternNode.Alternation) node).branches;
        int[] to = branches.stream().mapToInt(branch -> add(branch, after, program)).toArray();
        return program.append(state, to);
      }
      return addRepeat((PatternNode.Repeat) node, after, program);
    }

    private int addRepeat(PatternNode.Repeat node, int end, PatternProgram program) {
      int after = end;
      if (node.most < 0) {
        int loop = program.append(new State());
        program.states.get(loop).to = new int[] {add(node.inner, loop, program), end};
        after = loop;
      } else {
        for (int count = node.least; count < node.most; count++) {
          after = program.append(new State(), add(node.inner, after, program), end);
        }
      }
      for (int count = 0; count < node.least; count++) {
        after = add(node.inner, after, program);
      }
      return after;
    }
  }

  /** One text, run through a program and the programs of its look-aheads within one budget. */
  private static final class Run {
    private final int[] text;
    private final Map<PatternProgram, Map<Integer, Boolean>> looked = new HashMap<>();
    private int steps = MAX_STEPS;

    Run(String text) {
      this.text = text.codePoints().toArray();
    }

    boolean run(PatternProgram program, int from, boolean anchored) {
      BitSet current = new BitSet();
      int position = from;
      boolean starting = true;
      while (true) {
        if (starting && enter(program, program.start, position, current)) {
          return true;
        }
        starting = !anchored;
        if (position == text.length || (current.isEmpty() && !starting)) {
          return false;
        }
        int character = text[position++];
        BitSet following = new BitSet();
        for (int index = current.nextSetBit(0); index >= 0; index = current.nextSetBit(index + 1)) {
          step();
          State state = program.states.get(index);
          if (state.accepts != null
              && state.accepts.test(character)
              && enter(program, state.to[0], position, following)) {
            return true;
          }
        }
        current = following;
      }
    }

    /** Adds all states reached without a character; whether the last one is among them. */
    private boolean enter(PatternProgram program, int start, int position, BitSet into) {
      Deque<Integer> waiting = new ArrayDeque<>();
      waiting.push(start);
      while (!waiting.isEmpty()) {
        int index = waiting.pop();
        if (into.get(index)) {
          continue;
        }
        step();
        into.set(index);
        State state = program.states.get(index);
        if (state.last) {
          return true;
        }
        if (state.accepts != null || !holds(state, position)) {
          continue;
        }
        for (int target : state.to) {
          waiting.push(target);
        }
      }
      return false;
    }

    private boolean holds(State state, int position) {
      if (state.look != null) {
        Map<Integer, Boolean> known = looked.computeIfAbsent(state.look, key -> new HashMap<>());
        Boolean found = known.get(position);
        if (found == null) {
          found = run(state.look, position, true);
          known.put(position, found);
        }
        return found != state.negated;
      }
      if (state.condition == null) {
        return true;
      }
      switch (state.condition) {
        case START:
          return position == 0;
        case END:
          return position == text.length;
        default:
          boolean before = position > 0 && CharacterClasses.isWord(text[position - 1]);
          boolean behind = position < text.length && CharacterClasses.isWord(text[position]);
          return (before != behind) == (state.condition == PatternNode.Condition.BOUNDARY);
      }
    }

    private void step() {
      if (--steps < 0) {
        throw new UnsupportedPatternException("too slow");
      }
    }
  }
}
