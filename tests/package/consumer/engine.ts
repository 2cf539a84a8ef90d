// The engine's entry point and the files beside the code. Compiled and run by package.test.ts.
import * as engine from 'appointment-contracts'
import schema from 'appointment-contracts/report.schema.json' with { type: 'json' }

export const names: string[] = [...Object.keys(engine), ...Object.keys(schema)]
