/** Lengths of time (Edm.Duration), exactly as the service writes them. */

const DURATION =
  /^([+-])?P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** Days, hours, minutes and seconds, none of them carried over into the next. */
export class Duration {
  readonly negative: boolean;
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  /** The seconds with their fraction, as decimal text: a number would not hold every fraction. */
  readonly seconds: string;

  /** @throws RangeError for parts that are no numbers, or below 0 */
  constructor(parts: {
    negative?: boolean;
    weeks?: number;
    days?: number;
    hours?: number;
    minutes?: number;
    seconds?: number | string;
  }) {
    this.negative = parts.negative ?? false;
    this.days = whole(parts.days ?? 0) + 7 * whole(parts.weeks ?? 0);
    this.hours = whole(parts.hours ?? 0);
    this.minutes = whole(parts.minutes ?? 0);
    this.seconds = String(parts.seconds ?? 0);
    if (!/^\d+(\.\d+)?$/.test(this.seconds)) {
      throw new RangeError("seconds are a decimal number that is not below 0");
    }
  }

  /** The length that a literal such as `P1DT2H3M4.5S` names, or undefined when it names none. */
  static parse(text: string): Duration | undefined {
    const found = DURATION.exec(text);
    if (found === null || /[PT]$/.test(text)) {
      return undefined;
    }
    const [, sign, days, hours, minutes, seconds] = found;
    return new Duration({
      negative: sign === "-",
      days: Number(days ?? 0),
      hours: Number(hours ?? 0),
      minutes: Number(minutes ?? 0),
      seconds: seconds ?? 0,
    });
  }

  /** The whole length in seconds; nanoseconds and what is below may be rounded. */
  get totalSeconds(): number {
    const clock = 3600 * this.hours + 60 * this.minutes + Number(this.seconds);
    const total = 86400 * this.days + clock;
    return this.negative ? -total : total;
  }

  /** The literal. */
  toString(): string {
    const days = this.days > 0 ? `${this.days}D` : "";
    const hours = this.hours > 0 ? `${this.hours}H` : "";
    const minutes = this.minutes > 0 ? `${this.minutes}M` : "";
    const nothing = days + hours + minutes === "";
    const seconds =
      Number(this.seconds) > 0 || nothing ? `${this.seconds}S` : "";
    const clock = hours + minutes + seconds;
    const sign = this.negative ? "-" : "";
    return `${sign}P${days}${clock === "" ? "" : `T${clock}`}`;
  }

  toJSON(): string {
    return this.toString();
  }
}

function whole(number: number): number {
  if (!Number.isSafeInteger(number) || number < 0) {
    throw new RangeError("a part of a duration is a whole number from 0");
  }
  return number;
}
