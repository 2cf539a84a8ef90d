import { BLIND_SETS, splitSet } from './blind-sets.ts'
import { createFaultySandbox } from '../sandbox/faulty-sandbox.ts'
import type { Fault } from '../sandbox/faults/fault.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import type { SandboxOptions } from '../sandbox/settings.ts'
import type { HarmlessVariant } from './variants/variant.ts'
import { anivaVariants } from './variants/aniva.ts'
import { blindVariants } from './variants/blind.ts'
import { lobbieVariants } from './variants/lobbie.ts'
import { wireVariants } from './variants/wire.ts'

/** Every harmless variant. */
export const VARIANTS: readonly HarmlessVariant[] = [
  ...wireVariants,
  ...lobbieVariants,
  ...anivaVariants,
  ...blindVariants,
  ...Object.values(BLIND_SETS).flatMap((set) => splitSet(set).proved.variants),
]

/**
 * Creates a correct sandbox with the differences that `variant` describes. Control requests are answered without these
 * differences.
 */
export function createVariantSandbox(variant: HarmlessVariant, options: Omit<SandboxOptions, 'fault'> = {}): Sandbox {
  const sandbox = createFaultySandbox(asFault(variant), options)
  const { send } = variant
  if (send === undefined) return sandbox
  const passOn = async (request: Request, response: Response): Promise<Response> => {
    const { pathname } = new URL(request.url)
    return /^\/(?:partner|api)\//.test(pathname) ? send(response, request) : response
  }
  return {
    ...sandbox,
    fetch: async (input, init) => {
      const request = input instanceof Request ? new Request(input, init) : new Request(String(input), init)
      return passOn(request.clone(), await sandbox.fetch(request))
    },
    handle: async (request, remoteAddress) => passOn(request, await sandbox.handle(request, remoteAddress)),
  }
}

/** Returns the variant in the form of a fault, because the sandbox changes its behaviour only for a fault. */
function asFault({ id, title, ...variant }: HarmlessVariant): Fault {
  const facts = { id, title, family: 'status', rules: [] } as const
  return variant.api === 'lobbie'
    ? { ...facts, api: variant.api, change: variant.change ?? (() => ({})) }
    : { ...facts, api: variant.api, change: variant.change ?? (() => ({})) }
}
