/** An error class whose instances every copy of this package recognizes. */
interface SharedClass {
  /** The name of the class. Minifiers change `name`, so this property is used instead. */
  readonly kind: string
}

const KIND = Symbol.for('contract-gate.error')

/** Marks an error, so that other copies of this package recognize it. */
export function markKind(error: Error, kind: string): void {
  Object.defineProperty(error, KIND, { value: kind })
}

/**
 * Implements `instanceof` for errors of any copy of this package. A project may contain several: the full package, the
 * small one, another version, or generated code without imports.
 */
export function isInstance(type: SharedClass, value: unknown): boolean {
  // A subclass outside this package inherits `kind`, so it uses the normal `instanceof`.
  if (!Object.hasOwn(type, 'kind')) return Function.prototype[Symbol.hasInstance].call(type, value)
  if (!(value instanceof Error) || !(KIND in value)) return false
  return value[KIND] === type.kind || value.name === type.kind
}
