import { orders, type Proof } from '../../told.ts'

export const examplesHaveNamesToAskBy: readonly Proof[] = [
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
    told: ['warning examples_have_names_to_ask_by: the "packed" one:'],
  },
  {
    fact: 'an example name beyond ASCII cannot be asked for',
    text: orders([
      `                packed:
                  value:`,
      `                geöffnet:
                  value:`,
    ]),
    told: ['warning examples_have_names_to_ask_by: geöffnet:'],
  },
]
