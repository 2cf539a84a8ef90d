/** Leaves the sandbox out for APIs that it does not have, unless it was asked for; `skipped` says so in sentences. */
export async function withoutSandbox<Work extends { readonly api: string; readonly kind: string }>(
  work: readonly Work[],
  { targetIsDefault }: { readonly targetIsDefault: boolean },
): Promise<{ readonly work: readonly Work[]; readonly skipped: readonly string[] }> {
  if (!targetIsDefault) return { work, skipped: [] }
  // The gate starts without loading the sandbox.
  const { API_NAMES } = await import('../../../sandbox/apis.ts')
  const isSkipped = ({ api, kind }: Work): boolean => kind === 'sandbox' && !API_NAMES.some((name) => name === api)
  return {
    work: work.filter((each) => !isSkipped(each)),
    skipped: work
      .filter(isSkipped)
      .map(
        ({ api }) =>
          `${api}: skipped on the sandbox, which has only ${API_NAMES.join(' and ')}; --spec FILE -u URL uses a server`,
      ),
  }
}
