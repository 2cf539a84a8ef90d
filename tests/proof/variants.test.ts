import { expect, test } from 'vitest'
import { VARIANTS } from '../../proof/variants.ts'
import { printProof } from '../../proof/prove/print-proof.ts'
import { isProved } from '../../proof/prove/proof.ts'
import { prove } from '../../proof/prove/prove.ts'
import { settings } from './settings.ts'

/** Every third, so that each way is there for one of the apis. */
const SOME = VARIANTS.filter((_, index) => index % 3 === 0)

test('no way to keep the documents is objected to; what shows more is drift', async () => {
  const proof = await prove({ ...settings(), faults: [], variants: SOME })
  const { variants } = proof
  expect(variants.filter(({ isQuiet, isSeen }) => !isQuiet || !isSeen)).toEqual([])
  expect(variants.length).toBe(SOME.length + 2)
  const drifting = new Set(SOME.filter(({ isDrift }) => isDrift === true).map(({ id }) => id))
  expect(new Set(variants.filter(({ findings }) => findings.length > 0).map(({ id }) => id))).toEqual(drifting)
  expect(isProved(proof)).toBe(true)
  expect(printProof(proof)).toContain(`false alarms: none in ${variants.length} ways to keep the documents`)
}, 60_000)

test('a variant that breaks the document is a false alarm, and one that nobody sees proves nothing', async () => {
  const loud = {
    id: 'lobbie-loud',
    api: 'lobbie' as const,
    otherwise: 'Nobody keeps this.',
    send: (response: Response) => new Response('{}', { status: response.status, headers: response.headers }),
  }
  const idle = { id: 'aniva-idle', api: 'aniva' as const, otherwise: 'Nothing.' }
  const proof = await prove({ ...settings(), faults: [], variants: [loud, idle] })
  expect(proof.variants.map(({ id, isQuiet, isSeen }) => ({ id, isQuiet, isSeen }))).toEqual([
    { id: 'lobbie-as-it-is', isQuiet: true, isSeen: true },
    { id: 'aniva-as-it-is', isQuiet: true, isSeen: true },
    { id: 'lobbie-loud', isQuiet: false, isSeen: true },
    { id: 'aniva-idle', isQuiet: true, isSeen: false },
  ])
  expect(isProved(proof)).toBe(false)
  expect(printProof(proof)).toContain('variants that no case sees: aniva-idle')
  expect(printProof(proof)).toContain('false alarms: 1 in 4')
})
