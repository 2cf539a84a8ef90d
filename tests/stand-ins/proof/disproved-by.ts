import type { Vendor } from './live-setup.ts'
export const disprovedBy: Readonly<Record<Vendor, Readonly<Record<string, readonly string[]>>>> = {
  lobbie: {},
  aniva: {},
}
