import { orders, type CheckExample } from '../../list-findings.ts'

export const exampleNamesArePrintable: readonly CheckExample[] = [
  {
    fact: 'an example name with blanks can be asked for',
    text: orders([
      `                packed:
                  value:`,
      `                packed, and paid:
                  value:`,
    ]),
    told: [],
  },
  {
    fact: 'an example name with a quotation mark cannot be asked for',
    text: orders([
      `                packed:
                  value:`,
      `                the "packed" one:
                  value:`,
    ]),
    told: ['warning example_names_are_printable: the "packed" one:'],
  },
  {
    fact: 'an example name beyond ASCII cannot be asked for',
    text: orders([
      `                packed:
                  value:`,
      `                geöffnet:
                  value:`,
    ]),
    told: ['warning example_names_are_printable: geöffnet:'],
  },
]
