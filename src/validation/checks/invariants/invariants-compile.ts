import type { DocumentCheck } from '../../check.ts'

export const invariantsCompile: DocumentCheck = {
  id: 'invariants_compile',
  title: 'every invariant is a valid CEL expression',
  why: 'An expression that does not compile is never evaluated.',
  level: 'error',
  check(context) {
    return context.rules.flatMap(({ invariant, address, problem }) =>
      problem === undefined
        ? []
        : [
            {
              address,
              message: `the invariant \`${invariant.id}\` is not valid CEL: ${problem}`,
              next: 'correct the CEL expression, and quote it or use a block scalar; specs/README.md has examples',
            },
          ],
    )
  },
}
