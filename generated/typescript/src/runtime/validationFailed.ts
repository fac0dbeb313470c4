/** What is thrown where a value is checked before it is sent. */

import type { Violation } from "./validationRules.js";

/** A value breaks rules of the schema; `violations` lists them, warnings included. */
export class ValidationFailed extends Error {
  override readonly name = "ValidationFailed";

  constructor(readonly violations: readonly Violation[]) {
    const told = violations
      .filter((each) => each.severity === "error")
      .map(({ pointer, message, code }) => {
        return `${pointer || "(the whole value)"}: ${message} [${code}]`;
      });
    const more = told.length > 5 ? [`and ${told.length - 5} more`] : [];
    super([...told.slice(0, 5), ...more].join("; "));
  }
}
