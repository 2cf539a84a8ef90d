import { shellWord } from '../../redaction/as-curl.ts'
import { markCredential, secretNames, variableOf, type Piece } from '../../redaction/mark-request.ts'
import type { TargetKind } from '../../operations/annotations.ts'
import type { Operation } from '../../operations/operation.ts'
import type { Overlays } from '../overlay-options.ts'
import type { GateOptions } from './gate-options.ts'

/**
 * The options with which `replay` uses the same document, target and requests. Values of headers and parameters are
 * replaced with the variables that the curl command of the same finding uses.
 */
export function replayOptions(of: {
  readonly api: string
  readonly kind: TargetKind
  readonly operations: readonly Operation[]
  readonly options: GateOptions
}): string {
  const { api, kind, operations, options } = of
  const { spec, overlays, baseUrl, headers, parameters, setup, tokenUrl, now, allowDestructive, showValues } = options
  const keys = new Set(operations.flatMap((operation) => [...secretNames(operation, 'header')]))
  const words = spec === undefined ? [`--api ${api} --target ${kind}`] : [option('spec', spec)]
  if (spec !== undefined && kind !== 'live') words.push(`--target ${kind}`)
  words.push(...overlayWords(overlays))
  if (baseUrl !== undefined) words.push(`-u ${shellWord([{ ours: baseUrl }])}`)
  for (const header of headers) {
    const [name] = header
    words.push(`-H ${shellWord([{ ours: `${name}: ` }, ...markCredential(header, keys, api)])}`)
  }
  for (const name of Object.keys(parameters)) {
    const value: Piece = { token: '', variable: variableOf(name), value: '' }
    words.push(`--param ${shellWord([{ ours: `${name}=` }, value])}`)
  }
  if (setup !== undefined) words.push(option('setup', setup))
  if (tokenUrl !== undefined) words.push(option('token-url', tokenUrl))
  if (now !== undefined) words.push(option('now', now))
  if (allowDestructive) words.push('--allow-destructive')
  if (showValues) words.push('--show-values')
  return words.join(' ')
}

function overlayWords(overlays: Overlays): string[] {
  return overlays === false ? ['--no-overlay'] : overlays.map((file) => option('overlay', file))
}

function option(name: string, value: string): string {
  return `--${name} ${shellWord([{ ours: value }])}`
}
