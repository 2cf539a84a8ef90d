import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkContractConfig } from '../../src/config/check-contract-config.ts'
import { readContractConfig } from '../../src/config/read-contract-config.ts'
import { readNeighbours } from '../../src/live/neighbours/read-neighbours.ts'
import { settleLive } from '../../src/live/settings/settle-live.ts'
import { inFolder } from '../support/in-folder.ts'

const examples = [...readFileSync('docs/live.md', 'utf8').matchAll(/```yaml\n(apis:[\s\S]*?)```/g)].map(
  ([, text = '']) => text,
)
const env = {
  LOBBIE_CLIENT_ID: 'id',
  LOBBIE_CLIENT_SECRET: 'secret',
  LOBBIE_X_API_KEY: 'gateway',
  ANIVA_API_KEY: 'key',
}

test.each([
  ['lobbie', 0],
  ['aniva', 1],
])('the example of docs/live.md for %s is a valid configuration', async (api, index) => {
  const neighbours = readNeighbours(`specs/${api}/neighbours.yaml`)
  await inFolder({ 'contract.config.yaml': examples[index] ?? '' }, async () => {
    const config = readContractConfig()
    expect(() => checkContractConfig(config)).not.toThrow()
    expect(settleLive({ api, config, env, neighbours }).fixtures.length).toBeGreaterThan(1)
  })
})

test('specs/aniva/neighbours.yaml has no operation that confirms a blood draw', () => {
  expect(readFileSync('specs/aniva/neighbours.yaml', 'utf8')).not.toMatch(/\/confirm/)
})
