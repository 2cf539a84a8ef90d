import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { configDefaults, defineConfig, type ViteUserConfig } from 'vitest/config'
import { isFresh } from './tests/support/built.ts'

/** Matches the paths of compiled modules. */
const BUILT = new RegExp(`^${import.meta.dirname.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')}/dist/`)

type Plugin = NonNullable<ViteUserConfig['plugins']>[number]

export default defineConfig(({ mode }) => ({
  plugins: mode === 'built' ? [importBuilt()] : [],
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['tests/**/*.test.ts'],
    // The examples and the consumers' tests are run beside the installed package, by tests/package.
    exclude: [...configDefaults.exclude, 'tests/examples/**', 'tests/package/consumer/**'],
    // Node loads compiled modules itself, which is faster than the module loader of Vitest.
    server: { deps: { external: [BUILT] } },
    // The test files of one worker share the modules that they load. That saves a third of the time of the suite. A test
    // therefore restores what it changes in the process: working directory, environment, global objects.
    isolate: false,
    // More workers than cores, because many tests wait for a process, a browser or a timer.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    // A run of the gate creates many short-lived objects. More room for them saves a tenth of the CPU time.
    execArgv: ['--max-semi-space-size=64'],
    testTimeout: 90_000,
    hookTimeout: 90_000,
  },
}))

/**
 * With `vitest run --mode built`, tests import the compiled module from `dist` instead of the source with the same name,
 * if there is one. They then test the code from which the package is made. Throws if `dist` is older than the sources.
 */
function importBuilt(): Plugin {
  if (!isFresh()) throw new Error('dist is older than the sources: run `npm run build`')
  const root = import.meta.dirname
  return {
    name: 'import-built',
    enforce: 'pre',
    resolveId(id, importer) {
      if (importer === undefined || !/^\.{1,2}\/.*\.ts$/.test(id)) return null
      const source = relative(root, resolve(dirname(importer), id)).replaceAll(sep, '/')
      const built = join(root, 'dist', source.replace(/\.ts$/, '.js'))
      return /^(?:src|sandbox|generated|proof)\//.test(source) && existsSync(built) ? built : null
    },
  }
}
