import { describe, expect, test } from 'vitest'
import type { Probe } from './test-client.ts'
import type { Switch } from './switch.ts'

/**
 * Makes one test for each position of each switch. The test sends the request that belongs to the switch (its probe),
 * and checks that the response shows the position.
 */
export function describeSwitches<Opened extends { readonly server: { readonly close: () => Promise<void> } }>(
  title: string,
  switches: Readonly<Record<string, Switch>>,
  probes: Readonly<Record<string, Probe<Opened, never>>>,
  open: (set: Readonly<Record<string, string>>) => Promise<Opened>,
): void {
  const cases = Object.entries(switches).flatMap(([id, { positions }]) =>
    positions.map((position) => ({ id, position })),
  )
  describe(title, () => {
    test.each(cases)('$id=$position', async ({ id, position }) => {
      const found = probes[id]
      const opened = await open({ ...found?.set, [id]: position })
      try {
        const shows: Readonly<Record<string, unknown>> = found?.shows ?? {}
        expect(await found?.probe(opened)).toEqual(shows[position])
      } finally {
        await opened.server.close()
      }
    })

    test('each position of a switch (which sets one reading of the documentation, or a defect) changes the responses', () => {
      for (const [id, { shows }] of Object.entries(probes)) {
        const effects = Object.values(shows).map((effect) => JSON.stringify(effect))
        expect(new Set(effects).size, id).toBeGreaterThan(1)
      }
    })
  })
}
