/** Waiting, and how long an answer may be waited for. */

import { InvalidArgument } from "./errors.js";

/**
 * Watches one attempt: `signal` fires when it takes too long as a whole, when its body is silent for too long,
 * or when the caller's signal does.
 */
export class Watch {
  readonly #controller = new AbortController();
  readonly #idleLimit: number;
  readonly #caller: AbortSignal | undefined;
  readonly #stop: () => void;
  readonly #whole: ReturnType<typeof setTimeout>;
  #silence: ReturnType<typeof setTimeout> | undefined;

  constructor(limit: number, idleLimit: number, caller?: AbortSignal) {
    this.#idleLimit = idleLimit;
    this.#caller = caller;
    this.#stop = (): void => this.#controller.abort(caller?.reason);
    this.#whole = setTimeout(() => this.#controller.abort(), limit);
    caller?.addEventListener("abort", this.#stop);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Something came: the silence is counted from here. */
  restart(): void {
    this.pause();
    this.#silence = setTimeout(() => this.#controller.abort(), this.#idleLimit);
  }

  /** Nobody waits: the silence is not counted. */
  pause(): void {
    clearTimeout(this.#silence);
  }

  /** From here on silence alone is watched. */
  endWhole(): void {
    clearTimeout(this.#whole);
  }

  /** Watch no longer. */
  end(): void {
    this.endWhole();
    this.pause();
    this.#caller?.removeEventListener("abort", this.#stop);
  }
}

/** Waits, unless the signal fires before: then its reason is thrown. */
export function pauseFor(
  milliseconds: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const stop = (): void => {
      clearTimeout(running);
      reject(signal?.reason as Error);
    };
    const running = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", stop, { once: true });
  });
}

/**
 * Milliseconds, finite and above 0.
 *
 * @throws InvalidArgument
 */
export function checkedTimeout(
  milliseconds: number | undefined,
): number | undefined {
  if (
    milliseconds !== undefined &&
    !(milliseconds > 0 && milliseconds < 2 ** 31)
  ) {
    throw new InvalidArgument(
      "a time limit is a number of milliseconds above 0 and below 2^31",
    );
  }
  return milliseconds;
}
