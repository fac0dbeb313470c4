/** Points in time, days and times of day, exactly as the service writes them. */

const MOMENT =
  /^(-?\d{4,6}-\d\d-\d\d)T(\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,12}))?)?(Z|[+-]\d\d:\d\d)$/;
const DAY = /^(-?\d{4,6})-(\d\d)-(\d\d)$/;
const CLOCK = /^(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,12}))?)?$/;

/**
 * A `Date` that remembers its offset from UTC and all digits of its second (Edm.DateTimeOffset).
 *
 * It is written as it was read; one that was changed by a method of `Date` is written in UTC.
 */
export class DateTimeOffset extends Date {
  /** The literal that this was made from. */
  readonly text: string;
  /** Minutes east of UTC. */
  readonly offsetMinutes: number;
  /** The digits behind the second's decimal point; a `Date` has only three of them. */
  readonly fraction: string;
  private readonly moment: number;

  /**
   * @param text such as `2026-01-31T12:00:00.1234567+02:00`
   * @throws RangeError for anything else
   */
  constructor(text: string) {
    const found = MOMENT.exec(text.toUpperCase());
    const [, day = "", clock = "", second = "00", fraction = "", zone = ""] =
      found ?? [];
    // A leap second (RFC 3339, section 5.6) is the second after :59.
    const leap = second === "60";
    const millis = fraction.padEnd(3, "0").slice(0, 3);
    super(`${expanded(day)}T${clock}:${leap ? "59" : second}.${millis}${zone}`);
    if (found === null || Number.isNaN(this.getTime())) {
      throw new RangeError("the text is no date and time with an offset");
    }
    if (leap) {
      this.setTime(this.getTime() + 1000);
    }
    this.text = text;
    this.fraction = fraction;
    this.offsetMinutes = zone === "Z" ? 0 : minutes(zone);
    this.moment = this.getTime();
  }

  /** The text as it came; in UTC where it was changed. */
  override toJSON(): string {
    return this.getTime() === this.moment ? this.text : this.toISOString();
  }
}

/** A year of more than four digits, or before 0, as JavaScript reads it: with a sign and six digits. */
function expanded(day: string): string {
  const [, year = "", month = "", date = ""] = DAY.exec(day) ?? [];
  if (/^\d{4}$/.test(year)) {
    return day;
  }
  const sign = year.startsWith("-") ? "-" : "+";
  return `${sign}${year.replace("-", "").padStart(6, "0")}-${month}-${date}`;
}

function minutes(zone: string): number {
  const total = 60 * Number(zone.slice(1, 3)) + Number(zone.slice(4));
  return zone.startsWith("-") ? -total : total;
}

/** A day of the calendar (Edm.Date). */
export class DateOnly {
  readonly year: number;
  readonly month: number;
  readonly day: number;

  /** @throws RangeError when the calendar has no such day */
  constructor(parts: { year: number; month: number; day: number }) {
    this.year = parts.year;
    this.month = parts.month;
    this.day = parts.day;
    if (!isDay(this.year, this.month, this.day)) {
      throw new RangeError("the calendar has no such day");
    }
  }

  /** The day that a literal such as `2026-01-31` names, or undefined when it names none. */
  static parse(text: string): DateOnly | undefined {
    const found = DAY.exec(text);
    const [year = 0, month = 0, day = 0] = (found ?? []).slice(1).map(Number);
    return found !== null && isDay(year, month, day)
      ? new DateOnly({ year, month, day })
      : undefined;
  }

  /** The literal. */
  toString(): string {
    const sign = this.year < 0 ? "-" : "";
    const year = String(Math.abs(this.year)).padStart(4, "0");
    return `${sign}${year}-${two(this.month)}-${two(this.day)}`;
  }

  toJSON(): string {
    return this.toString();
  }
}

function isDay(year: number, month: number, day: number): boolean {
  // The calendar repeats every 400 years, and `Date` has its own mind about the years 0 to 99.
  const like = 2000 + (((year % 400) + 400) % 400);
  const date = new Date(Date.UTC(like, month - 1, day));
  return (
    [year, month, day].every(Number.isInteger) &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day
  );
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

/** A time of day (Edm.TimeOfDay). */
export class TimeOnly {
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
  /** The fraction of the second, in units of 10⁻¹² s. */
  readonly picoseconds: number;

  /** @throws RangeError when a day has no such time */
  constructor(parts: {
    hours?: number;
    minutes?: number;
    seconds?: number;
    picoseconds?: number;
  }) {
    this.hours = within(parts.hours ?? 0, 24);
    this.minutes = within(parts.minutes ?? 0, 60);
    this.seconds = within(parts.seconds ?? 0, 60);
    this.picoseconds = within(parts.picoseconds ?? 0, 1e12);
  }

  /** The time that a literal such as `12:30:15.25` names, or undefined when it names none. */
  static parse(text: string): TimeOnly | undefined {
    const found = CLOCK.exec(text);
    if (found === null) {
      return undefined;
    }
    const [, hours = "", minutes = "", seconds = "0", fraction = ""] = found;
    try {
      return new TimeOnly({
        hours: Number(hours),
        minutes: Number(minutes),
        seconds: Number(seconds),
        picoseconds: Number(fraction.padEnd(12, "0")),
      });
    } catch {
      return undefined;
    }
  }

  /** The literal, with as many digits of the second as it needs. */
  toString(): string {
    const digits = String(this.picoseconds).padStart(12, "0");
    const fraction = digits.replace(/0+$/, "");
    const clock = `${two(this.hours)}:${two(this.minutes)}:${two(this.seconds)}`;
    return fraction === "" ? clock : `${clock}.${fraction}`;
  }

  toJSON(): string {
    return this.toString();
  }
}

function within(number: number, limit: number): number {
  if (!Number.isInteger(number) || number < 0 || number >= limit) {
    throw new RangeError("a day has no such time");
  }
  return number;
}
