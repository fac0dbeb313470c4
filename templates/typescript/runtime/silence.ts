/** How long an answer may be silent once it has begun, whatever it may take as a whole. */

/** Calls `tooLong` when `restart` was called and is not called again for `limit` milliseconds. */
export class Silence {
  readonly #limit: number;
  readonly #tooLong: () => void;
  #running: ReturnType<typeof setTimeout> | undefined;

  constructor(limit: number, tooLong: () => void) {
    this.#limit = limit;
    this.#tooLong = tooLong;
  }

  /** Something came: count from here. */
  restart(): void {
    clearTimeout(this.#running);
    this.#running = setTimeout(this.#tooLong, this.#limit);
  }

  /** Count no longer. */
  end(): void {
    clearTimeout(this.#running);
  }
}
