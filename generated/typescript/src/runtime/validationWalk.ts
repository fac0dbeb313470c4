/** The walk over a payload: objects, properties and collections, held against their shapes. */

import { isObject, type JsonObject, type JsonValue } from "./json.js";
import {
  ABSTRACT_STRUCTURES,
  type PropertyShape,
  type Schema,
  type StructuredShape,
  type ValueShape,
} from "./schema.js";
import type { EnumTable } from "./tables.js";
import { checkFacets, checkItems, isAllowed } from "./validationFacets.js";
import { checkLiteral } from "./validationPrimitives.js";
import {
  type Finding,
  MAX_DEPTH,
  type Operation,
  type RuleCode,
  step,
  type Violation,
  violation,
} from "./validationRules.js";

const TYPE_NAMES = ["@odata.type", "@type"];
/** An object with one of these may stand for an entity that is described elsewhere, or is gone. */
const REFERENCES = ["@odata.id", "@id", "@removed", "@odata.removed"];
const CONTEXTS = ["@odata.context", "@context"];
/** Items of an OData 4.0 delta answer that are no entities (OData JSON Format 4.0, sections 14.2 to 14.4). */
const NO_ENTITIES = ["/$deletedEntity", "/$link", "/$deletedLink"];
const BINDINGS = ["@odata.bind", "@bind"];
const ENUM_NUMBER = /^[+-]?[0-9]{1,19}$/;

/** Whether a member's name is of control information, an annotation or an advertised operation. */
export function isControl(name: string): boolean {
  return name.includes("@") || name.startsWith("#");
}

/** One check of one payload; `found` collects the violations in the order of the payload. */
export class Walk {
  readonly found: Violation[] = [];

  constructor(
    private readonly schema: Schema,
    private readonly operation: Operation | undefined,
  ) {}

  report(pointer: string, rule: RuleCode, message: string): void {
    this.found.push(violation(pointer, rule, message));
  }

  private reportAll(pointer: string, findings: Iterable<Finding>): void {
    for (const [rule, message] of findings) {
      this.report(pointer, rule, message);
    }
  }

  /** Check a single value or a collection. */
  checkValue(
    shape: ValueShape,
    value: JsonValue,
    pointer: string,
    depth = 0,
  ): void {
    if (depth > MAX_DEPTH) {
      this.report(pointer, "too-deep", `more than ${MAX_DEPTH} levels deep`);
    } else if (shape.collection !== true) {
      this.checkItem(shape, value, pointer, depth);
    } else if (value === null) {
      const message = "a collection is never null; it can be empty";
      this.report(pointer, "null", message);
    } else if (!Array.isArray(value)) {
      this.report(pointer, "not-an-array", "a JSON array is expected");
    } else {
      this.reportAll(pointer, checkItems(shape, value.length));
      value.forEach((item, index) => {
        this.checkItem(shape, item, step(pointer, index), depth + 1);
      });
    }
  }

  private checkItem(
    shape: ValueShape,
    value: JsonValue,
    pointer: string,
    depth: number,
  ): void {
    if (value === null) {
      if (shape.nullable === false) {
        this.report(pointer, "null", "null is not allowed here");
      } else if (shape.allowedValues !== undefined && !isAllowed(shape, null)) {
        const message = "null is none of the values allowed";
        this.report(pointer, "allowed-values", message);
      }
      return;
    }
    const table = this.schema.enum(shape.type);
    if (table !== undefined) {
      this.checkEnum(table, shape, value, pointer);
    } else if (
      ABSTRACT_STRUCTURES.has(shape.type) ||
      !shape.type.startsWith("Edm.")
    ) {
      this.checkObject(shape, value, pointer, depth);
    } else {
      this.checkPrimitive(shape, value, pointer);
    }
  }

  private checkPrimitive(
    shape: ValueShape,
    value: JsonValue,
    pointer: string,
  ): void {
    const floating = shape.floatingScale === true;
    const finding = checkLiteral(shape.type, value, floating);
    this.reportAll(
      pointer,
      finding === undefined ? checkFacets(shape, value) : [finding],
    );
  }

