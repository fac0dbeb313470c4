/** The syntax of ECMA 262 regular expressions (section 22.2.1, with annex B.1.2), as a tree. */

/** The pattern is malformed, or more than can be matched in bounded time. */
export class UnsupportedPattern extends Error {
  override readonly name = "UnsupportedPattern";
}

/** Whether one character, a code point, is accepted. */
export type Accepts = (character: string) => boolean;

/** What holds between two characters. */
export type Assertion = "^" | "$" | "\\b" | "\\B";

/** A pattern; a repeat without `most` has no end. */
export type Node =
  | { readonly kind: "any of"; readonly accepts: Accepts }
  | { readonly kind: "assertion"; readonly assertion: Assertion }
  | { readonly kind: "look"; readonly inner: Node; readonly negated: boolean }
  | { readonly kind: "sequence"; readonly items: readonly Node[] }
  | { readonly kind: "alternation"; readonly branches: readonly Node[] }
  | {
      readonly kind: "repeat";
      readonly inner: Node;
      readonly least: number;
      readonly most: number | undefined;
    };

const MAX_NESTING = 50;
const MAX_REPEATS = 2000;
const LINE_ENDS = new Set(["\n", "\r", "\u2028", "\u2029"]);
const SPACES = new Set([..."\t\v\f \u00a0\ufeff", ...LINE_ENDS]);
const CONTROLS: ReadonlyMap<string, string> = new Map([
  ["t", "\t"],
  ["n", "\n"],
  ["v", "\v"],
  ["f", "\f"],
  ["r", "\r"],
  ["0", "\0"],
]);
const QUANTIFIER = /\{([0-9]+)(,([0-9]*))?\}/y;
const CATEGORY = /\{(?:General_Category=|gc=)?([A-Za-z_]+)\}/y;
const DECIMAL = /^\p{Nd}$/u;
const LONG_CATEGORIES: ReadonlyMap<string, string> = new Map([
  ["Letter", "L"],
  ["Lowercase_Letter", "Ll"],
  ["Uppercase_Letter", "Lu"],
  ["Mark", "M"],
  ["Number", "N"],
  ["Decimal_Number", "Nd"],
  ["Punctuation", "P"],
  ["Symbol", "S"],
  ["Separator", "Z"],
  ["Space_Separator", "Zs"],
]);
/** The major categories, each with what refines it. */
const CATEGORIES = [
  "Lultmo",
  "Mnce",
  "Ndlo",
  "Pcdseifo",
  "Smcko",
  "Zslp",
  "Ccfson",
];
const KNOWN_CATEGORIES = new Set(
  CATEGORIES.flatMap(([major = "", ...minors]) => [
    major,
    ...minors.map((minor) => major + minor),
  ]),
);
const CLASSES: ReadonlyMap<string, Accepts> = new Map<string, Accepts>([
  ["d", isDigit],
  ["D", negation(isDigit)],
  ["w", isWord],
  ["W", negation(isWord)],
  ["s", isSpace],
  ["S", negation(isSpace)],
]);

/** Whether `\w` matches: ASCII letters, digits and the underscore. */
export function isWord(character: string): boolean {
  return /^[A-Za-z0-9_]$/.test(character);
}

function isDigit(character: string): boolean {
  return /^[0-9]$/.test(character);
}

function isSpace(character: string): boolean {
  return SPACES.has(character) || /^\p{Zs}$/u.test(character);
}

function negation(accepts: Accepts): Accepts {
  return (character) => !accepts(character);
}

function only(wanted: string): Accepts {
  return (character) => character === wanted;
}

/**
 * The tree of a pattern.
 *
 * @throws UnsupportedPattern where it is not of the dialect handled here
 */
export function parsePattern(pattern: string): Node {
  const parser = new Parser(pattern);
  const node = parser.alternation(0);
  parser.end();
  return node;
}

/** A reader of code points with one position, which only moves on. */
class Parser {
  private readonly characters: readonly string[];
  private at = 0;

  constructor(pattern: string) {
    this.characters = Array.from(pattern);
  }

  end(): void {
    if (this.at < this.characters.length) {
      throw new UnsupportedPattern("unbalanced parenthesis");
    }
  }

  private peek(ahead = 0): string {
    return this.characters[this.at + ahead] ?? "";
  }

