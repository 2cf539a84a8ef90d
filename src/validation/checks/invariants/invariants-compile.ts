import type { DocumentCheck } from '../../check.ts'

export const invariantsCompile: DocumentCheck = {
  id: 'invariants_compile',
  title: 'every invariant is a rule of CEL that can be asked',
  why: 'A rule that cannot be asked is a promise that nobody keeps.',
  level: 'error',
  check(context) {
    return context.rules.flatMap(({ invariant, address, problem }) =>
      problem === undefined
        ? []
        : [
            {
              address,
              message: `the invariant \`${invariant.id}\` is not a valid rule: ${problem}`,
              next: 'write it in CEL, quoted or as a block scalar; specs/README.md has examples',
            },
          ],
    )
  },
}
