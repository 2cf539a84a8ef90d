import type { Fault } from '../sandbox/fault.ts'
import { createSandbox, type Sandbox } from '../sandbox/sandbox.ts'
import type { SandboxOptions } from '../sandbox/settings.ts'
import type { Variant } from './variants/variant.ts'
import { anivaVariants } from './variants/aniva.ts'
import { blindVariants } from './variants/blind.ts'
import { lobbieVariants } from './variants/lobbie.ts'
import { wireVariants } from './variants/wire.ts'

/** Every harmless variant. */
export const VARIANTS: readonly Variant[] = [...wireVariants, ...lobbieVariants, ...anivaVariants, ...blindVariants]

/** A sandbox that keeps its documents in another way than usual. Its control is not touched. */
export function createVariantSandbox(variant: Variant, options: Omit<SandboxOptions, 'fault'> = {}): Sandbox {
  const sandbox = createSandbox({ ...options, fault: asFault(variant) })
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

/** The sandbox exchanges pieces of its behaviour for faults; here no piece is a lie. */
function asFault(variant: Variant): Fault {
  const { id, otherwise } = variant
  const facts = { id, lie: otherwise, family: 'status', caughtBy: [] } as const
  return variant.api === 'lobbie'
    ? { ...facts, api: variant.api, tell: variant.tell ?? (() => ({})) }
    : { ...facts, api: variant.api, tell: variant.tell ?? (() => ({})) }
}