  private take(): string {
    const character = this.characters[this.at];
    if (character === undefined) {
      throw new UnsupportedPattern("unexpected end");
    }
    this.at += 1;
    return character;
  }

  private starts(text: string, ahead = 0): boolean {
    return Array.from(text).every(
      (character, index) => this.peek(ahead + index) === character,
    );
  }

  private skip(text: string): boolean {
    const found = this.starts(text);
    this.at += found ? text.length : 0;
    return found;
  }

  /** What the sticky `expression`, of ASCII alone, finds here. */
  private find(expression: RegExp): RegExpExecArray | undefined {
    const ahead = this.characters.slice(this.at, this.at + 100).join("");
    expression.lastIndex = 0;
    const found = expression.exec(ahead) ?? undefined;
    this.at += found?.[0].length ?? 0;
    return found;
  }

  alternation(nesting: number): Node {
    if (nesting > MAX_NESTING) {
      throw new UnsupportedPattern("nested too deeply");
    }
    const first = this.sequence(nesting);
    const branches = [first];
    while (this.skip("|")) {
      branches.push(this.sequence(nesting));
    }
    return branches.length === 1 ? first : { kind: "alternation", branches };
  }

  private sequence(nesting: number): Node {
    const items: Node[] = [];
    while (!["", "|", ")"].includes(this.peek())) {
      items.push(this.quantified(this.term(nesting)));
    }
    return { kind: "sequence", items };
  }

  private term(nesting: number): Node {
    const character = this.take();
    switch (character) {
      case "^":
      case "$":
        return { kind: "assertion", assertion: character };
      case "(":
        return this.group(nesting);
      case "[":
        return { kind: "any of", accepts: this.characterClass() };
      case ".":
        return { kind: "any of", accepts: (c) => !LINE_ENDS.has(c) };
      case "\\":
        if (this.skip("b")) {
          return { kind: "assertion", assertion: "\\b" };
        }
        if (this.skip("B")) {
          return { kind: "assertion", assertion: "\\B" };
        }
        return { kind: "any of", accepts: this.escape(false) };
      case "*":
      case "+":
      case "?":
        throw new UnsupportedPattern("nothing to repeat");
      default:
        return { kind: "any of", accepts: only(character) };
    }
  }

  private group(nesting: number): Node {
    let negated: boolean | undefined;
    if (this.skip("?=")) {
      negated = false;
    } else if (this.skip("?!")) {
      negated = true;
    } else if (this.skip("?<")) {
      if (this.peek() === "=" || this.peek() === "!") {
        throw new UnsupportedPattern("look-behind");
      }
      while (this.take() !== ">");
    } else if (!this.skip("?:") && this.peek() === "?") {
      throw new UnsupportedPattern("unknown group");
    }
    const inner = this.alternation(nesting + 1);
    if (!this.skip(")")) {
      throw new UnsupportedPattern("unbalanced parenthesis");
    }
    return negated === undefined ? inner : { kind: "look", inner, negated };
  }

  private quantified(node: Node): Node {
    const range = this.quantifier();
    if (range === undefined) {
      return node;
    }
    if (node.kind === "assertion") {
      throw new UnsupportedPattern("nothing to repeat");
    }
    const [least, most] = range;
    if (
      least > MAX_REPEATS ||
      (most !== undefined && (most < least || most > MAX_REPEATS))
    ) {
      throw new UnsupportedPattern("too many repeats");
    }
    this.skip("?");
    if (["*", "+", "?"].includes(this.peek())) {
      throw new UnsupportedPattern("nothing to repeat");
    }
    return { kind: "repeat", inner: node, least, most };
  }

  private quantifier(): [number, number | undefined] | undefined {
    if (this.skip("*")) {
      return [0, undefined];
    }
    if (this.skip("+")) {
      return [1, undefined];
    }
    if (this.skip("?")) {
      return [0, 1];
    }
    const found = this.find(QUANTIFIER);
    if (found === undefined) {
      return undefined;
    }
    const [, low = "", comma, high = ""] = found;
    if (low.length > 6 || high.length > 6) {
      throw new UnsupportedPattern("too many repeats");
    }
    const least = Number(low);
    if (comma === undefined) {
      return [least, least];
    }
    return [least, high === "" ? undefined : Number(high)];
  }

