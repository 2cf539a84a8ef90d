// Uses the engine's entry point and the files that the package ships. package.test.ts compiles and runs it.
import * as engine from 'appointment-contracts'
import schema from 'appointment-contracts/report.schema.json' with { type: 'json' }

export const names: string[] = [...Object.keys(engine), ...Object.keys(schema)]
