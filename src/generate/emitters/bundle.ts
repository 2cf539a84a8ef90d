import { ContractError } from '../../errors.ts'

/** The modules that bundled validators contain. The key is the name in the `import` statement of the validators. */
const PARTS: Readonly<Record<string, URL>> = {
  'validator-parts': besideMe('../parts/mismatch'),
  'validator-formats': besideMe('../../schemas/formats/checks'),
}

/**
 * Returns the URL of a module beside this file. It is TypeScript in the repository, and JavaScript in the published
 * package.
 */
function besideMe(path: string): URL {
  return new URL(path + (import.meta.url.endsWith('.ts') ? '.ts' : '.js'), import.meta.url)
}

const ENTRY = 'validators'

/**
 * Bundles generated code and its imports into one module without imports. Removes unused code, file paths and comments,
 * so that every machine produces the same bytes.
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
