package edmundruntime.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Runs the programs that patterns are compiled to, in bounded time.
 *
 * <p>A program (a text of numbers) becomes states of a non-deterministic automaton, which is run
 * over the text with all its states at once: there is no backtracking, and a budget of steps bounds
 * the rest.
 */
final class PatternMatcher {
  private static final int MAX_STEPS = 2_000_000;

  // The kinds of nodes and states, as programs number them.
  private static final int SET = 0;
  private static final int START = 1;
  private static final int END = 2;
  private static final int BOUNDARY = 3;
  private static final int NO_BOUNDARY = 4;
  private static final int LOOK = 5;
  private static final int NO_LOOK = 6;
  private static final int SEQUENCE = 7;
  private static final int CHOICE = 8;
  private static final int REPEAT = 9;
  private static final int FINAL = 10;

  private static final Map<String, Program> LOADED = new ConcurrentHashMap<>();

  private final Program program;
  private final int[] text;
  private final Map<Long, Boolean> looked = new HashMap<>();
  private int steps = MAX_STEPS;

  private PatternMatcher(Program program, int[] text) {
    this.program = program;
    this.text = text;
  }

  /**
   * Whether a program matches anywhere in a text; null when that cannot be found out: for the empty
   * program, whose pattern cannot be run, and when it takes too many steps.
   */
  static @Nullable Boolean matches(String program, String text) {
    if (program.isEmpty()) {
      return null;
    }
    Program loaded = LOADED.computeIfAbsent(program, Program::new);
    PatternMatcher run = new PatternMatcher(loaded, text.codePoints().toArray());
    boolean found = run.search(loaded.start, 0, false);
    return run.steps < 0 ? null : (Boolean) found;
  }

  /** Takes the set of a set, the first state of a look-ahead. */
  private static final class State {
    final int kind;
    final int taken;
    int[] following;

    State(int kind, int taken, int... following) {
      this.kind = kind;
      this.taken = taken;
      this.following = following;
    }
  }

  private static final class Program {
    /** The first and last code point of each range, in order. */
    final List<int[]> sets = new ArrayList<>();

    final List<State> states = new ArrayList<>(List.of(new State(FINAL, 0)));
    final int start;
    private final int[] numbers;
    private int at;

    Program(String source) {
      numbers = Stream.of(source.split(" ")).mapToInt(Integer::parseInt).toArray();
      for (int left = take(); left > 0; left--) {
        int[] ranges = new int[2 * take()];
        System.arraycopy(numbers, at, ranges, 0, ranges.length);
        at += ranges.length;
        sets.add(ranges);
      }
      start = add(0);
    }

    private int take() {
      return numbers[at++];
    }

    private int append(int kind, int taken, int... following) {
      states.add(new State(kind, taken, following));
      return states.size() - 1;
    }

    /** Add the states of the next node, which go on to {@code after}; gives the first of them. */
    private int add(int after) {
      int kind = take();
      switch (kind) {
        case SET:
          return append(kind, take(), after);
        case LOOK:
        case NO_LOOK:
          return append(kind, add(0), after);
        case SEQUENCE:
          int next = after;
          for (int left = take(); left > 0; left--) {
            next = add(next);
          }
          return next;
        case CHOICE:
          int[] branches = new int[take()];
          for (int index = 0; index < branches.length; index++) {
            branches[index] = add(after);
          }
          return append(kind, 0, branches);
        case REPEAT:
          return repeat(take(), take(), after);
        default:
          return append(kind, 0, after);
      }
    }

    private int repeat(int least, int most, int end) {
      int node = at;
      int after = end;
      if (most < 0) {
        after = append(CHOICE, 0);
        states.get(after).following = new int[] {add(after), end};
      }
      for (int left = most - least; left > 0; left--) {
        at = node;
        after = append(CHOICE, 0, add(after), end);
      }
      for (int left = least; left > 0; left--) {
        at = node;
        after = add(after);
      }
      return after;
    }
  }

  /** Whether the final state is reached from a state; unless anchored, from any later position. */
  private boolean search(int start, int from, boolean anchored) {
    BitSet current = new BitSet();
    for (int position = from; steps >= 0; position++) {
      if ((!anchored || position == from) && enter(start, position, current)) {
        return true;
      }
      if (position == text.length || (anchored && current.isEmpty())) {
        return false;
      }
      BitSet following = new BitSet();
      for (int index = current.nextSetBit(0); index >= 0; index = current.nextSetBit(index + 1)) {
        steps--;
        State state = program.states.get(index);
        if (state.kind == SET
            && holds(program.sets.get(state.taken), text[position])
            && enter(state.following[0], position + 1, following)) {
          return true;
        }
      }
      current = following;
    }
    return false;
  }

  /** Add all states that are reached without a character; whether the final one is among them. */
  private boolean enter(int start, int position, BitSet into) {
    Deque<Integer> waiting = new ArrayDeque<>(List.of(start));
    while (!waiting.isEmpty() && steps >= 0) {
      int index = waiting.pop();
      if (into.get(index)) {
        continue;
      }
      steps--;
      into.set(index);
      State state = program.states.get(index);
      if (state.kind == FINAL) {
        return true;
      }
      if (state.kind != SET && passes(state, position)) {
        for (int target : state.following) {
          waiting.push(target);
        }
      }
    }
    return false;
  }

  /** Whether what a state asks of the position holds. */
  private boolean passes(State state, int position) {
    switch (state.kind) {
      case START:
        return position == 0;
      case END:
        return position == text.length;
      case BOUNDARY:
        return isWord(position - 1) != isWord(position);
      case NO_BOUNDARY:
        return isWord(position - 1) == isWord(position);
      case LOOK:
        return looks(state.taken, position);
      case NO_LOOK:
        return !looks(state.taken, position);
      default:
        return true;
    }
  }

  private boolean looks(int inner, int position) {
    long key = (long) inner << Integer.SIZE | position;
    Boolean known = looked.get(key);
    if (known == null) {
      known = search(inner, position, true);
      looked.put(key, known);
    }
    return known;
  }

  private boolean isWord(int position) {
    return position >= 0
        && position < text.length
        && text[position] < 128
        && (Character.isLetterOrDigit(text[position]) || text[position] == '_');
  }

  private static boolean holds(int[] ranges, int point) {
    int low = 0;
    int high = ranges.length / 2;
    while (low < high) {
      int middle = (low + high) / 2;
      if (point > ranges[2 * middle + 1]) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return 2 * low < ranges.length && ranges[2 * low] <= point;
  }
}
