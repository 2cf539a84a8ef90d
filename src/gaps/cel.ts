/** Reserved words of CEL. They cannot be used as identifiers. CEL language definition, "Syntax". */
const RESERVED: ReadonlySet<string> = new Set(
  'as break const continue else false for function if import in let loop namespace null package return true var void while'.split(
    ' ',
  ),
)

/** Returns the CEL expression that reads a property. */
export function celProperty(owner: string, name: string): string {
  return isIdentifier(name) ? `${owner}.${name}` : `${owner}[${JSON.stringify(name)}]`
}

/** Returns the CEL expression that tests whether an object has a property. */
export function celHas(owner: string, name: string): string {
  return isIdentifier(name) ? `has(${owner}.${name})` : `${JSON.stringify(name)} in ${owner}`
}

function isIdentifier(name: string): boolean {
  return /^[A-Za-z_]\w*$/.test(name) && !RESERVED.has(name)
}
