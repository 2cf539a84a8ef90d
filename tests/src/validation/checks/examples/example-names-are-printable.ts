import { orders, type CheckExample } from '../../list-findings.ts'

export const exampleNamesArePrintable: readonly CheckExample[] = [
  {
    title: 'accepts an example name with spaces',
    text: orders([
      `                packed:
                  value:`,
      `                packed, and paid:
                  value:`,
    ]),
    findings: [],
  },
  {
    title: 'reports an example name with a quotation mark',
    text: orders([
      `                packed:
                  value:`,
      `                the "packed" one:
                  value:`,
    ]),
    findings: ['warning example_names_are_printable: the "packed" one:'],
  },
  {
    title: 'reports an example name with non-ASCII characters',
    text: orders([
      `                packed:
                  value:`,
      `                geöffnet:
                  value:`,
    ]),
    findings: ['warning example_names_are_printable: geöffnet:'],
  },
]
