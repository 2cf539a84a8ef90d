const PATH = { accountId: 7, locationId: 111, appointmentId: 12345 }
const TIME = '2026-02-02T09:30:00-05:00'

const APPOINTMENT = {
  ...{ id: 12345, appointmentTypeId: 333, durationMinutes: 30, locationId: 111, patientId: 67890, practitionerId: 222 },
  ...{ note: 'Annual checkup', startTime: TIME, endTime: '2026-02-02T10:00:00-05:00', status: 'SCHEDULED' },
  ...{ createdAt: '2025-01-10T14:30:00Z', updatedAt: '2026-01-05T09:00:00Z' },
}
const { endTime: _endTime, ...WITHOUT_END } = APPOINTMENT

/** Creates the program and a stub server. The stub returns the given responses in order and counts the requests. */
function programWith(createReschedule, answers) {
  const sent = { tokens: 0, updates: 0, bodies: [] }
  const fetch = async (input, init) => {
    const request = new Request(input, init)
    if (request.url.endsWith('/oauth/token')) {
      sent.tokens += 1
      return Response.json({ access_token: 'token', token_type: 'Bearer', expires_in: 3600 })
    }
    if (request.headers.get('authorization') !== 'Bearer token')
      return Response.json({ message: 'no token' }, { status: 401 })
    sent.bodies.push(await request.text())
    const answer = answers[sent.updates++]
    if (answer === undefined) throw new TypeError('fetch failed')
    return Response.json(answer[1], { status: answer[0] })
  }
  const options = { baseUrl: 'https://api.lobbie.example', clientId: 'id', clientSecret: 'secret', fetch }
  return { reschedule: createReschedule(options), sent }
}

/**
 * Runs the program with correct responses, and throws if it does not move the appointment. Then tries several errors,
 * such as an invalid response. Returns for each error whether the program handles it: `yes` or `no`.
 */
export async function tryProgram(createReschedule) {
  const { reschedule, sent } = programWith(createReschedule, [
    [200, APPOINTMENT],
    [409, { message: 'taken' }],
  ])
  const results = [await reschedule(PATH, TIME), await reschedule(PATH, TIME)]
  if (results.join() !== 'moved,taken' || sent.tokens !== 1 || JSON.parse(sent.bodies[0]).startTime !== TIME)
    throw new Error(`the job is not done: ${JSON.stringify({ results, sent })}`)
  const wrong = async (...answer) => programWith(createReschedule, [answer]).reschedule(PATH, TIME).then(no, yes)
  return {
    'retries after a network error': await retries(createReschedule),
    'detects a response without a required field': await wrong(200, WITHOUT_END),
    'detects an unknown value of an enum': await wrong(200, { ...APPOINTMENT, status: 'VOIDED' }),
    'detects an invalid time': await wrong(200, { ...APPOINTMENT, endTime: 'noon' }),
    'detects an undocumented status': await wrong(418, { message: 'teapot' }),
    'refuses an invalid request before it is sent': await refuses(createReschedule),
  }
}

const yes = () => 'yes'
const no = () => 'no'

async function retries(createReschedule) {
  const { reschedule } = programWith(createReschedule, [undefined, [200, APPOINTMENT]])
  return reschedule(PATH, TIME).then(yes, no)
}

async function refuses(createReschedule) {
  const { reschedule, sent } = programWith(createReschedule, [[200, APPOINTMENT]])
  await reschedule(PATH, 'noon').catch(() => undefined)
  return sent.updates === 0 ? 'yes' : 'no'
}
