/** The walk over a JSON value: objects, lists, maps and unions, held against the tables of their types. */

import { exact } from "./decimals.js";
import {
  isObject,
  JsonNumber,
  type JsonObject,
  type JsonValue,
  writeJson,
} from "./json.js";
import {
  jsonScalar,
  type ObjectShape,
  type PropertyShape,
  type Types,
} from "./types.js";
import type {
  ListUse,
  MapUse,
  RestrictedUse,
  TypeTable,
  UnionTable,
  ValuesTable,
} from "./typeTables.js";
import { checkFacets, checkItems } from "./validationFacets.js";
import { checkLiteral } from "./validationPrimitives.js";
import {
  type Finding,
  MAX_DEPTH,
  type Operation,
  type RuleCode,
  type Severity,
  step,
  type Violation,
  violation,
} from "./validationRules.js";
import { lengthOf } from "./validationText.js";
import { variantOf } from "./values.js";

/** Numbers that OData may write as text, and JSON Schema may not. */
const NUMBERS: ReadonlySet<string> = new Set([
  "Decimal",
  "Double",
  "Single",
  "Int64",
]);

/** One check of one JSON value; `found` collects the violations in the order of the value. */
export class Walk {
  readonly found: Violation[] = [];

  /** @param isPartial whether the object says only what is to change: nothing is required in it */
  constructor(
    private readonly types: Types,
    private readonly operation: Operation | undefined,
    private readonly isPartial = false,
  ) {}

  check(type: TypeTable, value: JsonValue, pointer: string, depth = 0): void {
    if (depth > MAX_DEPTH) {
      const message = `more than ${MAX_DEPTH} levels deep`;
      this.report(pointer, "too-deep", message);
    } else if (typeof type === "string") {
      this.checkPrimitive({ primitive: type }, value, pointer);
    } else if ("nullable" in type) {
      if (value !== null) {
        this.check(type.nullable, value, pointer, depth);
      }
    } else if ("named" in type) {
      this.checkNamed(type.named, value, pointer, depth);
    } else if ("literal" in type) {
      if (canonical(value) !== canonical(jsonScalar(type.literal))) {
        const message = "the value is not the one that is allowed";
        this.report(pointer, "allowed-values", message);
      }
    } else if ("json" in type) {
      if (type.notNull === true) {
        this.isThere(value, pointer);
      }
    } else if ("list" in type) {
      this.checkList(type, value, pointer, depth);
    } else if ("map" in type) {
      this.checkMap(type, value, pointer, depth);
    } else {
      this.checkPrimitive(type, value, pointer);
    }
  }

  private report(
    pointer: string,
    rule: RuleCode,
    message: string,
    severity?: Severity,
  ): void {
    const found = violation(pointer, rule, message);
    this.found.push(severity === undefined ? found : { ...found, severity });
  }

  private reportAll(pointer: string, findings: Iterable<Finding>): void {
    for (const [rule, message] of findings) {
      this.report(pointer, rule, message);
    }
  }

  /** Whether there is a value at all; null is reported. */
  private isThere(value: JsonValue, pointer: string): boolean {
    if (value === null) {
      this.report(pointer, "null", "null is not allowed here");
    }
    return value !== null;
  }

  private checkPrimitive(
    type: RestrictedUse,
    value: JsonValue,
    pointer: string,
  ): void {
    const { primitive, minLength = 0 } = type;
    if (!this.isThere(value, pointer) || primitive === "Stream") {
      return;
    }
    if (NUMBERS.has(primitive) && typeof value === "string") {
      this.report(pointer, "wrong-type", "a number is expected");
      return;
    }
    const shape = { ...type, type: `Edm.${primitive}` };
    const isFloating = type.floatingScale === true;
    const finding = checkLiteral(shape.type, value, isFloating);
    if (finding !== undefined) {
      const [rule, message] = finding;
      // A format that is not kept is told, and no reason to refuse (JSON Schema Validation, section 7.2.1).
      const severity = rule === "format" ? "warning" : undefined;
      this.report(pointer, rule, message, severity);
      return;
    }
    if (typeof value === "string" && lengthOf(value) < minLength) {
      const message = `at least ${minLength} characters are asked for`;
      this.report(pointer, "min-length", message);
    }
    this.reportAll(pointer, checkFacets(shape, value));
  }

  private checkNamed(
    name: string,
    value: JsonValue,
    pointer: string,
    depth: number,
  ): void {
    const union = this.types.union(name);
    const values = this.types.values(name);
    const shape = this.types.object(name);
    if (union !== undefined) {
      this.checkUnion(union, value, pointer, depth);
    } else if (values !== undefined) {
      this.checkEnum(values, value, pointer);
    } else if (this.isThere(value, pointer) && shape !== undefined) {
      this.checkObject(shape, value, pointer, depth);
    }
  }

