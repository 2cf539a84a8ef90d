import type { Sandbox } from './sandbox.ts'

/** Returns a text for the user. For each API, it contains the URL of the sandbox, credentials and a curl command. */
export function describeSandbox(sandbox: Sandbox, url: string, apis: readonly string[]): string {
  return apis.map((api) => (api === 'lobbie' ? describeLobbie(sandbox, url) : describeAniva(sandbox, url))).join('\n')
}

function describeLobbie({ partners, demo }: Sandbox, url: string): string {
  const { clientId, clientSecret } = partners.lobbie.partner
  const { accountId, locationId, appointmentId } = demo.lobbie.path
  const path = `/partner/v2/account/${String(accountId)}/location/${String(locationId)}/appointment/${String(appointmentId)}`
  return [
    `lobbie   ${url}`,
    `  client  ${clientId} with the secret ${clientSecret}, which exist only in this sandbox`,
    '  try     TOKEN=$(curl -s ' +
      `-d grant_type=client_credentials -d client_id=${clientId} -d client_secret=${clientSecret} ` +
      `${url}/oauth/token | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')`,
    `          curl -X PUT -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' ` +
      `-d '{"note":"Bring the referral letter"}' ${url}${path}`,
    '',
  ].join('\n')
}

function describeAniva({ partners, demo }: Sandbox, url: string): string {
  const { value: key } = partners.aniva.partner
  return [
    `aniva    ${url}`,
    `  key     ${key}, which exists only in this sandbox`,
    `  try     curl -X PATCH -H 'x-api-key: ${key}' -H 'Content-Type: application/json' ` +
      `-d '{"location_id":"${firstOf(demo.aniva.values['location_id'])}"}' ${url}/api/v1/appointments/${String(demo.aniva.path['id'])}`,
    '',
  ].join('\n')
}

function firstOf(values: unknown): string {
  return Array.isArray(values) ? String(values[0]) : ''
}
