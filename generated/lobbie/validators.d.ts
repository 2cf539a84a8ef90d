// Generated from specs/lobbie/openapi.yaml by `npm run generate`. Do not edit.
import type { AppointmentStatus, UpdateAppointmentRequest, Appointment, LobbieError, UpdateAppointmentResponse } from './types.js'

/** A violated keyword and its place in a value. It does not contain the value. */
export interface Mismatch {
  /** JSON Pointer of the keyword, with each `$ref` replaced by its target: `/properties/status/enum`, `/required/id`. */
  readonly keyword: string
  /** JSON Pointer of the place in the value. For a missing property: the place where it should be. */
  readonly at: string
  /** The value that the keyword requires, in words: `one of "home", "practitioner"`. */
  readonly expected: string
}

/** Thrown by `assert…` if the value does not match the schema. */
export declare class InvalidValue extends Error {
  override readonly name: 'InvalidValue'
  readonly schema: string
  readonly mismatch: Mismatch
}

export declare function isAppointmentStatus(value: unknown): value is AppointmentStatus
export declare function assertAppointmentStatus(value: unknown): asserts value is AppointmentStatus

export declare function isUpdateAppointmentRequest(value: unknown): value is UpdateAppointmentRequest
export declare function assertUpdateAppointmentRequest(value: unknown): asserts value is UpdateAppointmentRequest

export declare function isAppointment(value: unknown): value is Appointment
export declare function assertAppointment(value: unknown): asserts value is Appointment

export declare function isLobbieError(value: unknown): value is LobbieError
export declare function assertLobbieError(value: unknown): asserts value is LobbieError

export declare function isUpdateAppointmentResponse(value: unknown): value is UpdateAppointmentResponse
export declare function assertUpdateAppointmentResponse(value: unknown): asserts value is UpdateAppointmentResponse

export declare const appointmentStatuses: readonly ["SCHEDULED", "CONFIRMED", "CHECKED_IN", "IN_TREATMENT", "CHECKED_OUT", "CANCELLED", "NO_SHOW"]

export declare function checkAppointmentStatus(value: unknown): Mismatch[]

export declare function checkUpdateAppointmentRequest(value: unknown): Mismatch[]

export declare function checkAppointment(value: unknown): Mismatch[]

export declare function checkLobbieError(value: unknown): Mismatch[]

export declare function checkUpdateAppointmentResponse(value: unknown): Mismatch[]

export declare function checkUpdateAppointmentParameters(value: unknown): Mismatch[]

export declare function checkUpdateAppointment401Headers(value: unknown): Mismatch[]
