import type { Vendor } from './live-setup.ts'
import type { Row } from './prove-live.ts'

/** Runs the gate over a bad network. */
export async function* proveNetwork(_vendor: Vendor): AsyncGenerator<Row> {}
