import { expect, test } from 'vitest'
import { VARIANTS } from '../../proof/variants.ts'
import type { HarmlessVariant } from '../../proof/variants/variant.ts'
import { printProof } from '../../proof/prove/print-proof.ts'
import { isProved } from '../../proof/prove/proof.ts'
import { prove } from '../../proof/prove/prove.ts'
import { settings } from './settings.ts'

/** A few variants of each kind. The CI step `npm run prove` runs all variants. */
const SOME = [
  ({ isDrift }: HarmlessVariant) => isDrift === true,
  ({ contradictsAssumption }: HarmlessVariant) => contradictsAssumption === true,
  ({ isOfTheWire }: HarmlessVariant) => isOfTheWire === true,
  ({ change }: HarmlessVariant) => change !== undefined,
].flatMap((isOfKind) =>
  (['lobbie', 'aniva'] as const).flatMap((api) =>
    VARIANTS.filter(isOfKind)
      .filter((each) => each.api === api)
      .slice(0, 1),
  ),
)

test('the gate reports no error for a harmless variant, and only drift for undocumented fields', async () => {
  const proof = await prove({ ...settings(), faults: [], variants: SOME })
  const { variants } = proof
  expect(variants.filter(({ isQuiet, isVisible }) => !isQuiet || !isVisible)).toEqual([])
  expect(variants.length).toBe(SOME.length + 2)
  expect(isProved(proof)).toBe(true)
  expect(printProof(proof)).toContain(`false alarms: none in ${variants.length} harmless variants`)
}, 60_000)

test('the proof lists variants that cause an error or unexpected drift, and variants that change no response', async () => {
  const loud = {
    id: 'lobbie-loud',
    api: 'lobbie' as const,
    title: 'It breaks the document.',
    send: (response: Response) => new Response('{}', { status: response.status, headers: response.headers }),
  }
  const idle = { id: 'aniva-idle', api: 'aniva' as const, title: 'Nothing.' }
  const unlabelled = VARIANTS.filter(({ isDrift }) => isDrift === true)
    .slice(0, 1)
    .map(({ isDrift: _label, ...variant }) => ({ ...variant, id: 'lobbie-drift' }))
  const proof = await prove({ ...settings(), faults: [], variants: [loud, idle, ...unlabelled] })
  expect(proof.variants.map(({ id, isQuiet, isVisible }) => ({ id, isQuiet, isVisible }))).toEqual([
    { id: 'lobbie-as-it-is', isQuiet: true, isVisible: true },
    { id: 'aniva-as-it-is', isQuiet: true, isVisible: true },
    { id: 'lobbie-loud', isQuiet: false, isVisible: true },
    { id: 'aniva-idle', isQuiet: true, isVisible: false },
    { id: 'lobbie-drift', isQuiet: false, isVisible: true },
  ])
  expect(isProved(proof)).toBe(false)
  expect(printProof(proof)).toContain('variants that change no response: aniva-idle')
  expect(printProof(proof)).toContain('false alarms: 2 in 5')
})
