import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import { findOverlays } from '../../../../src/document/overlays/find-overlays.ts'
import { readOverlay } from '../../../../src/document/overlays/read-overlay.ts'
import { ContractError } from '../../../../src/errors.ts'

let folder = ''
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function fileWith(text: string, name = 'a.overlay.yaml'): string {
  folder = mkdtempSync(join(tmpdir(), 'overlay-'))
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

function errorOf(read: () => unknown): ContractError {
  try {
    read()
  } catch (error) {
    if (error instanceof ContractError) return error
    throw error
  }
  throw new Error('the overlay was read')
}

const INFO = "info: { title: T, version: '1' }"

describe('readOverlay', () => {
  test('reads the version, the extended document and the actions of an overlay', () => {
    const file = fileWith(
      `overlay: 1.0.0\n${INFO}\nextends: openapi.yaml\nx-team: blue\nactions:\n  - { target: $, update: {}, description: D, x-a: 1 }\n`,
    )
    expect(readOverlay(file)).toMatchObject({
      version: '1.0',
      extends: pathToFileURL(join(folder, 'openapi.yaml')).href,
      actions: [{ target: '$', at: '/actions/0', change: { kind: 'update', value: {} } }],
    })
  })

  test('reads an overlay in JSON', () => {
    const text = JSON.stringify({
      overlay: '1.1.0',
      info: { title: 'T', version: '1' },
      actions: [{ target: '$', copy: '$.a' }],
    })
    expect(readOverlay(fileWith(text, 'a.overlay.json')).actions[0]?.change).toEqual({ kind: 'copy', from: '$.a' })
  })

  test.each<[what: string, text: string, message: RegExp, place: string]>([
    ['a list instead of an object', '- overlay', /an overlay must be an object/, ':1:1'],
    ['a missing version', `${INFO}\nactions: []`, /the key `overlay` is missing/, ':1:1'],
    ['a later version', `overlay: 1.2.0\n${INFO}\nactions: []`, /version "1\.2\.0" is not supported/, ':1:1'],
    ['a version that is a number', `overlay: 1.1\n${INFO}\nactions: []`, /version 1\.1 is not supported/, ':1:1'],
    [
      'an unknown key',
      `overlay: 1.1.0\n${INFO}\nextend: a.yaml\nactions: [{ target: $, update: 1 }]`,
      /unknown key `extend`/,
      ':3:1',
    ],
    [
      'an unknown key of an action',
      `overlay: 1.1.0\n${INFO}\nactions:\n  - { target: $, updates: {} }`,
      /unknown key `updates`/,
      ':4:18',
    ],
    ['`copy` in 1.0', `overlay: 1.0.0\n${INFO}\nactions:\n  - { target: $, copy: $.a }`, /unknown key `copy`/, ':4:18'],
    ['a missing info', 'overlay: 1.1.0\nactions: [{ target: $, update: 1 }]', /`info` must be an object/, ':1:1'],
    ['a missing title', "overlay: 1.1.0\ninfo: { version: '1' }\nactions: []", /`title` must be a string/, ':2:1'],
    ['an empty list of actions', `overlay: 1.1.0\n${INFO}\nactions: []`, /at least one action/, ':3:1'],
    [
      'an action without target',
      `overlay: 1.1.0\n${INFO}\nactions:\n  - { update: {} }`,
      /`target` must be a string/,
      ':4:5',
    ],
    [
      'a target without $',
      `overlay: 1.1.0\n${INFO}\nactions:\n  - { target: paths, update: {} }`,
      /must begin with `\$`/,
      ':4:7',
    ],
    [
      'two changes in one action of 1.1',
      `overlay: 1.1.0\n${INFO}\nactions:\n  - { target: $.a, update: {}, remove: true }`,
      /one of `update`, `copy` and `remove`/,
      ':4:5',
    ],
    [
      'an action without a change in 1.1',
      `overlay: 1.1.0\n${INFO}\nactions:\n  - { target: $.a }`,
      /one of `update`, `copy` and `remove`/,
      ':4:5',
    ],
    [
      'a `remove` that is a string',
      `overlay: 1.1.0\n${INFO}\nactions:\n  - { target: $.a, remove: 'yes' }`,
      /`remove` must be true or false/,
      ':4:20',
    ],
    [
      'a repeated action',
      `overlay: 1.1.0\n${INFO}\nactions:\n  - { target: $.a, remove: true }\n  - { target: $.a, remove: true }`,
      /repeats an earlier one/,
      ':5:5',
    ],
  ])('rejects an overlay with %s', (_what, text, message, place) => {
    const file = fileWith(text)
    const error = errorOf(() => readOverlay(file))
    expect(error.code).toBe('overlay-invalid')
    expect(error.details.what).toMatch(message)
    expect(error.details.where?.endsWith(`a.overlay.yaml${place}`), error.details.where).toBe(true)
  })

  test('rejects a file that does not exist', () => {
    expect(errorOf(() => readOverlay('no-such.overlay.yaml')).code).toBe('document-unreadable')
  })

  test('rejects an overlay in the folder of a document if it extends a file that does not exist', () => {
    const file = fileWith(`overlay: 1.1.0\n${INFO}\nextends: opnapi.yaml\nactions: [{ target: $, update: {} }]`)
    const error = errorOf(() => findOverlays(join(folder, 'openapi.yaml'), []))
    expect(error.details).toMatchObject({ what: '`extends` names a file that does not exist' })
    expect(file).toContain(folder)
  })
})
