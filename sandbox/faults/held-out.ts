import type { Fault } from '../fault.ts'
import { anivaBlindThird } from './aniva/blind-third.ts'
import { lobbieBlindThird } from './lobbie/blind-third.ts'

/**
 * Faults that were written blind and that nothing was mended for: what the gate makes of lies that nobody had in mind.
 * `prove --held-out` tells; whoever mends the gate for one of them moves it to the others.
 */
export const HELD_OUT: readonly Fault[] = [...lobbieBlindThird, ...anivaBlindThird]
