import { ContractError } from '../../errors.ts'

/** Modules that become part of the generated validators, by the name under which the generated code imports them. */
const PARTS: Readonly<Record<string, URL>> = {
  'validator-parts': besideMe('../parts/mismatch'),
  'validator-formats': besideMe('../../schemas/formats/checks'),
}

/**
 * The URL of a module next to this one, which is a TypeScript file in the sources and a JavaScript file in the package.
 */
function besideMe(path: string): URL {
  return new URL(path + (import.meta.url.endsWith('.ts') ? '.ts' : '.js'), import.meta.url)
}

const ENTRY = 'validators'

/**
 * Bundles code that imports the shared parts into one module without imports, with rolldown (used only here). Unused
 * code, paths and comments are removed, so that the bytes are the same on every machine.
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
