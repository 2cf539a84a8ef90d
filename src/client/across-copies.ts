/** An error class whose instances are also recognized by other copies of this package. */
interface SharedClass {
  /** The name of the class. Used instead of `name`, because minifiers change `name`. */
  readonly kind: string
}

const KIND = Symbol.for('contract-gate.error')

/** Marks an error, so that other copies of this package recognize it. */
export function markKind(error: Error, kind: string): void {
  Object.defineProperty(error, KIND, { value: kind })
}

/**
 * Implements `instanceof` for errors of all copies of this package. A project may contain several copies: the full
 * package, the small one, another version, or generated code without imports.
 */
export function isInstance(type: SharedClass, value: unknown): boolean {
  // A subclass outside this package only inherits `kind`. For such a class, the normal `instanceof` applies.
  if (!Object.hasOwn(type, 'kind')) return Function.prototype[Symbol.hasInstance].call(type, value)
  if (!(value instanceof Error) || !(KIND in value)) return false
  return value[KIND] === type.kind || value.name === type.kind
}
