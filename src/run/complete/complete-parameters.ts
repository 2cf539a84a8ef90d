import type { Case } from '../../cases/case.ts'
import { statusOf, type Demand, type Execution } from '../../evidence/execution.ts'
import { isAnswer, isSuccess } from '../../exchanges/exchange.ts'
import { isObject, type Json, type JsonObject } from '../../json.ts'
import type { Operation, Parameter } from '../../operations/operation.ts'
import { compileSchema } from '../../schemas/check-value.ts'
import { isDangerousName, isDangerousValue } from './dangerous-words.ts'

/** Adds optional query parameters if the server refuses requests without them. */
export interface ParameterCompletions {
  /**
   * Sends a case. If the case is the first valid one of its operation and the server refuses it, sends it a second time
   * with optional parameters. These are the parameters that the response names, with values from the document. If the
   * response names none and the operation has no body, sends all optional parameters for which the document has a
   * value. If the second request succeeds, later cases send the same parameters.
   */
  execute(aCase: Case, send: (aCase: Case) => Promise<Execution>): Promise<Execution>
}

/** Creates the `ParameterCompletions` of one run. `isFirst` returns true for the first valid case of each operation. */
export function parameterCompletions(isFirst: (aCase: Case) => boolean): ParameterCompletions {
  const learned = new Map<Operation, JsonObject>()
  return {
    async execute(aCase, send) {
      const known = learned.get(aCase.operation)
      const own = known === undefined ? aCase : withQuery(aCase, known)
      const execution = await send(own)
      if (known !== undefined) return own === aCase ? execution : meeting(execution, known)
      const found = isFirst(aCase) && isRefusal(execution) ? documentedValues(aCase) : {}
      const text = textOf(execution)
      const named = Object.fromEntries(Object.entries(found).filter(([name]) => isNamed(name, text)))
      const values = Object.keys(named).length > 0 ? named : aCase.operation.requestBody === undefined ? found : {}
      if (Object.keys(values).length === 0) return execution
      const again = await send(withQuery(aCase, values))
      if (!isSuccess(statusOf(again))) return execution
      learned.set(aCase.operation, values)
      return meeting(again, values)
    },
  }
}

/**
 * True if a case lacks optional parameters for which the document has values, so that the case may be sent a second
 * time with them. This case must not run concurrently with others.
 */
export function hasDocumentedValues(aCase: Case): boolean {
  return Object.keys(documentedValues(aCase)).length > 0
}

/**
 * Returns the documented values of the optional query parameters that a case does not send. Leaves out dangerous names
 * and values.
 */
function documentedValues({ operation, send }: Case): JsonObject {
  return Object.fromEntries(
    operation.parameters.flatMap((parameter) => {
      const { name, required, in: place, reserved } = parameter
      if (place !== 'query' || required || reserved !== undefined || send.query?.[name] !== undefined) return []
      const value = documentedValue(parameter)
      const isHarmful = isDangerousName(name) || (typeof value === 'string' && isDangerousValue(value))
      return value === undefined || isHarmful ? [] : [[name, value]]
    }),
  )
}

function documentedValue({ examples, schema }: Parameter): Json | undefined {
  const own = schema?.document.resolve(schema.address).value
  const inSchema = isObject(own) ? [own['default'], own['example']] : []
  return [...examples.map(({ value }) => value), ...inSchema].find(
    (value) =>
      value !== undefined &&
      value !== null &&
      (schema === undefined || compileSchema(schema).isValid(value, 'request')),
  )
}

function withQuery(aCase: Case, values: JsonObject): Case {
  const about = aCase.path.split('/')
  const added = Object.entries(values).filter(
    ([name]) => aCase.send.query?.[name] === undefined && !about.includes(name),
  )
  if (added.length === 0) return aCase
  return { ...aCase, send: { ...aCase.send, query: { ...aCase.send.query, ...Object.fromEntries(added) } } }
}

function meeting(execution: Execution, values: JsonObject): Execution {
  if (!isSuccess(statusOf(execution))) return execution
  const demand: Demand = { path: Object.keys(values), value: values, isDocumented: true, in: 'query' }
  return { ...execution, demands: [...(execution.demands ?? []), demand] }
}

function isRefusal(execution: Execution): boolean {
  const { case: aCase, without } = execution
  const isPlain = aCase.expect.kind === 'accepted' && aCase.as === 'partner' && aCase.method === undefined
  return isPlain && without === undefined && [400, 404, 422].includes(statusOf(execution) ?? 0)
}

/** Returns the first 2000 characters of a response. */
function textOf({ exchange }: Execution): string {
  const answer = exchange?.answer
  return answer !== undefined && isAnswer(answer) ? Buffer.from(answer.body.subarray(0, 2000)).toString() : ''
}

function isNamed(name: string, text: string): boolean {
  return text
    .toLowerCase()
    .split(/[^\w.-]+/)
    .includes(name.toLowerCase())
}
