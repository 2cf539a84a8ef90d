import { ContractError } from '../../errors.ts'

/** Modules of ours that validators carry along, by the name under which generated text imports them. */
const PARTS: Readonly<Record<string, URL>> = {
  'validator-parts': besideMe('../parts/mismatch'),
  'validator-formats': besideMe('../../schemas/formats/checks'),
}

/** This file is TypeScript in the sources and JavaScript in the package, and so are its neighbours. */
function besideMe(path: string): URL {
  return new URL(path + (import.meta.url.endsWith('.ts') ? '.ts' : '.js'), import.meta.url)
}

const ENTRY = 'validators'

/**
 * A text that imports our parts as one module that imports nothing, by rolldown (the only file that knows it). What
 * nobody uses is left out; no path and no comment of the sources gets in, so the bytes are the same everywhere.
 */
export async function bundle(text: string): Promise<string> {
  const { rolldown } = await import('rolldown').catch(() => {
    throw new ContractError('package-missing', { what: 'rolldown', next: 'npm install --save-dev rolldown' })
  })
  const { fileURLToPath } = await import('node:url')
  const build = await rolldown({
    input: ENTRY,
    platform: 'neutral',
    tsconfig: false,
    logLevel: 'silent',
    experimental: { attachDebugInfo: 'none' },
    plugins: [
      {
        name: 'generated-text',
        resolveId: (id) => {
          const part = PARTS[id]
          return id === ENTRY ? ENTRY : part === undefined ? undefined : fileURLToPath(part)
        },
        load: (id) => (id === ENTRY ? text : undefined),
      },
    ],
  })
  try {
    const { output } = await build.generate({ format: 'esm', comments: false, minify: false })
    return output[0].code
  } finally {
    await build.close()
  }
}
