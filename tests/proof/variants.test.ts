import { expect, test } from 'vitest'
import { VARIANTS } from '../../proof/variants.ts'
import { printProof } from '../../proof/prove/print-proof.ts'
import { isProved } from '../../proof/prove/proof.ts'
import { prove } from '../../proof/prove/prove.ts'
import { settings } from './settings.ts'

/**
 * Every third variant, to save time. Most differences are in the list twice, once for each API, so most are tested with
 * at least one API.
 */
const SOME = VARIANTS.filter((_, index) => index % 3 === 0)

test('the gate reports no error for a harmless variant, and reports drift for a variant that returns undocumented fields', async () => {
  const proof = await prove({ ...settings(), faults: [], variants: SOME })
  const { variants } = proof
  expect(variants.filter(({ isQuiet, isVisible }) => !isQuiet || !isVisible)).toEqual([])
  expect(variants.length).toBe(SOME.length + 2)
  const drifting = new Set(SOME.filter(({ isDrift }) => isDrift === true).map(({ id }) => id))
  // For a variant that contradicts an assumption, findings about assumed clauses are allowed.
  const assumed = new Set(
    SOME.filter(({ contradictsAssumption }) => contradictsAssumption === true).map(({ id }) => id),
  )
  const found = variants.filter(({ id, findings }) => findings.length > 0 && !assumed.has(id)).map(({ id }) => id)
  expect(new Set(found)).toEqual(drifting)
  expect(isProved(proof)).toBe(true)
  expect(printProof(proof)).toContain(`false alarms: none in ${variants.length} harmless variants`)
}, 60_000)

test('the proof reports a variant for which the gate reports an error, and a variant that changes no response to any case', async () => {
  const loud = {
    id: 'lobbie-loud',
    api: 'lobbie' as const,
    title: 'It breaks the document.',
    send: (response: Response) => new Response('{}', { status: response.status, headers: response.headers }),
  }
  const idle = { id: 'aniva-idle', api: 'aniva' as const, title: 'Nothing.' }
  const proof = await prove({ ...settings(), faults: [], variants: [loud, idle] })
  expect(proof.variants.map(({ id, isQuiet, isVisible }) => ({ id, isQuiet, isVisible }))).toEqual([
    { id: 'lobbie-as-it-is', isQuiet: true, isVisible: true },
    { id: 'aniva-as-it-is', isQuiet: true, isVisible: true },
    { id: 'lobbie-loud', isQuiet: false, isVisible: true },
    { id: 'aniva-idle', isQuiet: true, isVisible: false },
  ])
  expect(isProved(proof)).toBe(false)
  expect(printProof(proof)).toContain('variants that change no response: aniva-idle')
  expect(printProof(proof)).toContain('false alarms: 1 in 4')
})
