import type { JourneyStep } from '../../src/cases/case.ts'
import type { Demand } from '../../src/evidence/execution.ts'
import { contractOf } from '../../src/evidence/contract.ts'
import { documentFromText } from '../../src/document/read-document.ts'
import { stringifyJson, type Json, type JsonObject } from '../../src/json.ts'
import { listOperations } from '../../src/operations/list-operations.ts'
import { judge } from '../../src/verdicts/judge.ts'
import { petsDocument, type PetsDocumentChanges } from './pets-server.ts'

/**
 * A request to the server of pets, and its response. The request is a valid case or a step of a journey (a sequence of
 * requests about one created pet). `before` and `later` are the pet as a GET returned it before and after the request.
 */
export interface PetStep {
  /** The step, if the request is a step of a journey. */
  readonly step?: JourneyStep
  readonly status: number
  readonly readStatus?: number
  readonly before?: JsonObject
  /** The pet after the request. Null if the pet does not exist. */
  readonly later?: JsonObject | null
  readonly isListed?: boolean
  readonly query?: JsonObject
  readonly demands?: readonly Demand[]
  /** The maker (the part of the gate that made the case). Default: `journey` for a step, otherwise `valid`. */
  readonly maker?: string
  readonly document?: PetsDocumentChanges
  /** The body of the request. */
  readonly sent?: Json
  /** The body of the response. Default: the pet. */
  readonly body?: JsonObject
}

/** Judges a request against the document of pets. Returns level and rule of each finding. */
export function foundInStep(
  id: string,
  { step, status, readStatus, before, later, isListed, demands, document, maker, ...bodies }: PetStep,
): string[] {
  const operations = listOperations(documentFromText(petsDocument(document), 'pets.json'))
  const operation = operations.find((each) => each.id === id)
  const readBy = operations.find((each) => each.id === 'getPet')
  if (operation === undefined || readBy === undefined) throw new Error(`the document has no operation ${id}`)
  const { findings } = judge(contractOf(operation), {
    case: {
      path: `${id}/${maker ?? 'journey'}/${step ?? 'base'}`,
      operation,
      maker: maker ?? (step === undefined ? 'valid' : 'journey'),
      title: 'does what it should',
      as: step?.endsWith('as-other') === true ? 'other-partner' : 'partner',
      send: {},
      expect: { kind: (step === undefined && maker === undefined) || step === 'delete' ? 'accepted' : 'documented' },
      proves: [],
      ...(step === undefined ? {} : { journey: { key: '/pets/{petId}', step } }),
    },
    target: { name: 'live', shows: { state: false, auth: 'none' } },
    sent: { path: { petId: 'new-1' }, query: bodies.query ?? {}, headers: {}, body: bodies.sent ?? { name: 'Rex' } },
    exchange: {
      request: { method: operation.method, target: '/pets/new-1', headers: [] },
      answer: {
        status,
        headers: status === 204 ? [] : [['content-type', 'application/json']],
        body: Buffer.from(status === 204 ? '' : stringifyJson(bodies.body ?? { id: 'new-1', name: 'Rex', error: '' })),
      },
      sentAt: '2026-01-05T09:00:01Z',
      milliseconds: 1,
    },
    ...(demands === undefined ? {} : { demands }),
    ...(isListed === undefined ? {} : { isListed }),
    ...(readStatus === undefined ? {} : { readStatus }),
    ...(before === undefined ? {} : { readBy, before: { subject: before, bystander: null } }),
    ...(later === undefined ? {} : { readBy, later: { subject: later, bystander: null } }),
  })
  return findings.flatMap(({ level, rule }) => (rule === 'undocumented_field' ? [] : [`${level} ${rule}`]))
}