  private checkEnum(
    table: ValuesTable,
    value: JsonValue,
    pointer: string,
  ): void {
    if (Array.isArray(value) || isObject(value)) {
      const message = "a value of an enumeration is expected";
      this.report(pointer, "wrong-type", message);
      return;
    }
    const own = canonical(value);
    const isKnown = table.values.some(
      (each) => canonical(jsonScalar(each)) === own,
    );
    if (!isKnown) {
      const message = "the value is none of the enumeration";
      this.report(pointer, "enum-member", message);
    }
  }

  private checkList(
    type: ListUse,
    value: JsonValue,
    pointer: string,
    depth: number,
  ): void {
    if (!this.isThere(value, pointer)) {
      return;
    }
    if (!Array.isArray(value)) {
      this.report(pointer, "not-an-array", "a JSON array is expected");
      return;
    }
    this.reportAll(pointer, checkItems(type, value.length));
    if (type.uniqueItems === true) {
      if (new Set(value.map(canonical)).size < value.length) {
        this.report(pointer, "unique-items", "two items are the same");
      }
    }
    for (const [at, item] of value.entries()) {
      this.check(type.list, item, step(pointer, at), depth + 1);
    }
  }

  private checkMap(
    type: MapUse,
    value: JsonValue,
    pointer: string,
    depth: number,
  ): void {
    if (!this.isThere(value, pointer)) {
      return;
    }
    if (!isObject(value)) {
      this.report(pointer, "not-an-object", "a JSON object is expected");
      return;
    }
    const { minProperties = 0, maxProperties = Infinity } = type;
    if (value.size < minProperties) {
      const message = `at least ${minProperties} properties are asked for`;
      this.report(pointer, "min-properties", message);
    }
    if (value.size > maxProperties) {
      const message = `at most ${maxProperties} properties are allowed`;
      this.report(pointer, "max-properties", message);
    }
    for (const [name, item] of value) {
      this.check(type.map, item, step(pointer, name), depth + 1);
    }
  }

  /** As the variant that the value is of; as one of those that it may be, where nothing tells them apart. */
  private checkUnion(
    union: UnionTable,
    value: JsonValue,
    pointer: string,
    depth: number,
  ): void {
    const variant = variantOf(union, value);
    if (variant !== undefined) {
      if (value !== null) {
        this.check(variant.type, value, pointer, depth + 1);
      }
      return;
    }
    for (const { type } of union.variants) {
      const tried = new Walk(this.types, this.operation, this.isPartial);
      tried.check(type, value, pointer, depth + 1);
      if (!tried.found.some(({ severity }) => severity === "error")) {
        return;
      }
    }
    const message = "the value is none of the types that it may be of";
    this.report(pointer, "wrong-type", message);
  }

  private checkObject(
    declared: ObjectShape,
    value: JsonValue,
    pointer: string,
    depth: number,
  ): void {
    if (!isObject(value)) {
      this.report(pointer, "not-an-object", "a JSON object is expected");
      return;
    }
    const shape = this.types.typeOf(declared, value);
    for (const [name, member] of value) {
      const property = shape.properties.get(name);
      const at = step(pointer, name);
      if (property !== undefined) {
        this.checkWriting(property, at);
        this.check(property.type, member, at, depth + 1);
      } else if (shape.additional !== undefined) {
        this.check(shape.additional, member, at, depth + 1);
      } else if (shape.closed) {
        this.report(at, "unknown-property", "there is no such property");
      }
    }
    if (!this.isPartial || pointer !== "") {
      this.checkAbsent(shape, value, pointer);
    }
  }

  private checkAbsent(
    shape: ObjectShape,
    value: JsonObject,
    pointer: string,
  ): void {
    for (const property of shape.properties.values()) {
      if (this.isRequired(property) && !value.has(property.name)) {
        const at = step(pointer, property.name);
        this.report(at, "required", "a value is required");
      }
    }
  }

  private isRequired({ value }: PropertyShape): boolean {
    if (value.required === true) {
      return true;
    }
    switch (this.operation) {
      case "create":
        return value.requiredOnCreate === true;
      case "update":
        return value.requiredOnUpdate === true;
      default:
        return value.requiredInAnswers === true;
    }
  }

  /** What only the service writes it ignores in a request (OpenAPI 3.0.4, section 4.7.24): a warning. */
  private checkWriting({ value }: PropertyShape, pointer: string): void {
    const isClosed =
      this.operation === "create"
        ? value.notInsertable
        : this.operation === "update" && value.notUpdatable;
    if (isClosed === true) {
      const message = "the property is set by the service alone";
      this.report(pointer, "not-writable", message, "warning");
    }
  }
}

/** A text that two values have in common when they are the same: 1 and 1.0 are, and members have no order. */
function canonical(value: JsonValue): string {
  if (Array.isArray(value)) {
    return `[${value.map(canonical).join()}]`;
  }
  if (isObject(value)) {
    const members = Array.from(
      value,
      ([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`,
    );
    return `{${members.sort().join()}}`;
  }
  if (typeof value === "number" || value instanceof JsonNumber) {
    const number = exact(String(value));
    return number === undefined
      ? String(value)
      : `${number.digits}e${number.exponent}`;
  }
  return writeJson(value);
}
