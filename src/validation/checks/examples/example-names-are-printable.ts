import type { DocumentCheck } from '../../check.ts'

export const exampleNamesArePrintable: DocumentCheck = {
  id: 'example_names_are_printable',
  title: 'every example of a response can be asked for by its name',
  why: 'A mock is asked with `Prefer: example="…"`: a quotation mark, or what no header carries, never arrives.',
  level: 'warning',
  check({ operations }) {
    const examples = operations.flatMap(({ responses }) =>
      responses.flatMap(({ content }) => content.flatMap((mediaType) => mediaType.examples)),
    )
    return examples
      .filter(({ name }) => !/^[\x20\x21\x23-\x7e]+$/.test(name))
      .map(({ name, address }) => ({
        address: address.replace(/\/value$/, ''),
        message: `Prism cannot be asked for the example ${JSON.stringify(name)}`,
        next: 'name it in printable ASCII without quotation marks',
      }))
  },
}
