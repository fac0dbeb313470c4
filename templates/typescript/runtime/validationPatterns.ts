/**
 * Regular expressions of the ECMA 262 dialect, matched in bounded time.
 *
 * A pattern comes from a schema, text from anywhere, so neither may stall the checker. A pattern becomes a
 * non-deterministic automaton that is run over the text with all its states at once: there is no
 * backtracking, and a budget of steps bounds the rest. Back references and look-behind, which an automaton
 * cannot do, make a pattern unsupported.
 */

import {
  type Accepts,
  type Assertion,
  isWord,
  type Node,
  parsePattern,
  UnsupportedPattern,
} from "./validationPatternSyntax.js";

const MAX_STEPS = 2_000_000;
const MAX_STATES = 5_000;
const MAX_PROGRAMS = 256;

/** One state: a character to accept, a condition to hold, or branches to take without either. */
interface State {
  readonly accepts?: Accepts;
  readonly assertion?: Assertion;
  readonly look?: { readonly program: Program; readonly negated: boolean };
  readonly final?: true;
  to: readonly number[];
}

interface Program {
  readonly states: readonly State[];
  readonly start: number;
}

const programs = new Map<string, Program | undefined>();

/**
 * Whether `pattern` matches anywhere in `text`; undefined when that cannot be found out.
 *
 * That is so when the pattern is malformed or unsupported, or when it takes more than a bounded number of
 * steps.
 */
export function matches(pattern: string, text: string): boolean | undefined {
  const program = compiled(pattern);
  return program && attempt(() => new Run(text).search(program));
}

function compiled(pattern: string): Program | undefined {
  if (!programs.has(pattern)) {
    if (programs.size >= MAX_PROGRAMS) {
      programs.clear();
    }
    const assemble = () => new Assembler().assemble(parsePattern(pattern));
    programs.set(pattern, attempt(assemble));
  }
  return programs.get(pattern);
}

function attempt<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof UnsupportedPattern) {
      return undefined;
    }
    throw error;
  }
}

/** Turns a tree into states; what it makes and how often it is called is bounded. */
class Assembler {
  private budget = MAX_STATES;

  assemble(node: Node): Program {
    const states: State[] = [{ final: true, to: [] }];
    const start = this.add(node, 0, states);
    return { states, start };
  }

  /** Add the states that match `node` and then go on to `after`; give the first of them. */
  private add(node: Node, after: number, states: State[]): number {
    this.budget -= 1;
    if (this.budget < 0) {
      throw new UnsupportedPattern("too large");
    }
    switch (node.kind) {
      case "any of":
        return append(states, { accepts: node.accepts, to: [after] });
      case "assertion":
        return append(states, { assertion: node.assertion, to: [after] });
      case "look": {
        const program = this.assemble(node.inner);
        const look = { program, negated: node.negated };
        return append(states, { look, to: [after] });
      }
      case "sequence":
        return node.items.reduceRight(
          (next, item) => this.add(item, next, states),
          after,
        );
      case "alternation": {
        const to = node.branches.map((each) => this.add(each, after, states));
        return append(states, { to });
      }
      case "repeat":
        return this.addRepeat(node, after, states);
    }
  }

  private addRepeat(
    node: Extract<Node, { kind: "repeat" }>,
    end: number,
    states: State[],
  ): number {
    let after = end;
    if (node.most === undefined) {
      const state: State = { to: [] };
      after = append(states, state);
      state.to = [this.add(node.inner, after, states), end];
    } else {
      for (let count = node.least; count < node.most; count += 1) {
        const inner = this.add(node.inner, after, states);
        after = append(states, { to: [inner, end] });
      }
    }
    for (let count = 0; count < node.least; count += 1) {
      after = this.add(node.inner, after, states);
    }
    return after;
  }
}

function append(states: State[], state: State): number {
  return states.push(state) - 1;
}

/** One text, run through a program and the programs of its look-aheads within one budget. */
class Run {
  private readonly characters: readonly string[];
  private steps = MAX_STEPS;
  private readonly looked = new Map<Program, Map<number, boolean>>();

  constructor(text: string) {
    this.characters = Array.from(text);
  }

  search(program: Program): boolean {
    return this.run(program, 0, false);
  }

  private run(program: Program, from: number, anchored: boolean): boolean {
    let current = new Set<number>();
    let starting = true;
    for (let position = from; ; position += 1) {
      if (starting && this.enter(program, program.start, position, current)) {
        return true;
      }
      starting = !anchored;
      const character = this.characters[position];
      if (character === undefined || (current.size === 0 && !starting)) {
        return false;
      }
      const following = new Set<number>();
      for (const index of current) {
        this.step();
        const state = program.states[index];
        for (const target of state?.accepts?.(character) ? state.to : []) {
          if (this.enter(program, target, position + 1, following)) {
            return true;
          }
        }
      }
      current = following;
    }
  }

  /** Add all states that are reached without a character; whether the final one is among them. */
  private enter(
    program: Program,
    start: number,
    position: number,
    into: Set<number>,
  ): boolean {
    const waiting = [start];
    for (
      let index = waiting.pop();
      index !== undefined;
      index = waiting.pop()
    ) {
      const state = program.states[index];
      if (state === undefined || into.has(index)) {
        continue;
      }
      this.step();
      into.add(index);
      if (state.final) {
        return true;
      }
      if (state.accepts === undefined && this.passes(state, position)) {
        waiting.push(...state.to);
      }
    }
    return false;
  }

  private passes(state: State, position: number): boolean {
    if (state.assertion !== undefined) {
      return this.holds(state.assertion, position);
    }
    return state.look === undefined
      ? true
      : this.looks(state.look.program, position) !== state.look.negated;
  }

  private looks(program: Program, position: number): boolean {
    const known = this.looked.get(program) ?? new Map<number, boolean>();
    this.looked.set(program, known);
    const found = known.get(position) ?? this.run(program, position, true);
    known.set(position, found);
    return found;
  }

  private holds(assertion: Assertion, position: number): boolean {
    if (assertion === "^") {
      return position === 0;
    }
    if (assertion === "$") {
      return position === this.characters.length;
    }
    const before = isWord(this.characters[position - 1] ?? "");
    const behind = isWord(this.characters[position] ?? "");
    return (before !== behind) === (assertion === "\\b");
  }

  private step(): void {
    this.steps -= 1;
    if (this.steps < 0) {
      throw new UnsupportedPattern("too slow");
    }
  }
}
