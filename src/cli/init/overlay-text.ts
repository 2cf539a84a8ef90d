import { stringify } from 'yaml'
import type { Document } from '../../document/document.ts'
import { isObject, type Json, type JsonObject } from '../../json.ts'
import type { Example, Operation } from '../../operations/operation.ts'

/**
 * Returns the text of an overlay that names the document as the source of all operations. Returns undefined if the root
 * file contains no operation. If an example of a request and one of a response have the same name, adds a scenario for
 * them. The scenario is only a comment, because a document with a scenario needs scenarios for all statuses.
 */
export function overlayText(document: Document, operations: readonly Operation[], file: string): string | undefined {
  if (!hasOwnOperations(document)) return undefined
  const found = operations.filter(({ isWebhooks }) => isWebhooks !== true)
  const scenarios = found.flatMap((operation) => {
    const own = scenariosOf(operation)
    return Object.keys(own).length === 0 ? [] : [{ target: targetOf(operation), update: { 'x-scenarios': own } }]
  })
  const states = statesOf(found)
  return [
    '# How the API is tested: specs/README.md of contract-gate explains every annotation.',
    'overlay: 1.1.0',
    stringify({ info: { title: `Scenarios of ${document.title}`, version: '1.0.0' }, extends: file }).trimEnd(),
    'actions:',
    '  # Every promise has its source in the document itself.',
    `  - target: ${SELECTS_OPERATIONS}`,
    '    update: { x-source: seed }',
    ...commented('Examples of a request and a response with the same name show how to get a status:', scenarios),
    ...commented('Objects that paths address. A module for --setup creates them (docs/setup.md):', states),
    '',
  ].join('\n')
}

/** JSONPath that selects every operation in the root file. */
const SELECTS_OPERATIONS = '$.paths.*[?@.responses]'

function hasOwnOperations({ root }: Document): boolean {
  const paths = root.value['paths']
  return (
    isObject(paths) &&
    Object.values(paths).some(
      (item) => isObject(item) && Object.values(item).some((each) => isObject(each) && isObject(each['responses'])),
    )
  )
}

function targetOf({ method, path }: Operation): string {
  return `$.paths[${quoted(path)}].${method.toLowerCase()}`
}

/** Quotes a name for use in JSONPath (RFC 9535 §2.3.1.1). */
function quoted(name: string): string {
  return `'${name.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}

function commented(title: string, actions: readonly JsonObject[]): string[] {
  if (actions.length === 0) return []
  const lines = stringify(actions).trimEnd().split('\n')
  return [`  # ${title}`, ...lines.map((line) => `  # ${line}`)]
}

/**
 * Returns a scenario for each name that an example of the request and an example of a response share. The scenario says
 * that this request gets the status of this response.
 */
function scenariosOf({ requestBody, parameters, responses }: Operation): Record<string, Json> {
  const bodies = (requestBody?.content ?? []).flatMap(({ examples }) => examples)
  const found: Record<string, Json[]> = {}
  for (const { status, content } of responses) {
    const names = new Set(content.flatMap(({ examples }) => examples.map(({ name }) => name)))
    for (const name of names) {
      const send = sendOf(name, bodies, parameters)
      if (name === '' || send === undefined) continue
      found[status] = [...(found[status] ?? []), { id: name, send }]
    }
  }
  return found
}

function sendOf(name: string, bodies: readonly Example[], parameters: Operation['parameters']): JsonObject | undefined {
  const body = bodies.find((example) => example.name === name)
  const values = parameters.flatMap(({ in: place, name: parameter, examples }) => {
    const example = examples.find((each) => each.name === name)
    return example === undefined || place === 'cookie' ? [] : [{ place, parameter, value: example.value }]
  })
  if (body === undefined && values.length === 0) return undefined
  const inside = (place: string): JsonObject =>
    Object.fromEntries(values.filter((each) => each.place === place).map(({ parameter, value }) => [parameter, value]))
  const parts: [string, Json][] = [
    ['path', inside('path')],
    ['query', inside('query')],
    ['headers', inside('header')],
    ...(body === undefined ? [] : [['body', body.value] as [string, Json]]),
  ]
  return Object.fromEntries(
    parts.filter(([key, value]) => key === 'body' || Object.keys(value as JsonObject).length > 0),
  )
}

/**
 * Returns a list with one overlay action. The action declares a provider state for each kind of object that a path
 * addresses. The list is empty if no path addresses an object.
 */
function statesOf(operations: readonly Operation[]): JsonObject[] {
  const states: Record<string, Json> = {}
  for (const { path } of operations) {
    const [address, noun] = /^.*?([\w-]+)\/\{[^{}]+\}(?!.*\{)/.exec(path) ?? []
    if (address === undefined || noun === undefined) continue
    const names = [...address.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name)
    states[`existing-${noun}`] ??= {
      description: `The object at ${address} exists.`,
      with: { type: 'object', additionalProperties: false },
      gives: { type: 'object', required: ['path'], properties: { path: { type: 'object', required: names } } },
    }
  }
  return Object.keys(states).length === 0 ? [] : [{ target: '$', update: { 'x-states': states } }]
}
