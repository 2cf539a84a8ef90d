import { isThisRepository } from '../package-root.ts'

/** Returns the lines with next steps that `init` prints. `api` is the name of an API under `specs/`. */
export function nextSteps(api: string | undefined, baseUrl: string | undefined): string[] {
  if (api === undefined) return ['Next: contract-gate validate, then contract-gate gate']
  const gate = baseUrl === undefined ? '--target mock' : `--target live -u ${baseUrl}`
  return [
    `Next: contract-gate validate, then contract-gate gate --api ${api} ${gate}`,
    `To give scenarios their data: write a sandbox in sandbox/${api}/ for --target sandbox, or a module for --setup (docs/setup.md)`,
    `Then raise the percentages in specs/${api}/policy.yaml`,
    ...(isThisRepository()
      ? [
          `To publish the client: contract-gate generate, and the exports ./${api}, ./${api}/validators and ./${api}/handlers in package.json`,
        ]
      : []),
  ]
}