  private checkEnum(
    table: EnumTable,
    shape: ValueShape,
    value: JsonValue,
    pointer: string,
  ): void {
    if (typeof value !== "string") {
      const message = `text is expected for ${shape.type}`;
      this.report(pointer, "wrong-type", message);
      return;
    }
    if (table.members.length === 0) {
      return;
    }
    const names =
      table.flags === true
        ? value.split(",").map((name) => name.replace(/^ +| +$/g, ""))
        : [value];
    if (!names.every((name) => isMember(table, name))) {
      const message = `the text names no member of ${shape.type}`;
      this.report(pointer, "enum-member", message);
    } else if (shape.allowedValues !== undefined && !isAllowed(shape, value)) {
      const message = "the value is none of those allowed";
      this.report(pointer, "allowed-values", message);
    }
  }

  /** Check a structured value: that it is an object, of which type, and what is in it. */
  private checkObject(
    shape: ValueShape,
    value: JsonValue,
    pointer: string,
    depth: number,
  ): void {
    if (this.schema.structured(shape.type)?.anyJson === true) {
      return;
    }
    if (!isObject(value)) {
      const message = `a JSON object is expected for ${shape.type}`;
      this.report(pointer, "not-an-object", message);
      return;
    }
    if (isNoEntity(value)) {
      return;
    }
    // An update of a value that is there already says what changes, not of which type it is.
    const changes = this.operation === "update" && depth === 0;
    const actual = this.findType(shape, value, pointer, changes);
    if (actual !== undefined) {
      this.checkMembers(actual, value, pointer, depth);
    }
  }

  /** The type of an object; undefined when it is unknown, abstract or out of place, which is reported. */
  private findType(
    shape: ValueShape,
    value: JsonObject,
    place: string,
    changes: boolean,
  ): StructuredShape | undefined {
    const key = TYPE_NAMES.find((name) => value.has(name));
    const text = key === undefined ? shape.type : value.get(key);
    const pointer = key === undefined ? place : step(place, key);
    if (typeof text !== "string") {
      this.report(pointer, "wrong-type", "the name of a type is text");
      return undefined;
    }
    const name = key === undefined ? text : this.schema.resolve(text);
    const actual = this.schema.structured(name);
    const finding = this.problemOfType(
      shape,
      value,
      name,
      actual,
      key,
      changes,
    );
    if (finding !== undefined) {
      this.report(pointer, ...finding);
      return undefined;
    }
    return actual;
  }

  private problemOfType(
    shape: ValueShape,
    value: JsonObject,
    name: string,
    actual: StructuredShape | undefined,
    key: string | undefined,
    changes: boolean,
  ): Finding | undefined {
    if (actual === undefined) {
      return key === undefined && ABSTRACT_STRUCTURES.has(name)
        ? ["abstract-type", "@odata.type is needed to know the type"]
        : ["unknown-type", "the schema has no such type"];
    }
    if (!this.schema.isA(name, shape.type)) {
      return [
        "type-not-allowed",
        `the type does not derive from ${shape.type}`,
      ];
    }
    if (actual.abstract && !changes && !isReference(value)) {
      return [
        "abstract-type",
        `${actual.name} is abstract; @odata.type names the type of the value`,
      ];
    }
    if (!this.isOneOf(name, shape.types)) {
      return ["type-not-allowed", `${name} is not allowed here`];
    }
    if (
      this.operation !== undefined &&
      !this.isOneOf(name, shape.writableTypes)
    ) {
      return ["type-not-allowed", `${name} cannot be written here`];
    }
    return undefined;
  }

  private isOneOf(
    name: string,
    allowed: readonly string[] | undefined,
  ): boolean {
    return (
      allowed === undefined ||
      allowed.length === 0 ||
      allowed.some((base) => this.schema.isA(name, base))
    );
  }

  /** Check the members of an object whose type is known. */
  checkMembers(
    type: StructuredShape,
    value: JsonObject,
    pointer: string,
    depth: number,
  ): void {
    for (const [name, member] of value) {
      const shape = type.properties.get(name);
      if (isControl(name)) {
        this.checkAnnotation(type, name, member, pointer);
      } else if (shape !== undefined) {
        this.checkProperty(shape, member, step(pointer, name), depth);
      } else if (!type.open) {
        const message = `${type.name} has no such property`;
        this.report(step(pointer, name), "unknown-property", message);
      }
    }
    if (!isReference(value)) {
      this.checkAbsent(type, value, pointer);
    }
  }

