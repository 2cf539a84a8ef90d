import { createHash } from 'node:crypto'
import { pathToFileURL } from 'node:url'
import { asText, isArray, isObject, type Json, type JsonObject } from '../../json.ts'
import { pointer } from '../json-pointer.ts'
import type { ParsedFile } from '../files/parsed-file.ts'
import { parseFile } from '../files/read-file.ts'
import { readText, shown } from '../files/read-text.ts'
import type { Action, OverlayChange, Overlay } from './overlay.ts'
import { overlayError } from './overlay-error.ts'

const ROOT_KEYS = ['overlay', 'info', 'extends', 'actions']
const INFO_KEYS = { '1.0': ['title', 'version'], '1.1': ['title', 'version', 'description'] }
const ACTION_KEYS = {
  '1.0': ['target', 'description', 'update', 'remove'],
  '1.1': ['target', 'description', 'update', 'remove', 'copy'],
}

/**
 * Reads and checks an overlay. The text comes from `given` or, if `given` is absent, from the file at `path`. Overlay
 * 1.0.0 and 1.1.0 §4.4. Throws `document-unreadable`, `document-not-parsable`, or `overlay-invalid` with the line.
 */
export function readOverlay(path: string, given?: string): Overlay {
  const file = shown(path)
  const text = given ?? readText(path, { next: 'name an overlay file that exists, relative to the working directory' })
  const parsed = parseFile(text, file)
  const check = checker(file, parsed)
  const root = check.object('', parsed.value, 'an overlay')
  const version = versionOf(root, check)
  check.keys('', root, ROOT_KEYS)
  const info = check.object('/info', root['info'], '`info`')
  check.keys('/info', info, INFO_KEYS[version])
  check.text('/info/title', info['title'])
  check.text('/info/version', info['version'])
  if (root['extends'] !== undefined) check.text('/extends', root['extends'])
  const extended = root['extends'] === undefined ? undefined : urlOf(asText(root['extends']), path, check)
  return {
    path,
    file,
    version,
    ...(extended === undefined ? {} : { extends: extended }),
    actions: readActions(root['actions'], version, check),
    sha256: createHash('sha256').update(text).digest('hex'),
    written: parsed.value,
    positionOf: parsed.positionOf,
  }
}

interface Checker {
  fail(at: string, what: string, next: string): never
  object(at: string, value: Json | undefined, name: string): JsonObject
  text(at: string, value: Json | undefined): string
  keys(at: string, value: JsonObject, allowed: readonly string[]): void
}

function checker(file: string, { positionOf }: ParsedFile): Checker {
  const fail = (at: string, what: string, next: string): never => {
    throw overlayError({ file, positionOf }, at, what, next)
  }
  return {
    fail,
    object: (at, value, name) =>
      isObject(value)
        ? value
        : fail(at, `${name} must be an object`, 'write the overlay as a map with `overlay`, `info` and `actions`'),
    text: (at, value) =>
      typeof value === 'string'
        ? value
        : fail(at, `\`${at.split('/').at(-1)}\` must be a string`, 'add the key, with a text in quotes'),
    keys: (at, value, allowed) => {
      const unknown = Object.keys(value).find((key) => !allowed.includes(key) && !key.startsWith('x-'))
      if (unknown !== undefined)
        fail(
          at + pointer(unknown),
          `unknown key \`${unknown}\``,
          `use ${allowed.join(', ')}, or a key that begins with x-`,
        )
    },
  }
}

function versionOf({ overlay }: JsonObject, check: Checker): Overlay['version'] {
  if (typeof overlay === 'string' && /^1\.0\.\d+$/.test(overlay)) return '1.0'
  if (typeof overlay === 'string' && /^1\.1\.\d+$/.test(overlay)) return '1.1'
  const what =
    overlay === undefined ? 'the key `overlay` is missing' : `version ${JSON.stringify(overlay)} is not supported`
  return check.fail('/overlay', what, 'write `overlay: 1.0.0` or `overlay: 1.1.0`')
}

function urlOf(reference: string, path: string, check: Checker): string {
  const base = pathToFileURL(path).href
  if (!URL.canParse(reference, base))
    return check.fail('/extends', '`extends` is not a URL', 'write the path of the document, relative to the overlay')
  const url = new URL(reference, base)
  url.hash = ''
  return url.href
}

function readActions(value: Json | undefined, version: Overlay['version'], check: Checker): Action[] {
  if (!isArray(value) || value.length === 0)
    return check.fail(
      '/actions',
      '`actions` must be a list with at least one action',
      'add `- target: $` with an `update`',
    )
  const texts = value.map((each) => JSON.stringify(each))
  return value.map((each, index) => {
    const at = `/actions/${index}`
    const action = check.object(at, each, 'an action')
    check.keys(at, action, ACTION_KEYS[version])
    const target = check.text(`${at}/target`, action['target'])
    if (!target.startsWith('$'))
      check.fail(`${at}/target`, '`target` must begin with `$`', 'write a JSONPath query, RFC 9535')
    if (action['description'] !== undefined) check.text(`${at}/description`, action['description'])
    if (texts.indexOf(texts[index] ?? '') < index)
      check.fail(at, 'this action repeats an earlier one', 'remove the repeated action: actions are unique')
    return { target, at, change: changeOf(action, at, version, check) }
  })
}

function changeOf(action: JsonObject, at: string, version: Overlay['version'], check: Checker): OverlayChange {
  const { update, copy, remove } = action
  if (remove !== undefined && typeof remove !== 'boolean')
    check.fail(`${at}/remove`, '`remove` must be true or false', 'write `remove: true`')
  const given = [update, copy, remove].filter((each) => each !== undefined).length
  if (version === '1.1' && given !== 1)
    check.fail(
      at,
      'an action must have exactly one of `update`, `copy` and `remove`',
      'write a separate action for each change',
    )
  if (remove === true) return { kind: 'remove' }
  if (copy !== undefined) return { kind: 'copy', from: check.text(`${at}/copy`, copy) }
  return update === undefined ? { kind: 'nothing' } : { kind: 'update', value: update }
}
