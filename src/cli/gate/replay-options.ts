import { headerWord, optionWord, otherHeaderWord, parameterWord } from '../../redaction/replay-words.ts'
import type { TargetKind } from '../../operations/annotations.ts'
import type { DocumentOptions } from '../document-options.ts'
import type { GateOptions } from './gate-options.ts'

/**
 * Reports print a `replay` command. Returns the options of this command. Values of headers and parameters are given as
 * environment variables, as in the curl command.
 */
export function replayOptions(of: {
  readonly api: string
  readonly kind: TargetKind
  readonly options: GateOptions
}): string {
  const { api, kind, options } = of
  const {
    spec,
    reading,
    baseUrl,
    headers,
    credentials,
    otherHeaders,
    parameters,
    setup,
    tokenUrl,
    now,
    allowDestructive,
    showValues,
  } = options
  const words = spec === undefined ? [`--api ${api} --target ${kind}`] : [optionWord('spec', spec)]
  if (spec !== undefined && kind !== 'live') words.push(`--target ${kind}`)
  words.push(...readingWords(reading))
  if (baseUrl !== undefined) words.push(optionWord('base-url', baseUrl).replace('--base-url', '-u'))
  words.push(...headers.map((header) => headerWord(header, api)))
  words.push(
    ...credentials.map(({ scheme, variables }) => optionWord('credential', `${scheme}=${variables.join(':')}`)),
  )
  words.push(...otherHeaders.map((header) => otherHeaderWord(header, api)))
  words.push(...new Set(parameters.map(([key]) => parameterWord(key))))
  if (setup !== undefined) words.push(optionWord('setup', setup))
  if (tokenUrl !== undefined) words.push(optionWord('token-url', tokenUrl))
  const { ca, cert, key, insecure } = options.tls
  for (const [name, file] of Object.entries({ ca, cert, key }))
    if (file !== undefined) words.push(optionWord(name, file))
  if (insecure) words.push('--insecure')
  if (now !== undefined) words.push(optionWord('now', now))
  if (allowDestructive) words.push('--allow-destructive')
  if (!options.validate) words.push('--no-validate')
  if (showValues) words.push('--show-values')
  if (options.noWrites) words.push('--no-writes')
  return words.join(' ')
}

function readingWords({ overlays, allowsRefOutside }: DocumentOptions): string[] {
  const words = overlays === false ? ['--no-overlay'] : overlays.map((file) => optionWord('overlay', file))
  return allowsRefOutside ? [...words, '--allow-ref-outside'] : words
}
