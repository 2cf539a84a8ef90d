import type { Aniva } from './aniva/aniva.ts'
import type { AnivaIds } from './aniva/fixture.ts'
import type { LobbieIds } from './lobbie/fixture.ts'
import type { Lobbie } from './lobbie/lobbie.ts'
import type { FixtureContext } from './fixtures.ts'
import type { Demo } from './interface.ts'

const LOBBIE_IDS: LobbieIds = {
  account: 7,
  location: 111,
  otherLocation: 112,
  otherAccount: 8,
  otherAccountLocation: 121,
  foreignAccount: 9,
  foreignLocation: 131,
  practitioner: 222,
  freePractitioner: 223,
  busyPractitioner: 224,
  receptionist: 225,
  practitionerElsewhere: 226,
  practitionerAbroad: 227,
  patient: 67_890,
  otherPatient: 67_891,
  appointment: 12_345,
  bystander: 12_346,
  cancelledAppointment: 12_347,
  missedAppointment: 12_348,
  busyAppointment: 12_349,
  appointmentElsewhere: 12_350,
  appointmentOfOtherAccount: 12_351,
  foreignAppointment: 12_352,
  appointmentType: 333,
  unused: 999,
}

const ANIVA_IDS: AnivaIds = {
  appointment: '0a000000-0000-4000-8000-000000000001',
  bystander: '0a000000-0000-4000-8000-000000000002',
  foreignAppointment: '0a000000-0000-4000-8000-000000000003',
  location: '0b000000-0000-4000-8000-000000000001',
  otherLocation: '0b000000-0000-4000-8000-000000000002',
  zonelessLocation: '0b000000-0000-4000-8000-000000000003',
  inactiveLocation: '0b000000-0000-4000-8000-000000000004',
  foreignLocation: '0b000000-0000-4000-8000-000000000005',
  profile: '0c000000-0000-4000-8000-000000000001',
  otherProfile: '0c000000-0000-4000-8000-000000000002',
  panel: '0d000000-0000-4000-8000-000000000001',
  cancelledPanel: '0d000000-0000-4000-8000-000000000002',
  unused: '0e000000-0000-4000-8000-000000000001',
}

/** Inserts the demo appointments of both APIs. */
export function createDemo(context: FixtureContext, lobbie: Lobbie, aniva: Aniva): Demo {
  const request = { state: 'appointment', with: {}, caseId: 'demo' }
  return {
    lobbie: lobbie.establish(request, context, LOBBIE_IDS).facts,
    aniva: aniva.establish(request, context, ANIVA_IDS).facts,
  }
}
