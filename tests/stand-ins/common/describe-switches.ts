import { describe, expect, test } from 'vitest'
import type { Probe } from './test-client.ts'
import type { Switch } from './switch.ts'

/**
 * Makes one test for each value of each setting (switch). The test sends the request that `probes` has for the setting,
 * and checks that the response shows the value.
 */
export function describeSwitches<Opened extends { readonly server: { readonly close: () => Promise<void> } }>(
  title: string,
  switches: Readonly<Record<string, Switch>>,
  probes: Readonly<Record<string, Probe<Opened, never>>>,
  open: (set: Readonly<Record<string, string>>) => Promise<Opened>,
): void {
  const cases = Object.entries(switches).flatMap(([id, { positions, meaning }]) =>
    positions.map((position) => [id, position, meaning] as const),
  )
  describe(title, () => {
    test.each(cases)('a response shows the setting %s with the value %s: %s', async (id, position) => {
      const found = probes[id]
      const opened = await open({ ...found?.set, [id]: position })
      try {
        const shows: Readonly<Record<string, unknown>> = found?.shows ?? {}
        expect(await found?.probe(opened)).toEqual(shows[position])
      } finally {
        await opened.server.close()
      }
    })

    test('the responses differ between at least two values of each setting', () => {
      for (const [id, { shows }] of Object.entries(probes)) {
        const effects = Object.values(shows).map((effect) => JSON.stringify(effect))
        expect(new Set(effects).size, id).toBeGreaterThan(1)
      }
    })
  })
}
