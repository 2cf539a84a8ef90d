import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentFromText } from '../../../src/document/read-document.ts'
import { generate } from '../../../src/generate/generate.ts'
import type { Json } from '../../../src/json.ts'
import { compileSchema } from '../../../src/schemas/check-value.ts'
import { schemaOf } from '../../support/document-of.ts'
import { isMisreadByAjv, plainAjv } from '../../support/plain-ajv.ts'
import { schemas, values } from '../../support/random-schemas.ts'

type Validators = Readonly<Record<string, (value: Json) => boolean>>

/** Generates the validators of a document with the given schemas `S0`, `S1`, …, and imports them. */
async function validatorsOf(literals: readonly Json[]): Promise<Validators> {
  const components = { schemas: Object.fromEntries(literals.map((literal, index) => [`S${index}`, literal])) }
  const text = JSON.stringify({ openapi: '3.1.0', info: { title: 'Random', version: '1' }, components })
  const files = await generate({ name: 'random', document: documentFromText(text) })
  const code = files.find((file) => file.path.endsWith('validators.js'))?.text ?? ''
  return (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)) as Validators
}

test('generated validators, the gate and plain Ajv give the same result for random values of random schemas', async () => {
  const literals = fc.sample(schemas, { seed: 11, numRuns: 150 })
  const several = fc.sample(values, { seed: 11, numRuns: 60 })
  const validators = await validatorsOf(literals)
  const different: string[] = []
  literals.forEach((literal, index) => {
    const gate = compileSchema(schemaOf(literal))
    const ajv = isMisreadByAjv(literal) ? undefined : plainAjv(literal)
    for (const value of several) {
      const own = validators[`isS${index}`]?.(value)
      const shown = `${JSON.stringify(literal)} for ${JSON.stringify(value)}`
      if (own !== gate.isValid(value, 'request')) different.push(`gate: ${shown}`)
      if (ajv !== undefined && own !== ajv(value)) different.push(`Ajv: ${shown}`)
    }
  })
  expect(different).toEqual([])
})
