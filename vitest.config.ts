import { availableParallelism } from 'node:os'
import { configDefaults, defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['tests/**/*.test.ts'],
    // The examples and the consumers' tests are run beside the installed package, by tests/package.
    exclude: [...configDefaults.exclude, 'tests/examples/**', 'tests/package/consumer/**'],
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
})
