/** Everything that generated validators import, unless they are bundled. */
export * from './mismatch.ts'
export * from '../../schemas/formats/checks.ts'
