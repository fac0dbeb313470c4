/**
 * JSON text in and out, exactly: no number is rounded, no member is reordered or lost, and no name means
 * anything (`__proto__` is a name like any other).
 */

/** A number that no JavaScript number writes with the same digits. */
export class JsonNumber {
  /** @param text a number of the JSON grammar (RFC 8259, section 6) */
  constructor(readonly text: string) {}

  /** The nearest JavaScript number. */
  valueOf(): number {
    return Number(this.text);
  }

  toString(): string {
    return this.text;
  }
}

/** An object, its members in the order of the text. */
export type JsonObject = Map<string, JsonValue>;

/** A value of JSON as it came. */
export type JsonValue =
  null | boolean | string | number | JsonNumber | JsonValue[] | JsonObject;

/** The text is not JSON, or not JSON of the kind expected. Never repeats the text, which may hold secrets. */
export class JsonError extends Error {
  override readonly name = "JsonError";
}

const MAX_DEPTH = 1000;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const BLANKS = /[ \t\n\r]*/y;

/**
 * The value of a JSON text.
 *
 * @throws JsonError; also for a name that comes twice in one object, which readers take in different ways
 * (RFC 8259, section 4)
 */
export function parseJson(text: string): JsonValue {
  const reader = new Reader(text);
  const value = reader.value(0);
  reader.end();
  return value;
}

/** A reader with one position, which only moves on. */
class Reader {
  private at: number;

  constructor(private readonly text: string) {
    this.at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  }

  end(): void {
    this.blanks();
    if (this.at < this.text.length) {
      throw this.wrong();
    }
  }

  value(depth: number): JsonValue {
    if (depth > MAX_DEPTH) {
      throw new JsonError("the JSON is nested too deeply");
    }
    this.blanks();
    switch (this.text[this.at]) {
      case "{":
        return this.object(depth);
      case "[":
        return this.array(depth);
      case '"':
        return this.string();
      case "t":
        return this.word("true", true);
      case "f":
        return this.word("false", false);
      case "n":
        return this.word("null", null);
      default:
        return this.number();
    }
  }

  private object(depth: number): JsonObject {
    const found: JsonObject = new Map();
    this.at += 1;
    this.blanks();
    if (this.skip("}")) {
      return found;
    }
    do {
      this.blanks();
      if (this.text[this.at] !== '"') {
        throw this.wrong();
      }
      const start = this.at;
      const name = this.string();
      if (found.has(name)) {
        throw new JsonError(`a name comes twice: at character ${start + 1}`);
      }
      this.blanks();
      if (!this.skip(":")) {
        throw this.wrong();
      }
      found.set(name, this.value(depth + 1));
      this.blanks();
    } while (this.skip(","));
    if (!this.skip("}")) {
      throw this.wrong();
    }
    return found;
  }

  private array(depth: number): JsonValue[] {
    const found: JsonValue[] = [];
    this.at += 1;
    this.blanks();
    if (this.skip("]")) {
      return found;
    }
    do {
      found.push(this.value(depth + 1));
      this.blanks();
    } while (this.skip(","));
    if (!this.skip("]")) {
      throw this.wrong();
    }
    return found;
  }

  private string(): string {
    const start = this.at + 1;
    let end = start;
    for (;;) {
      end = this.text.indexOf('"', end);
      if (end < 0) {
        throw this.wrong();
      }
      let slashes = 0;
      while (this.text[end - 1 - slashes] === "\\") {
        slashes += 1;
      }
      if (slashes % 2 === 0) {
        break;
      }
      end += 1;
    }
    const body = this.text.slice(start, end);
    this.at = end + 1;
    if (!/[\\\u0000-\u001f]/.test(body)) {
      return body;
    }
    try {
      return JSON.parse(`"${body}"`) as string;
    } catch {
      this.at = start;
      throw this.wrong();
    }
  }

  private number(): number | JsonNumber {
    NUMBER.lastIndex = this.at;
    const found = NUMBER.exec(this.text);
    if (found === null) {
      throw this.wrong();
    }
    this.at = NUMBER.lastIndex;
    return jsonNumber(found[0]);
  }

  private word<T>(word: string, value: T): T {
    if (!this.text.startsWith(word, this.at)) {
      throw this.wrong();
    }
    this.at += word.length;
    return value;
  }

  private blanks(): void {
    BLANKS.lastIndex = this.at;
    BLANKS.exec(this.text);
    this.at = BLANKS.lastIndex;
  }

  private skip(character: string): boolean {
    const found = this.text[this.at] === character;
    this.at += found ? 1 : 0;
    return found;
  }

  private wrong(): JsonError {
    return new JsonError(`not JSON: at character ${this.at + 1}`);
  }
}

/** The number that `text`, of the JSON grammar, is: a JavaScript number where that keeps all digits. */
export function jsonNumber(text: string): number | JsonNumber {
  const number = Number(text);
  return String(number) === text ? number : new JsonNumber(text);
}

/**
 * The JSON text of a value, without blanks.
 *
 * @throws JsonError for a number that JSON lacks
 */
export function writeJson(value: JsonValue): string {
  if (value === null || typeof value === "boolean") {
    return String(value);
  }
  if (typeof value === "string") {
    return JSON.stringify(value);
  }
  if (typeof value === "number") {
    if (!Number.isFinite(value)) {
      throw new JsonError("JSON has no such number");
    }
    return String(value);
  }
  if (value instanceof JsonNumber) {
    return value.text;
  }
  if (Array.isArray(value)) {
    return `[${value.map(writeJson).join(",")}]`;
  }
  const members = Array.from(
    value,
    ([name, member]) => `${JSON.stringify(name)}:${writeJson(member)}`,
  );
  return `{${members.join(",")}}`;
}

/** Whether a value is a JSON object. */
export function isObject(value: JsonValue | undefined): value is JsonObject {
  return value instanceof Map;
}
