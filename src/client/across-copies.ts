/** A class of errors whose instances are recognised in every copy of this package. */
interface SharedClass {
  /** The name of the class. `name` is not used, because minifiers change it. */
  readonly kind: string
}

const KIND = Symbol.for('contract-gate.error')

/** Marks an error, so that other copies of this package recognise it. Subclasses are recognised by their `name`. */
export function markKind(error: Error, kind: string): void {
  Object.defineProperty(error, KIND, { value: kind })
}

/**
 * Implements `instanceof`. A project may contain several copies of this package: the full one, the one with only the
 * clients, another version, and generated code without imports. The result is true for errors of all copies.
 */
export function isInstance(type: SharedClass, value: unknown): boolean {
  // A subclass outside this package inherits `kind`.
  if (!Object.hasOwn(type, 'kind')) return Function.prototype[Symbol.hasInstance].call(type, value)
  if (!(value instanceof Error) || !(KIND in value)) return false
  return value[KIND] === type.kind || value.name === type.kind
}
