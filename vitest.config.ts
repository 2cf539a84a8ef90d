import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { configDefaults, defineConfig, type ViteUserConfig } from 'vitest/config'

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
    server: { deps: { external: [/\/dist\//] } },
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
 * With `vitest run --mode built`, tests import the compiled module from `dist` instead of the source with the same name.
 * They then test the code that the package contains. The sources must not have changed since `npm run build`.
 */
function importBuilt(): Plugin {
  const root = import.meta.dirname
  return {
    name: 'import-built',
    enforce: 'pre',
    resolveId(id, importer) {
      if (importer === undefined || !/^\.{1,2}\/.*\.ts$/.test(id)) return null
      const source = relative(root, resolve(dirname(importer), id))
      const built = join(root, 'dist', source.replace(/\.ts$/, '.js'))
      return /^(?:src|sandbox|generated|proof)\//.test(source) && existsSync(built) ? built : null
    },
  }
}
