/** The validators that `generate` writes import these functions. If the validators are bundled, they contain them. */
export * from './mismatch.ts'
export * from '../../schemas/formats/checks.ts'
