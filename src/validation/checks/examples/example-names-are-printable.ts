import type { DocumentCheck } from '../../check.ts'

export const exampleNamesArePrintable: DocumentCheck = {
  id: 'example_names_are_printable',
  title: 'every response example has a name that a request header can carry',
  why: 'A mock selects an example by the header `Prefer: example="…"`, which cannot carry every character.',
  level: 'warning',
  check({ operations }) {
    const examples = operations.flatMap(({ responses }) =>
      responses.flatMap(({ content }) => content.flatMap((mediaType) => mediaType.examples)),
    )
    return examples
      .filter(({ name }) => !/^[\x20\x21\x23-\x7e]+$/.test(name))
      .map(({ name, address }) => ({
        address: address.replace(/\/value$/, ''),
        message: `a request header cannot carry the example name ${JSON.stringify(name)}`,
        next: 'give the example a name of printable ASCII characters without quotation marks',
      }))
  },
}
