// A suite of a consumer that has vitest installed. install-matrix.mjs compiles and runs it.
import { createLobbieClient } from 'appointment-contracts/lobbie'
import { createSandbox } from 'appointment-contracts/sandbox'
import { contractMatchers, describeContract, sandbox, shippedDocument } from 'appointment-contracts/vitest'
import { expect, test } from 'vitest'

expect.extend(contractMatchers)
const document = shippedDocument('lobbie')
describeContract({ document, target: sandbox() })

test('the sandbox refuses a request without credentials with a documented response', async () => {
  const served = createSandbox()
  const response = await served.fetch('http://sandbox.invalid/partner/v2/account/1/location/1/appointment/1', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: '{"note":"x"}',
  })
  await expect(response).toSatisfyContract(document, 'updateAppointment')
  expect(createLobbieClient).toBeTypeOf('function')
})
