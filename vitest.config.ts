import { configDefaults, defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['tests/**/*.test.ts'],
    // Run beside the installed package, by tests/package/package.test.ts.
    exclude: [...configDefaults.exclude, 'tests/examples/**'],
    // One worker for each core: by default one core is left out, which of two is half.
    maxWorkers: '100%',
    testTimeout: 90_000,
    hookTimeout: 90_000,
  },
})
