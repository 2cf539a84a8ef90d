/** The functions that generated validators import. Bundled validators contain them instead. */
export * from './mismatch.ts'
export * from '../../schemas/formats/checks.ts'
