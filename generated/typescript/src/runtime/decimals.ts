/** Numbers of any size, exactly: what checks on values compare. */

/** `digits` times 10 to the `exponent`; the digits have no zero at their end. */
export interface Exact {
  readonly digits: bigint;
  readonly exponent: number;
}

/** A number, or one of the two that are beyond all others. */
export type Ordered = Exact | "INF" | "-INF";

const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,9}))?$/;

/** The number that decimal text stands for; undefined when it stands for none. */
export function exact(text: string): Exact | undefined {
  const found = NUMBER.exec(text);
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = found ?? [];
  const digits = (whole + fraction).replace(/^0+/, "");
  if (found === null || whole + fraction === "") {
    return undefined;
  }
  const kept = withoutZerosAtEnd(digits);
  if (kept === "") {
    return { digits: 0n, exponent: 0 };
  }
  return {
    digits: BigInt(sign === "-" ? `-${kept}` : kept),
    exponent: Number(exponent) - fraction.length + digits.length - kept.length,
  };
}

/** A pattern would look at each zero of a long row of them again and again. */
function withoutZerosAtEnd(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === "0") {
    end -= 1;
  }
  return digits.slice(0, end);
}

/** Whole units of 10 to the `exponent`, such as picoseconds, as a number. */
export function scaled(units: bigint, exponent: number): Exact {
  const found = exact(`${units}e${exponent}`);
  return found ?? { digits: 0n, exponent: 0 };
}

/** Digits before and after the decimal point, and significant ones, without leading or trailing zeros. */
export function countDigits(number: Exact): [number, number, number] {
  if (number.digits === 0n) {
    return [0, 0, 0];
  }
  const significant = size(number);
  return [
    Math.max(0, significant + number.exponent),
    Math.max(0, -number.exponent),
    significant,
  ];
}

/** Below 0 when `a` is less than `b`, 0 when they are the same. */
export function compare(a: Ordered, b: Ordered): number {
  if (typeof a === "string" || typeof b === "string") {
    return rank(a) - rank(b);
  }
  const signs = sign(a) - sign(b);
  if (signs !== 0 || sign(a) === 0) {
    return signs;
  }
  const magnitudes = size(a) + a.exponent - size(b) - b.exponent;
  if (magnitudes !== 0) {
    return magnitudes * sign(a);
  }
  // Of the same magnitude, so the exponents are as near as the digits are many.
  const low = Math.min(a.exponent, b.exponent);
  const difference = units(a, low) - units(b, low);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Whether `number` is a multiple of `step`; true where they are too far apart to be written out. */
export function isMultiple(number: Exact, step: Exact): boolean {
  if (step.digits <= 0n) {
    return true;
  }
  const low = Math.min(number.exponent, step.exponent);
  const high = Math.max(top(number), top(step));
  return high - low > 1000 || units(number, low) % units(step, low) === 0n;
}

/** How often 10 to the `exponent` goes into the number. */
function units(number: Exact, exponent: number): bigint {
  return number.digits * 10n ** BigInt(number.exponent - exponent);
}

function size(number: Exact): number {
  return String(number.digits).replace("-", "").length;
}

function top(number: Exact): number {
  return number.digits === 0n ? 0 : size(number) - 1 + number.exponent;
}

function sign(number: Exact): number {
  return number.digits < 0n ? -1 : number.digits > 0n ? 1 : 0;
}

function rank(number: Ordered): number {
  return number === "INF" ? 1 : number === "-INF" ? -1 : 0;
}
