/** What consoles show of a model: its properties, but no secret and nothing that nobody declared. */

/** What has to be known of a property to show it or not. */
export interface PrintedProperty {
  /** Its name in TypeScript. */
  readonly as: string;
  readonly value: { readonly secret?: true };
}

/** Where `console.log` and `util.inspect` of node ask; other platforms know no such question. */
const INSPECT = Symbol.for("nodejs.util.inspect.custom");
const MASK = "***";

type Inspect = (value: unknown, options: object) => string;

/**
 * Give the model a way to be printed without its secrets, out of sight of whoever lists its properties.
 *
 * It is the object's own: copies by `{ ...model }` are printed whole. What is not declared may be a secret as
 * well, nobody can say: it is only named.
 */
export function hideSecrets(
  model: object,
  properties: ReadonlyMap<string, PrintedProperty>,
): void {
  const value = function (
    this: object,
    depth: number | null,
    options: object,
    inspect: Inspect,
  ): string {
    return depth !== null && depth < 0
      ? "[Object]"
      : inspect(shown(this, properties), { ...options, depth });
  };
  Object.defineProperty(model, INSPECT, { value, configurable: true });
}

function shown(
  model: object,
  properties: ReadonlyMap<string, PrintedProperty>,
): object {
  const copy: Record<string, unknown> = { ...model };
  for (const { as, value } of properties.values()) {
    if (value.secret === true && copy[as] != null) {
      copy[as] = MASK;
    }
  }
  const extra = properties.has("additionalData")
    ? undefined
    : copy["additionalData"];
  if (typeof extra === "object" && extra !== null) {
    const names = Object.keys(extra).map((name) => [name, MASK]);
    copy["additionalData"] = Object.fromEntries(names);
  }
  return copy;
}
