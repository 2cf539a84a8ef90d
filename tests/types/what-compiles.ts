/**
 * Code that a consumer may write, and code that the compiler must refuse. `tsc` checks this file: if code after
 * `@ts-expect-error` compiles, it reports an error. The code is never run.
 */
import createClient from 'openapi-fetch'
import {
  createAnivaClient,
  createAnivaMiddleware,
  type testMethods,
  type AnivaClient,
  type Profile,
  type TestMethod,
} from '../../generated/aniva/index.ts'
import {
  appointmentStatuses,
  assertAppointment,
  createLobbieClient,
  createLobbieMiddleware,
  isAppointment,
  type Appointment,
  type AppointmentStatus,
  type LobbieClient,
  type LobbieClientOptions,
  type paths,
  type UpdateAppointmentAnswer,
  type UpdateAppointmentRequest,
} from '../../generated/lobbie/index.ts'

declare const lobbie: LobbieClient
declare const aniva: AnivaClient
declare const answer: UpdateAppointmentAnswer
declare const something: unknown
const path = { accountId: 1, locationId: 2, appointmentId: 3 }
const startTime = '2026-01-15T09:00:00-05:00'

type Same<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : false) : false

export function statusTellsAnswersApart(): string | number {
  void (true satisfies Same<UpdateAppointmentAnswer['status'], 200 | 400 | 401 | 403 | 404 | 409>)
  // @ts-expect-error only the body of a 200 has this field, and the status was not checked
  void answer.body.durationMinutes
  // @ts-expect-error the document has no response with this status
  if (answer.status === 422) return 0
  switch (answer.status) {
    case 200:
      void (true satisfies Same<typeof answer.body, Appointment>)
      // @ts-expect-error the document has no such field
      void answer.body.endsAt
      return answer.body.durationMinutes
    case 401: {
      const challenge: string = answer.headers['WWW-Authenticate']
      return challenge
    }
    case 400:
    case 403:
    case 404:
    case 409:
      // @ts-expect-error an undocumented header is of type unknown
      void answer.headers['retry-after']?.length
      return answer.body.message
    default:
      return answer satisfies never
  }
}

export async function requestsAreClosed(): Promise<void> {
  await lobbie.updateAppointment(path, { startTime })
  await lobbie.updateAppointment(
    path,
    { status: 'CONFIRMED', note: 'a' },
    { signal: AbortSignal.timeout(1), timeoutMs: 1 },
  )
  // @ts-expect-error the literal has an unknown field
  await lobbie.updateAppointment(path, { note: 'a', bogus: 1 })
  // @ts-expect-error with exactOptionalPropertyTypes, an optional field may be absent but not undefined
  await lobbie.updateAppointment(path, { note: undefined })
  // @ts-expect-error the note is not nullable
  await lobbie.updateAppointment(path, { note: null })
  // @ts-expect-error not a status
  await lobbie.updateAppointment(path, { status: 'VOIDED' })
  // @ts-expect-error only responses have this field
  await lobbie.updateAppointment(path, { endTime: startTime })
  // @ts-expect-error the caller cannot choose the content type
  await lobbie.updateAppointment(path, { note: 'a' }, { headers: { 'content-type': 'text/plain' } })
  // @ts-expect-error unknown call options
  await lobbie.updateAppointment(path, { note: 'a' }, { retry: true })
  // @ts-expect-error a path parameter is missing
  await lobbie.updateAppointment({ accountId: 1, locationId: 2 }, { note: 'a' })
  // @ts-expect-error a path parameter has another type
  await lobbie.updateAppointment({ ...path, accountId: '1' }, { note: 'a' })
  // @ts-expect-error no body
  await lobbie.updateAppointment(path)
  // @ts-expect-error only the other API has this field
  await aniva.updateAppointment({ id: 'a' }, { startTime })
}

export function clientsNeedTheirCredentials(): void {
  const baseUrl = 'https://api.example.com'
  createLobbieClient({ baseUrl, credentials: { clientId: 'a', clientSecret: 'b' }, fetch })
  createAnivaClient({
    baseUrl,
    credentials: { apiKey: 'a' },
    onViolation: 'warn',
    warn: (violation) => void violation.clause,
  })
  // @ts-expect-error no credentials
  createLobbieClient({ baseUrl })
  // @ts-expect-error these are credentials of the other API
  createLobbieClient({ baseUrl, credentials: { apiKey: 'a' } })
  // @ts-expect-error onViolation `warn` needs a warn function
  createAnivaClient({ baseUrl, credentials: { apiKey: 'a' }, onViolation: 'warn' })
  // @ts-expect-error an unknown option
  createAnivaClient({ baseUrl, credentials: { apiKey: 'a' }, timeout: 1 })
  const options: LobbieClientOptions = {
    baseUrl,
    credentials: { clientId: 'a', clientSecret: 'b' },
    onViolation: baseUrl.length > 3 ? 'throw' : 'warn',
    warn: () => undefined,
  }
  createLobbieClient(options)
}

export function validatorsNarrow(): Appointment {
  // @ts-expect-error the value is still of type unknown
  void something.durationMinutes
  if (isAppointment(something)) return something
  assertAppointment(something)
  return something
}

export function listsAreAsTheirTypes(): void {
  void (true satisfies Same<(typeof appointmentStatuses)[number], AppointmentStatus>)
  void (true satisfies Same<(typeof testMethods)[number], NonNullable<TestMethod>>)
  // @ts-expect-error the list is readonly
  appointmentStatuses.push('VOIDED')
}

export function fieldsAreAsTheDocumentsSay(profile: Profile, request: UpdateAppointmentRequest): void {
  void (true satisfies Same<UpdateAppointmentRequest['startTime'], string | undefined>)
  void (true satisfies Same<Appointment['status'], AppointmentStatus>)
  // @ts-expect-error the email may be null
  void profile.email.length
  // @ts-expect-error the note may be absent
  void request.note.length
}

export function aMiddlewareFitsAClientThatIsThere(): void {
  createClient<paths>({ baseUrl: 'https://api.example.com' }).use(createLobbieMiddleware())
  createClient({}).use(createAnivaMiddleware({ onViolation: 'ignore', unknownEnumValues: 'accept' }))
}
