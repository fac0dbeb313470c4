/**
 * Runs the programs that patterns are compiled to, in bounded time.
 *
 * A program (a text of numbers) becomes states of a non-deterministic automaton, which is run over the text with
 * all its states at once: there is no backtracking, and a budget of steps bounds the rest.
 */

const MAX_STEPS = 2_000_000;
const WORD = /^[A-Za-z0-9_]$/;

/** The kinds of nodes and states, as programs number them. */
enum Kind {
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

interface State {
  readonly kind: Kind;
  /** The set of a Set, the first state of a look-ahead. */
  readonly taken: number;
  following: readonly number[];
}

const loaded = new Map<string, Program>();

/**
 * Whether a program matches anywhere in `text`; undefined when that cannot be found out.
 *
 * That is so for the empty program, whose pattern cannot be run, and when it takes too many steps.
 */
export function matches(program: string, text: string): boolean | undefined {
  if (program === "") {
    return undefined;
  }
  let states = loaded.get(program);
  if (states === undefined) {
    states = new Program(program.split(" ").map(Number));
    loaded.set(program, states);
  }
  try {
    return new Run(states, text).search(states.start, 0, false);
  } catch (error) {
    if (error instanceof TooSlow) {
      return undefined;
    }
    throw error;
  }
}

class TooSlow extends Error {}

/** The states of a program. */
class Program {
  readonly states: State[] = [{ kind: Kind.Final, taken: 0, following: [] }];
  readonly sets: (readonly number[])[] = [];
  readonly start: number;
  private at = 0;

  constructor(private readonly numbers: readonly number[]) {
    for (let left = this.take(); left > 0; left -= 1) {
      const length = 2 * this.take();
      this.sets.push(numbers.slice(this.at, this.at + length));
      this.at += length;
    }
    this.start = this.add(0);
  }

  private take(): number {
    this.at += 1;
    return this.numbers[this.at - 1] ?? 0;
  }

  private append(kind: Kind, taken: number, following: readonly number[]) {
    return this.states.push({ kind, taken, following }) - 1;
  }

  /** Add the states of the next node, which go on to `after`; give the first of them. */
  private add(after: number): number {
    const kind: Kind = this.take();
    switch (kind) {
      case Kind.Set:
        return this.append(kind, this.take(), [after]);
      case Kind.Look:
      case Kind.NoLook:
        return this.append(kind, this.add(0), [after]);
      case Kind.Sequence:
        for (let left = this.take(); left > 0; left -= 1) {
          after = this.add(after);
        }
        return after;
      case Kind.Choice: {
        const branches: number[] = [];
        for (let left = this.take(); left > 0; left -= 1) {
          branches.push(this.add(after));
        }
        return this.append(kind, 0, branches);
      }
      case Kind.Repeat:
        return this.repeat(this.take(), this.take(), after);
      default:
        return this.append(kind, 0, [after]);
    }
  }

  private repeat(least: number, most: number, end: number): number {
    const node = this.at;
    let after = end;
    if (most < 0) {
      const loop: State = { kind: Kind.Choice, taken: 0, following: [] };
      after = this.states.push(loop) - 1;
      loop.following = [this.add(after), end];
    }
    for (let left = most - least; left > 0; left -= 1) {
      this.at = node;
      after = this.append(Kind.Choice, 0, [this.add(after), end]);
    }
    for (let left = least; left > 0; left -= 1) {
      this.at = node;
      after = this.add(after);
    }
    return after;
  }
}

/** One text, run through the states within one budget. */
class Run {
  private readonly characters: readonly string[];
  private readonly looked = new Map<string, boolean>();
  private steps = MAX_STEPS;

  constructor(
    private readonly program: Program,
    text: string,
  ) {
    this.characters = [...text];
  }

  /** Whether the final state is reached from `start`; unless `anchored`, from any later position too. */
  search(start: number, from: number, anchored: boolean): boolean {
    let current = new Set<number>();
    for (let position = from; ; position += 1) {
      const starts = !anchored || position === from;
      if (starts && this.enter(start, position, current)) {
        return true;
      }
      const point = this.characters[position]?.codePointAt(0);
      if (point === undefined || (anchored && current.size === 0)) {
        return false;
      }
      const following = new Set<number>();
      for (const index of current) {
        this.step();
        const state = this.program.states[index];
        if (
          state?.kind === Kind.Set &&
          holds(this.program.sets[state.taken] ?? [], point) &&
          this.enter(state.following[0] ?? 0, position + 1, following)
        ) {
          return true;
        }
      }
      current = following;
    }
  }

  /** Add all states that are reached without a character; whether the final one is among them. */
  private enter(start: number, position: number, into: Set<number>): boolean {
    const waiting = [start];
    for (
      let index = waiting.pop();
      index !== undefined;
      index = waiting.pop()
    ) {
      const state = this.program.states[index];
      if (state === undefined || into.has(index)) {
        continue;
      }
      this.step();
      into.add(index);
      if (state.kind === Kind.Final) {
        return true;
      }
      if (state.kind !== Kind.Set && this.passes(state, position)) {
        waiting.push(...state.following);
      }
    }
    return false;
  }

  /** Whether what a state asks of the position holds. */
  private passes(state: State, position: number): boolean {
    switch (state.kind) {
      case Kind.Start:
        return position === 0;
      case Kind.End:
        return position === this.characters.length;
      case Kind.Boundary:
      case Kind.NoBoundary: {
        const differs = this.isWord(position - 1) !== this.isWord(position);
        return differs === (state.kind === Kind.Boundary);
      }
      case Kind.Look:
      case Kind.NoLook: {
        const key = `${state.taken} ${position}`;
        const found =
          this.looked.get(key) ?? this.search(state.taken, position, true);
        this.looked.set(key, found);
        return found === (state.kind === Kind.Look);
      }
      default:
        return true;
    }
  }

  private isWord(position: number): boolean {
    return WORD.test(this.characters[position] ?? "");
  }

  private step(): void {
    this.steps -= 1;
    if (this.steps < 0) {
      throw new TooSlow();
    }
  }
}

/** Whether a set, sorted ranges of code points, has one. */
function holds(ranges: readonly number[], point: number): boolean {
  let low = 0;
  let high = ranges.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (point > (ranges[2 * middle + 1] ?? 0)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return (ranges[2 * low] ?? Infinity) <= point;
}
