import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { rolldown } from 'rolldown'

/** The compiled module that imports openapi-typescript. After the build, it imports `BUNDLE` instead. */
const USER = 'dist/src/generate/emitters/types.js'
const BUNDLE = 'dist/src/generate/emitters/openapi-typescript.js'

/** Packages that only unused code of openapi-typescript imports. */
const UNUSED = /^(?:@redocly\/openapi-core|parse-json|supports-color|ansi-colors|change-case|\.\/utils)$/

/**
 * Bundles the used part of openapi-typescript into dist. In the bundle, a small printer of types replaces the
 * TypeScript compiler. At run time, `generate` then needs neither openapi-typescript nor TypeScript, and it works with
 * every installed version of TypeScript.
 */
export async function bundleOpenapiTypescript() {
  const text = readFileSync(USER, 'utf8')
  const names = [...text.matchAll(/\{([^{}]*)\} = library/g)].flatMap(([, list]) =>
    list.split(',').map((name) => name.trim()),
  )
  const bundle = await rolldown({
    input: 'entry',
    platform: 'node',
    logLevel: 'silent',
    plugins: [
      {
        name: 'without-compiler',
        resolveId: (id) => (id === 'entry' || id === 'typescript' || UNUSED.test(id) ? `\0${id}` : undefined),
        load(id) {
          if (id === '\0entry') return `export { ${names.join(', ')} } from 'openapi-typescript'`
          if (id === '\0typescript')
            return `export { ts as default } from '${resolve('dist/src/generate/typescript-text.js')}'`
          return id.startsWith('\0') && UNUSED.test(id.slice(1)) ? STUB : undefined
        },
      },
    ],
    treeshake: { moduleSideEffects: false },
  })
  const { output } = await bundle.generate({ format: 'esm', comments: false })
  await bundle.close()
  writeFileSync(BUNDLE, output[0].code)
  writeFileSync(
    USER,
    text
      .replace("'openapi-typescript'", "'./openapi-typescript.js'")
      .replace('"openapi-typescript"', '"./openapi-typescript.js"'),
  )
}

/** The module that replaces the packages in `UNUSED`. */
const STUB = `const none = {}
export default none
export const createConfig = none, BaseResolver = none, lintDocument = none, bundle = none, Source = none
export const makeDocumentFromString = none, pascalCase = none
export const isTruthy = Boolean`