  /** What a backslash, already taken, and what follows it accept. */
  private escape(inClass: boolean): Accepts {
    const character = this.peek();
    const named = CLASSES.get(character);
    if (named !== undefined) {
      this.at += 1;
      return named;
    }
    if (this.isProperty()) {
      this.at += 1;
      const category = this.category();
      return character === "P" ? negation(category) : category;
    }
    return only(this.escapedCharacter(inClass));
  }

  private isProperty(): boolean {
    return this.starts("p{") || this.starts("P{");
  }

  private escapedCharacter(inClass: boolean): string {
    const character = this.take();
    if (character === "b" && inClass) {
      return "\b";
    }
    if (character === "0" && DECIMAL.test(this.peek())) {
      throw new UnsupportedPattern("octal escape");
    }
    const control = CONTROLS.get(character);
    if (control !== undefined) {
      return control;
    }
    if (DECIMAL.test(character) || character === "k") {
      throw new UnsupportedPattern("back reference");
    }
    switch (character) {
      case "c": {
        const letter = this.take();
        if (!/^[A-Za-z]$/.test(letter)) {
          throw new UnsupportedPattern("malformed escape");
        }
        return String.fromCharCode(letter.charCodeAt(0) % 32);
      }
      case "x":
        return this.codePoint(2);
      case "u":
        return this.unicodeEscape();
      default:
        return character;
    }
  }

  private unicodeEscape(): string {
    if (this.skip("{")) {
      let digits = "";
      for (let next = this.take(); next !== "}"; next = this.take()) {
        digits += next;
      }
      return characterOf(digits);
    }
    const first = this.codePoint(4);
    if (/^[\ud800-\udbff]$/.test(first) && this.skip("\\u")) {
      const second = this.codePoint(4);
      if (!/^[\udc00-\udfff]$/.test(second)) {
        throw new UnsupportedPattern("unpaired surrogate");
      }
      return first + second;
    }
    return first;
  }

  private codePoint(length: number): string {
    const digits = this.characters.slice(this.at, this.at + length);
    this.at += length;
    if (digits.length < length) {
      throw new UnsupportedPattern("malformed escape");
    }
    return characterOf(digits.join(""));
  }

  private category(): Accepts {
    const given = this.find(CATEGORY)?.[1] ?? "";
    const name = LONG_CATEGORIES.get(given) ?? given;
    if (!KNOWN_CATEGORIES.has(name)) {
      throw new UnsupportedPattern("unknown Unicode property");
    }
    const expression = new RegExp(`^\\p{${name}}$`, "u");
    return (character) => expression.test(character);
  }

  private characterClass(): Accepts {
    const negated = this.skip("^");
    const singles = new Set<string>();
    const ranges: (readonly [number, number])[] = [];
    const kinds: Accepts[] = [];
    while (!this.skip("]")) {
      const low = this.classItem(kinds);
      if (this.peek() === "-" && !this.starts("-]")) {
        this.at += 1;
        const high = this.classItem(kinds);
        if (low === undefined || high === undefined) {
          [low ?? "-", "-", high ?? "-"].forEach((item) => singles.add(item));
        } else if (point(low) > point(high)) {
          throw new UnsupportedPattern("range out of order");
        } else {
          ranges.push([point(low), point(high)]);
        }
      } else if (low !== undefined) {
        singles.add(low);
      }
    }
    return (character) => {
      const code = point(character);
      const found =
        singles.has(character) ||
        ranges.some(([low, high]) => low <= code && code <= high) ||
        kinds.some((kind) => kind(character));
      return found !== negated;
    };
  }

  /** The next character of a class; undefined when it was a class escape, now among `kinds`. */
  private classItem(kinds: Accepts[]): string | undefined {
    const character = this.take();
    if (character !== "\\") {
      return character;
    }
    if (CLASSES.has(this.peek()) || this.isProperty()) {
      kinds.push(this.escape(true));
      return undefined;
    }
    return this.escapedCharacter(true);
  }
}

function point(character: string): number {
  return character.codePointAt(0) ?? 0;
}

function characterOf(digits: string): string {
  const code = /^[0-9A-Fa-f]{1,6}$/.test(digits) ? parseInt(digits, 16) : NaN;
  if (!(code <= 0x10ffff)) {
    throw new UnsupportedPattern("malformed escape");
  }
  return String.fromCodePoint(code);
}
