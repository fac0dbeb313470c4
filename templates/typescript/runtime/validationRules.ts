/**
 * The rules of payload validation, and what a broken one looks like.
 *
 * Codes are stable. A message says what is wrong in words and never repeats a value of the payload, so that
 * no secret can reach a log through it.
 */

/** An error means that the service would refuse the payload; a warning, that it might. */
export type Severity = "error" | "warning";

/** What a payload is for; without one it is an answer, and the rules of writing do not apply. */
export type Operation = "create" | "update";

/** Values may be nested so deep. */
export const MAX_DEPTH = 100;

/** The code of a rule. */
export type RuleCode =
  | "not-an-object"
  | "not-an-array"
  | "too-deep"
  | "unknown-property"
  | "wrong-type"
  | "format"
  | "out-of-range"
  | "null"
  | "required"
  | "missing"
  | "not-writable"
  | "min-length"
  | "max-length"
  | "precision"
  | "scale"
  | "pattern"
  | "pattern-skipped"
  | "minimum"
  | "maximum"
  | "multiple-of"
  | "allowed-values"
  | "min-items"
  | "max-items"
  | "unique-items"
  | "min-properties"
  | "max-properties"
  | "enum-member"
  | "unknown-type"
  | "abstract-type"
  | "type-not-allowed"
  | "url"
  | "base64";

/** A broken rule and what to say of it. */
export type Finding = readonly [rule: RuleCode, message: string];

/** One thing that is wrong: where (JSON pointer, RFC 6901), by which rule, and in words. */
export interface Violation {
  readonly pointer: string;
  readonly code: RuleCode;
  readonly message: string;
  readonly severity: Severity;
}

const WARNINGS: ReadonlySet<RuleCode> = new Set<RuleCode>([
  "missing",
  "not-writable",
  "pattern-skipped",
  "base64",
]);

/** The violation of `code` at `pointer`. */
export function violation(
  pointer: string,
  code: RuleCode,
  message: string,
): Violation {
  const severity = WARNINGS.has(code) ? "warning" : "error";
  return { pointer, code, message, severity };
}

/** The pointer to a member or item below `pointer` (RFC 6901, section 3). */
export function step(pointer: string, name: string | number): string {
  const escaped = String(name).replaceAll("~", "~0").replaceAll("/", "~1");
  return `${pointer}/${escaped}`;
}
