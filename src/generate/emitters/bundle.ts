import { ContractError } from '../../errors.ts'

/**
 * The modules that are included in generated validators. The key is the name under which the generated code imports the
 * module.
 */
const PARTS: Readonly<Record<string, URL>> = {
  'validator-parts': besideMe('../parts/mismatch'),
  'validator-formats': besideMe('../../schemas/formats/checks'),
}

/**
 * Returns the URL of a module in a folder beside this file. The module is a TypeScript file in the sources, and a
 * JavaScript file in the package.
 */
function besideMe(path: string): URL {
  return new URL(path + (import.meta.url.endsWith('.ts') ? '.ts' : '.js'), import.meta.url)
}

const ENTRY = 'validators'

/**
 * Bundles generated code and the modules that it imports into one module without imports, with rolldown. Unused code,
 * paths and comments are removed, so that every machine produces the same bytes.
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