  private checkProperty(
    shape: PropertyShape,
    value: JsonValue,
    pointer: string,
    depth: number,
  ): void {
    if (!this.isWritable(shape)) {
      this.reportNotWritable(pointer);
    } else if (
      value === null &&
      this.isRequired(shape) &&
      shape.value.collection !== true
    ) {
      const message = `is required on ${this.operationName()}; null is no value`;
      this.report(pointer, "null", message);
    } else {
      this.checkValue(shape.value, value, pointer, depth + 1);
    }
  }

  private reportNotWritable(pointer: string): void {
    const message = `cannot be written on ${this.operationName()}`;
    this.report(pointer, "not-writable", message);
  }

  /** Control information and annotations may stand anywhere; a binding is a property in disguise. */
  private checkAnnotation(
    type: StructuredShape,
    name: string,
    value: JsonValue,
    place: string,
  ): void {
    for (const suffix of BINDINGS) {
      if (!name.endsWith(suffix) || name === suffix) {
        continue;
      }
      const pointer = step(place, name);
      const shape = type.properties.get(name.slice(0, -suffix.length));
      if (shape === undefined || !shape.navigation) {
        if (!type.open) {
          const message = `${type.name} has no such navigation property`;
          this.report(pointer, "unknown-property", message);
        }
      } else if (!this.isWritable(shape)) {
        this.reportNotWritable(pointer);
      } else {
        this.checkBinding(shape, value, pointer);
      }
    }
  }

  private checkBinding(
    shape: PropertyShape,
    value: JsonValue,
    pointer: string,
  ): void {
    const message = "the URL of an entity is expected";
    if (shape.value.collection !== true) {
      const isNull = value === null && shape.value.nullable !== false;
      if (!isNull && typeof value !== "string") {
        this.report(pointer, "wrong-type", message);
      }
    } else if (!Array.isArray(value)) {
      const wanted = "an array of URLs of entities is expected";
      this.report(pointer, "not-an-array", wanted);
    } else {
      value.forEach((item, index) => {
        if (typeof item !== "string") {
          this.report(step(pointer, index), "wrong-type", message);
        }
      });
    }
  }

  private checkAbsent(
    type: StructuredShape,
    value: JsonObject,
    pointer: string,
  ): void {
    if (this.operation === undefined) {
      return;
    }
    for (const [name, shape] of type.properties) {
      const isBound = BINDINGS.some((suffix) => value.has(name + suffix));
      if (value.has(name) || (shape.navigation && isBound)) {
        continue;
      }
      if (this.isRequired(shape)) {
        const message = `is required on ${this.operationName()}`;
        this.report(step(pointer, name), "required", message);
      } else if (shape.expectedOnCreate && this.operation === "create") {
        const message = "is never null, has no default and is not given";
        this.report(step(pointer, name), "missing", message);
      }
    }
  }

  private operationName(): string {
    return this.operation ?? "read";
  }

  private isWritable(shape: PropertyShape): boolean {
    if (this.operation === "create") {
      return shape.insertable;
    }
    return this.operation === "update" ? shape.updatable : true;
  }

  private isRequired(shape: PropertyShape): boolean {
    if (this.operation === "create") {
      return shape.requiredOnCreate;
    }
    return this.operation === "update" ? shape.requiredOnUpdate : false;
  }
}

function isReference(value: JsonObject): boolean {
  return REFERENCES.some((name) => value.has(name));
}

/** Whether the object tells, in a delta answer, of a deleted entity, or of a link added or deleted. */
function isNoEntity(value: JsonObject): boolean {
  return CONTEXTS.map((name) => value.get(name)).some(
    (text) =>
      typeof text === "string" &&
      NO_ENTITIES.some((ending) => text.endsWith(ending)),
  );
}

/** Whether `text` is a member's name or a number: what no member stands for is written as one. */
function isMember(table: EnumTable, text: string): boolean {
  return table.members.includes(text) || ENUM_NUMBER.test(text);
}
