import { describe, expect, test } from 'vitest'
import { checkContractConfig } from '../../../src/config/check-contract-config.ts'
import { readContractConfig } from '../../../src/config/read-contract-config.ts'
import { inFolder } from '../../support/in-folder.ts'

const LIVE = `apis:
  orders:
    targets:
      live:
        environment: sandbox
        baseUrl: https://orders.example
        credentials: { key: ORDERS_KEY }
`

/** Returns the message of the error that a configuration file causes. Returns an empty text if the file is valid. */
function errorOf(text: string): Promise<string> {
  return inFolder({ 'contract.config.yaml': text }, async () => {
    try {
      checkContractConfig(readContractConfig())
      return ''
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  })
}

describe('the check of contract.config.yaml', () => {
  test('accepts a file with and without a live section', async () => {
    expect(await errorOf(LIVE)).toBe('')
    expect(await errorOf('seed: 7\n')).toBe('')
    expect(await errorOf(`${LIVE}        limits: { perSecond: 2, wait: 60 }\n        scope: read\n`)).toBe('')
  })

  test.each([
    ['a misspelt key', LIVE.replace('baseUrl', 'baseURL'), /`baseURL` is not a known key here/, ':6'],
    ['a missing environment', LIVE.replace('        environment: sandbox\n', ''), /`environment` is missing/, ':4'],
    ['an unknown environment', LIVE.replace('sandbox', 'staging'), /expected one of "sandbox", "production"/, ':5'],
    ['an unusable URL', LIVE.replace('https://', 'https://me:pass@'), /expected an http or https URL/, ':6'],
    [
      'a production environment without permission',
      LIVE.replace('sandbox', 'production'),
      /who at the vendor permitted tests/,
      ':5',
    ],
    ['more than two requests per second', `${LIVE}        limits: { perSecond: 5 }\n`, /must be <= 2/, ':8'],
    [
      'a fixture without a state',
      `${LIVE}        fixtures: { one: { use: changeable } }\n`,
      /`state` is missing/,
      ':8',
    ],
    ['text that is not YAML', 'apis: [', /Flow sequence/, ':1'],
    ['a file that is a list', '- api: lobbie\n', /the file is not a map/, ':1'],
    ['`apis` that is a list', 'seed: 7\napis: [orders]\n', /the value is not of type object/, ':2'],
  ])('reports %s with its line', async (_title, text, message, line) => {
    const error = await errorOf(text)
    expect(error).toMatch(message)
    expect(error).toContain(`contract.config.yaml${line}`)
  })

  test('does not print a secret that is written where the name of a variable is expected', async () => {
    const error = await errorOf(LIVE.replace('ORDERS_KEY', "'sk-4f1c-hidden'"))
    expect(error).toMatch(/expected the name of an environment variable, not its value/)
    expect(error).not.toContain('hidden')
  })

  test('reports all mistakes in one error', async () => {
    const error = await errorOf(LIVE.replace('sandbox', 'staging').replace('baseUrl', 'baseURL'))
    expect(error).toMatch(/staging|expected one of/)
    expect(error).toMatch(/contract\.config\.yaml:5/)
    expect(error).toMatch(/contract\.config\.yaml:6/)
  })
})
