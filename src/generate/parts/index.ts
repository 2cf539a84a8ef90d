/** All functions that generated validators import, unless the validators are bundled. */
export * from './mismatch.ts'
export * from '../../schemas/formats/checks.ts'
