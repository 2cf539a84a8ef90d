/** The APIs that the sandbox serves. */
export const API_NAMES = ['lobbie', 'aniva'] as const

export type ApiName = (typeof API_NAMES)[number]
