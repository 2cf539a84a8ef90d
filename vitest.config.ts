import { configDefaults, defineConfig } from 'vitest/config'

// Tests of these folders change nothing that outlives a test (working directory, environment, global objects), so the
// files of one worker share the modules that they load. That saves a fifth of the time of the suite.
const PURE =
  'tests/src/{cases,clauses,document,evidence,invariants,operations,redaction,rules,schemas,validation,verdicts}/**/*.test.ts'

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    projects: [
      { extends: true, test: { name: 'pure', include: [PURE], isolate: false } },
      {
        extends: true,
        // The examples are run beside the installed package, by tests/package/package.test.ts.
        test: {
          name: 'others',
          include: ['tests/**/*.test.ts'],
          exclude: [...configDefaults.exclude, 'tests/examples/**', PURE],
        },
      },
    ],
    // One worker for each core: by default one core is left out, which of two is half.
    maxWorkers: '100%',
    testTimeout: 90_000,
    hookTimeout: 90_000,
  },
})
