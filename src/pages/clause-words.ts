import type { Clause } from '../clauses/clause.ts'
import { trace } from '../clauses/trace.ts'
import { tokens } from '../document/json-pointer.ts'
import { isArray, isObject, type Json } from '../json.ts'
import type { Operation } from '../operations/operation.ts'
import { keywordWords } from './keyword-words.ts'
import { readSchemaPath } from './schema-path.ts'

/** Describes the promise of a clause in a short sentence. Uses only texts of the document. */
export function clauseWords(clause: Clause, operation: Operation): string {
  const { kind, pointer, status = '' } = clause
  const path = tokens(pointer)
  const last = path.at(-1) ?? ''
  switch (kind) {
    case 'status':
      return `the server responds with ${status}`
    case 'content-type':
      return `the body has the content type ${last}`
    case 'header':
      return `the header ${path.at(-2) ?? ''} is present`
    case 'security':
      return securityWords(operation, pointer)
    case 'invariant':
      return messageOf(valueOf(operation, pointer)) ?? last
    case 'update':
      return `an update of ${last} is stored and changes nothing else`
    case 'update-refused':
      return 'a refused update changes nothing'
    case 'accepts':
      return `accepted if ${requestWords(path, operation, pointer)}`
    case 'refuses':
      return `refused unless ${requestWords(path, operation, pointer)}`
    case 'keyword':
    case 'enum-member':
    case 'nullable':
      return schemaWords(path, operation, pointer, kind === 'keyword' ? 'is' : 'can be')
    default:
      return `${kind.replace('-', ' ')} ${last}`
  }
}

function securityWords({ security }: Operation, pointer: string): string {
  const schemes = security.find((each) => each.pointer === pointer)?.schemes ?? []
  if (schemes.length === 0) return 'credentials are optional'
  return `credentials are required: ${schemes.map(({ name }) => name).join(' and ')}`
}

function messageOf(invariant: Json | undefined): string | undefined {
  return isObject(invariant) && typeof invariant['message'] === 'string' ? invariant['message'] : undefined
}

function requestWords(path: readonly string[], operation: Operation, pointer: string): string {
  const last = path.at(-1) ?? ''
  if (path[0] === 'parameters' && path.length === 3) return `${path[1] ?? ''} is sent`
  if (path[0] === 'requestBody' && path.length === 2)
    return last === 'required' ? 'it has a body' : 'the content type is documented'
  if (path[0] === 'requestBody' && path.length === 3) return `the body is well-formed ${last}`
  return schemaWords(path, operation, pointer, 'is')
}

function schemaWords(path: readonly string[], operation: Operation, pointer: string, verb: 'is' | 'can be'): string {
  const { subject, keyword, name } = readSchemaPath(path)
  if (name !== undefined && keyword !== 'required') return `${subject} ${verb} ${name}`
  return keywordWords({ subject, keyword, name, value: valueOf(operation, pointer) })
}

/** Returns the value in the document to which the pointer of a clause leads. */
function valueOf({ document, address, parameters }: Operation, pointer: string): Json | undefined {
  const own = parameters.find((each) => pointer.startsWith(`${each.pointer}/`))
  const [from, rest] = own === undefined ? [address, pointer] : [own.address, pointer.slice(own.pointer.length)]
  const stop = trace(document, from, rest).at(-1)
  return stop?.rest.reduce<Json | undefined>((value, token) => {
    if (isArray(value)) return value.find((item) => isObject(item) && item['id'] === token)
    return isObject(value) ? value[token] : undefined
  }, stop.value)
}
