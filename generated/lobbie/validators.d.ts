// Generated from specs/lobbie/openapi.yaml by `npm run generate`. Do not edit.
import type { AppointmentStatus, UpdateAppointmentRequest, Appointment, LobbieError, UpdateAppointmentResponse, paths } from './types.js'

/** A violated keyword of a schema, and the place of the invalid value. The value itself is not included. */
export interface Mismatch {
  /**
   * The JSON Pointer of the keyword in the schema: `/properties/status/enum`, `/required/id`. The pointer contains no
   * `$ref`: it continues in the target of the `$ref`.
   */
  readonly keyword: string
  /** The JSON Pointer of the invalid value. For a missing property, it is the pointer that the property would have. */
  readonly at: string
  /** The value that the keyword requires, in words: `one of "home", "practitioner"`. */
  readonly expected: string
  /** The problem as the end of a sentence: `is missing`, `is not a string`. The text does not contain the value. */
  readonly words: string
}

/**
 * The error that `assert…` throws for a value that violates the schema. The message names the problem and its place.
 */
export declare class InvalidValue extends Error {
  override readonly name: 'InvalidValue'
  readonly schema: string
  readonly mismatch: Mismatch
}

/**
 * A function that lists all keywords that a value violates. It is also a Standard Schema (https://standardschema.dev).
 * `Valid` is the type of a valid value.
 */
export interface Check<Valid> {
  (value: unknown): Mismatch[]
  readonly '~standard': {
    readonly version: 1
    readonly vendor: 'contract-gate'
    /** Returns the value itself if it is valid, otherwise a list of issues. */
    readonly validate: (
      value: unknown,
    ) => { readonly value: Valid; readonly issues?: undefined } | { readonly issues: readonly Issue[] }
    /** Only for the TypeScript compiler. This property has no value at run time. */
    readonly types?: { readonly input: Valid; readonly output: Valid } | undefined
  }
}

/** A violated keyword in the form of Standard Schema. */
export interface Issue {
  readonly message: string
  readonly path: readonly (string | number)[]
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

export declare const checkAppointmentStatus: Check<AppointmentStatus>

export declare const checkUpdateAppointmentRequest: Check<UpdateAppointmentRequest>

export declare const checkAppointment: Check<Appointment>

export declare const checkLobbieError: Check<LobbieError>

export declare const checkUpdateAppointmentResponse: Check<UpdateAppointmentResponse>

export declare const checkUpdateAppointmentParameters: Check<paths["/partner/v2/account/{accountId}/location/{locationId}/appointment/{appointmentId}"]["put"]["parameters"]>

export declare const checkUpdateAppointment401Headers: Check<paths["/partner/v2/account/{accountId}/location/{locationId}/appointment/{appointmentId}"]["put"]["responses"][401]["headers"]>
