import { NOT_COMPILED, sentenceOf, howToValidate, type NotCompiledIn } from '../../texts/not-compiled.ts'
import { visible } from '../../visible.ts'
import { labelled, wrap } from './lines.ts'
import type { Page } from './page.ts'

const PLACES_SHOWN = 20

/** Prints the schemas of a document that do not compile, one per line. */
export function printNotCompiled({ file, places }: NotCompiledIn, page: Page): string[] {
  const left = places.length - PLACES_SHOWN
  return [
    ...wrap(NOT_COMPILED, page.width).map((line) => page.colors.bold(page.colors.yellow(line))),
    ...places
      .slice(0, PLACES_SHOWN)
      .flatMap((place) => labelled('  ! ', wrap(visible(sentenceOf(place)), page.width - 4), 4)),
    ...(left > 0 ? [`    and ${left} more`] : []),
    `  details: ${visible(howToValidate(file))}`,
  ]
}
