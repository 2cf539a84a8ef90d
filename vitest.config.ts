import { configDefaults, defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['tests/**/*.test.ts'],
    // Run beside the installed package, by tests/package/package.test.ts.
    exclude: [...configDefaults.exclude, 'tests/examples/**'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
})
