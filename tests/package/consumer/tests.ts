// Tests of a consumer that has vitest and msw installed. package.test.ts compiles them.
import { createAnivaHandlers } from 'appointment-contracts/aniva/handlers'
import { createLobbieHandlers } from 'appointment-contracts/lobbie/handlers'
import { createSandbox } from 'appointment-contracts/sandbox'
import { contractMatchers, describeContract, live, mock, sandbox, shippedDocument } from 'appointment-contracts/vitest'
import { setupServer } from 'msw/node'
import { expect, test } from 'vitest'

expect.extend(contractMatchers)
const document = shippedDocument('lobbie')
export const server = setupServer(
  ...createLobbieHandlers({ fetch: createSandbox().fetch, baseUrl: 'https://api.lobbie.example' }),
  ...createAnivaHandlers({ fetch: createSandbox().fetch }),
)

for (const target of [mock(), sandbox(), live({ url: 'http://127.0.0.1:4010' })]) describeContract({ document, target })

test('a response of the sandbox conforms to its document', async () => {
  const response = new Response()
  await expect(response).toSatisfyContract(document, 'updateAppointment')
  await expect({ request: new Request('http://x.invalid'), response }).toSatisfyContract(document)
  await expect(response).not.toSatisfyContract(new URL('file:///openapi.yaml'), { remembers: false })
})
