import type { IncomingMessage } from 'node:http'
import type { Answer, Answers } from '../../corpus/serve.ts'

/**
 * A document that does not exclude many faults. For example, it does not say that a response contains the sent values.
 * The server of `loans` can have these faults.
 */
export const LOANS = `
openapi: 3.1.0
jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema
info: { title: Loans, version: 1.0.0, license: { name: MIT, identifier: MIT } }
servers: [{ url: https://loans.example.com }]
security: []
paths:
  /loans:
    get:
      operationId: listLoans
      summary: List loans
      parameters: [{ name: member, in: query, schema: { enum: [ann, ben] } }]
      responses:
        '200': { description: Loans, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Shown' } } } } }
        '400': { description: Bad }
    post:
      operationId: addLoan
      summary: Add a loan
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/New' } } } }
      responses:
        '201':
          description: The loan
          headers: { Location: { schema: { type: string } } }
          content: { application/json: { schema: { $ref: '#/components/schemas/Shown' } } }
        '400': { description: Bad }
  /loans/{loanId}:
    parameters: [{ name: loanId, in: path, required: true, schema: { type: integer, minimum: 1 } }]
    get:
      operationId: getLoan
      summary: Read a loan
      responses:
        '200': { description: The loan, content: { application/json: { schema: { $ref: '#/components/schemas/Shown' } } } }
        '400': { description: Bad }
        '404': { description: None }
    patch:
      operationId: changeLoan
      summary: Change a loan
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Change' } } } }
      responses:
        '200': { description: The loan, content: { application/json: { schema: { $ref: '#/components/schemas/Shown' } } } }
        '400': { description: Bad }
        '404': { description: None }
components:
  schemas:
    New:
      type: object
      required: [title, member]
      properties: { title: { type: string, minLength: 1 }, member: { enum: [ann, ben] } }
    Change: { type: object, properties: { title: { type: string, minLength: 1 } } }
    Shown:
      type: object
      properties:
        id: { type: integer }
        title: { type: string }
        member: { type: string }
        ref: { type: string }
        begin_time: { type: string, format: date-time }
        end_time: { type: string, format: date-time }
        created: { type: string, format: date-time }
`

/** A loan as the server returns it. */
type Loan = Record<string, unknown> & { readonly id: number }

/** A fault of the server. Each property replaces one part of a correct response. */
interface Fault {
  readonly returned?: (loan: Loan) => Record<string, unknown>
  readonly listed?: (found: readonly Loan[], all: readonly Loan[]) => readonly Record<string, unknown>[]
  readonly location?: () => Readonly<Record<string, string>>
}

/**
 * The faults of the server. The gate must report `kind` as the kind of the fault. `in` is the id of an operation whose
 * responses show the fault.
 */
export const FAULTS: readonly (Fault & { readonly kind: string; readonly in: string })[] = [
  { kind: 'sent-value', in: 'addLoan', returned: longer },
  { kind: 'sent-value', in: 'changeLoan', returned: longer },
  { kind: 'other-record', in: 'getLoan', returned: (loan) => ({ ...loan, id: loan.id + 1 }) },
  { kind: 'filter', in: 'listLoans', listed: (found, all) => (found.length === 0 ? found : all) },
  { kind: 'repeated-record', in: 'listLoans', listed: (found) => [...found, ...found.slice(0, 1)] },
  { kind: 'stamp', in: 'addLoan', returned: (loan) => ({ ...loan, created: at(Date.now() + HOUR) }) },
  {
    kind: 'ordered-times',
    in: 'getLoan',
    returned: (loan) => ({ ...loan, begin_time: loan['end_time'], end_time: loan['begin_time'] }),
  },
  { kind: 'free-text', in: 'getLoan', returned: (loan) => ({ ...loan, ref: 'R-1' }) },
  { kind: 'missing-property', in: 'getLoan', returned: ({ member: _gone, ...loan }) => loan },
  { kind: 'missing-location', in: 'addLoan', location: () => ({}) },
]

const HOUR = 3_600_000

/**
 * Returns the responses of a server of `LOANS`. Without a fault, the server also keeps the promises that `LOANS` leaves
 * out.
 */
export function loans(fault: Fault = {}): Answers {
  const { returned = (loan) => loan, listed = (found) => found } = fault
  const stored = new Map<number, Loan>()
  const add = (given: object): Loan => {
    const id = stored.size + 101
    const [begin_time, end_time] = [at(Date.now() + 24 * HOUR), at(Date.now() + 48 * HOUR)]
    const loan = { id, ...given, ref: uuid(id), begin_time, end_time, created: at(Date.now()) }
    stored.set(id, loan)
    return loan
  }
  add({ title: 'Emma', member: 'ann' })
  add({ title: 'Stoner', member: 'ben' })
  return ({ method, headers }: IncomingMessage, { pathname, searchParams }, text): Answer => {
    const [, , key] = pathname.split('/')
    const body = headers['content-type'] === 'application/json' ? parsed(text) : undefined
    if (key === undefined && method === 'GET') {
      const member = searchParams.get('member')
      if (member !== null && !isMember(member)) return [400]
      const all = [...stored.values()]
      return [
        200,
        listed(
          all.filter((loan) => member === null || loan['member'] === member),
          all,
        ),
      ]
    }
    if (key === undefined && method === 'POST') {
      if (!isTitle(body?.['title']) || !isMember(body?.['member'])) return [400]
      const loan = add({ title: body?.['title'], member: body?.['member'] })
      return [201, returned(loan), fault.location?.() ?? { location: `/loans/${loan.id}` }]
    }
    if (key === undefined || (method !== 'GET' && method !== 'PATCH')) return [405]
    if (!/^[1-9]\d*$/.test(key)) return [400]
    const loan = stored.get(Number(key))
    if (loan === undefined) return [404]
    if (method === 'GET') return [200, returned(loan)]
    if (body === undefined || (body['title'] !== undefined && !isTitle(body['title']))) return [400]
    const changed = body['title'] === undefined ? loan : { ...loan, title: body['title'] }
    stored.set(loan.id, changed)
    return [200, returned(changed)]
  }
}

function longer(loan: Loan): Record<string, unknown> {
  return { ...loan, title: `${String(loan['title'])} and more` }
}

function at(time: number): string {
  return new Date(time).toISOString()
}

function uuid(id: number): string {
  return `6f1c7a52-0000-4000-8000-${String(id).padStart(12, '0')}`
}

function isTitle(value: unknown): boolean {
  return typeof value === 'string' && value !== ''
}

function isMember(value: unknown): boolean {
  return value === 'ann' || value === 'ben'
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}
