import { describe, expect, test } from 'vitest'
import { anivaContract } from '../../generated/aniva/index.ts'
import { lobbieContract } from '../../generated/lobbie/index.ts'
import { checkBody } from '../../src/client/requests/check-request.ts'
import type { Mismatch, ContractOperation } from '../../src/client/contract.ts'
import { readDocument } from '../../src/document/read-document.ts'
import type { Json } from '../../src/json.ts'
import { listOperations } from '../../src/operations/list-operations.ts'
import { compile } from '../src/generate/compile.ts'
import { witnessesAround, type Witness } from './witnesses.ts'

/** The differences that are allowed between the TypeScript compiler and a validator, each with the reason. */
const DIFFERENCES = {
  format: 'a type cannot say what a text looks like; a brand would make every caller convert',
  integer: 'TypeScript has one type for numbers',
  minProperties: 'an object without required fields may be empty for the compiler',
  'one more': 'an open object takes fields that nobody documented; the compiler refuses them in a literal only',
} as const

interface Asked extends Witness {
  readonly type: string
  readonly mismatch: Mismatch | undefined
}

describe.each([
  { api: 'lobbie', contract: lobbieContract },
  { api: 'aniva', contract: anivaContract },
])('types and validators of $api', ({ api, contract }) => {
  const operation: ContractOperation = contract.operations.updateAppointment
  const [documented] = listOperations(readDocument(`specs/${api}/openapi.yaml`))
  const asked: Asked[] = []
  const ask = (type: string, base: Json, check: (value: Json) => Mismatch | undefined): void => {
    for (const witness of witnessesAround(base)) asked.push({ ...witness, type, mismatch: check(witness.value) })
  }

  const requests = documented?.requestBody?.content[0]?.examples.map((example) => example.value) ?? []
  ask('Parameters<Client["updateAppointment"]>[1]', Object.assign({}, ...requests) as Json, (value) => {
    try {
      checkBody(operation, value)
      return undefined
    } catch (error) {
      const { clause, at, expected } = error as { clause: string; at: string; expected: string }
      return { keyword: clause, at, expected }
    }
  })
  const path = Object.fromEntries(
    (documented?.parameters ?? []).map((parameter): [string, Json] => [
      parameter.name,
      parameter.examples[0]?.value ?? null,
    ]),
  )
  ask('Parameters<Client["updateAppointment"]>[0]', path, (value) => operation.checkParameters?.({ path: value })[0])
  for (const response of documented?.responses ?? []) {
    const type = `Extract<UpdateAppointmentAnswer, { status: ${response.status} }>["body"]`
    const check = operation.responses[response.status]?.content['application/json']?.check
    for (const example of response.content[0]?.examples.slice(0, 2) ?? []) {
      ask(type, example.value, (value) => check?.(value)[0])
    }
  }

  const accepted = acceptedByCompiler(api, asked)

  test('more than 300 values are compared; the types accept some and refuse some, and so do the validators', () => {
    expect(asked.length).toBeGreaterThan(300)
    expect(new Set(asked.map(({ mismatch }) => mismatch === undefined)).size).toBe(2)
    expect(new Set(accepted).size).toBe(2)
  })

  test('types and validators agree, except in the ways that the test lists', () => {
    const others = asked.flatMap((each, index) => {
      const difference = differenceOf(each, accepted[index] === true)
      if (difference === undefined || difference in DIFFERENCES) return []
      return [
        `${each.type}: ${each.how}: compiler ${String(accepted[index])}, validator ${each.mismatch?.keyword ?? 'true'}`,
      ]
    })
    expect(others).toEqual([])
  })

  test('types and validators differ in each way that the test lists', () => {
    const met = new Set(asked.flatMap((each, index) => differenceOf(each, accepted[index] === true) ?? []))
    const listed = {
      lobbie: ['format', 'integer', 'minProperties', 'one more'],
      aniva: ['format', 'minProperties', 'one more'],
    }
    expect([...met].toSorted()).toEqual(listed[api as 'lobbie' | 'aniva'].toSorted())
  })
})

function differenceOf({ how, mismatch }: Asked, compiles: boolean): string | undefined {
  if (compiles === (mismatch === undefined)) return undefined
  if (mismatch === undefined) return /one more|→ \{"a":1\}/.test(how) ? 'one more' : 'refused by the compiler'
  return mismatch.expected.includes('integer') ? 'integer' : mismatch.keyword.split('/').at(-1)
}

/**
 * Compiles one file that has a constant for each value. The compiler refuses a value if it reports an error on the line
 * of its constant. Returns true for each accepted value.
 */
function acceptedByCompiler(api: string, asked: readonly Asked[]): boolean[] {
  const client = `${api.charAt(0).toUpperCase()}${api.slice(1)}Client`
  const lines = [
    `import type { ${client} as Client, UpdateAppointmentAnswer } from './index.ts'; export type Used = UpdateAppointmentAnswer | Client`,
    ...asked.map(({ type, value }, index) => `export const value${index}: ${type} = ${JSON.stringify(value)}`),
  ]
  const errors = compile([{ path: `${api}/witnesses.ts`, text: lines.join('\n') }])
  const refused = new Set(errors.map((error) => Number(/witnesses\.ts:(\d+) /.exec(error)?.[1])))
  return asked.map((_each, index) => !refused.has(index + 2))
}
