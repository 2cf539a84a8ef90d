// Generated from specs/lobbie/openapi.yaml by `npm run generate`. Do not edit.

export interface paths {
    "/partner/v2/account/{accountId}/location/{locationId}/appointment/{appointmentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Update appointment
         * Updates an existing appointment: reschedules it (time, practitioner) or changes its details. Although the method
         *     is PUT, only the fields that are sent are updated; the others keep their values.
         *
         *     The vendor does not document when 400 and 409 occur. We assume that the server checks in this order:
         *
         *     - 401: the access token is missing or invalid.
         *     - 400: a path parameter is not an integer.
         *     - 403: the partner is inactive or has no grant to the account, or the location does not belong to the account.
         *     - 404: the appointment does not exist at this location of this account.
         *     - 400: the body does not match its schema, or `practitionerId` is not a practitioner of this location.
         *     - 409: the practitioner has another appointment at that time, the change of status is not allowed, or the
         *       appointment is closed (`CHECKED_OUT`, `CANCELLED`, `NO_SHOW`). Appointments that only touch each other do not
         *       overlap; cancelled and missed appointments are ignored. An update to `CANCELLED` or `NO_SHOW` needs no free time.
         *
         *     An open status may stay the same. Allowed changes: `SCHEDULED` to `CONFIRMED`, `CHECKED_IN`, `CANCELLED`,
         *     `NO_SHOW`; `CONFIRMED` to `SCHEDULED`, `CHECKED_IN`, `CANCELLED`, `NO_SHOW`; `CHECKED_IN` to `IN_TREATMENT`,
         *     `CANCELLED`; `IN_TREATMENT` to `CHECKED_OUT`. A start in the past is allowed.
         */
        put: operations["updateAppointment"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AppointmentStatus: AppointmentStatus;
        UpdateAppointmentRequest: UpdateAppointmentRequest;
        Appointment: Appointment;
        Error: LobbieError;
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    updateAppointment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Account identifier. */
                accountId: number;
                /** Location identifier. */
                locationId: number;
                /** Appointment ID. */
                appointmentId: number;
            };
            cookie?: never;
        };
        /** The fields to change, at least one. */
        requestBody: {
            content: {
                "application/json": UpdateAppointmentRequest;
            };
        };
        responses: {
            /** The appointment after the update. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Appointment;
                };
            };
            /** The request is invalid, or the practitioner does not work at this location. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LobbieError;
                };
            };
            /** The access token is missing, invalid or expired. */
            401: {
                headers: {
                    /** How to authenticate. RFC 9110 section 11.6.1, RFC 6750 section 3. */
                    "WWW-Authenticate": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LobbieError;
                };
            };
            /** The integration has no access to the requested account or location. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LobbieError;
                };
            };
            /** The appointment does not exist, or does not belong to the authorised account and location. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LobbieError;
                };
            };
            /** The update conflicts with another appointment or with the status of this one. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": LobbieError;
                };
            };
        };
    };
}

/**
 * The progress of an appointment, from booking to check-out.
 * @enum {string}
 */
export type AppointmentStatus = "SCHEDULED" | "CONFIRMED" | "CHECKED_IN" | "IN_TREATMENT" | "CHECKED_OUT" | "CANCELLED" | "NO_SHOW";
/** The changes. Fields that are not sent keep their values; no field can be cleared. */
export type UpdateAppointmentRequest = {
    /**
     * Updated appointment notes.
     * @example Follow-up for lab results
     */
    note?: string;
    /**
     * New practitioner ID for reassignment, of a staff member with a practitioner role.
     * @example 223
     */
    practitionerId?: number;
    /**
     * Format: date-time
     * New appointment start time (ISO 8601) for rescheduling. Must carry an offset; a naive time is refused.
     * @example 2025-01-16T10:00:00-05:00
     */
    startTime?: string;
    /** New status. Not every change is allowed. */
    status?: AppointmentStatus;
};
/** An appointment of a patient with a practitioner at a location. */
export type Appointment = {
    /**
     * Appointment type ID.
     * @example 333
     */
    appointmentTypeId: number;
    /**
     * Format: date-time
     * Creation timestamp.
     * @example 2025-01-10T14:30:00Z
     */
    createdAt: string;
    /**
     * Duration in minutes. An update never changes it.
     * @example 30
     */
    durationMinutes: number;
    /**
     * Format: date-time
     * Appointment end time (ISO 8601), in the location's own offset.
     * @example 2025-01-15T09:30:00-05:00
     */
    endTime: string;
    /**
     * Unique appointment identifier.
     * @example 12345
     */
    id: number;
    /**
     * Location ID.
     * @example 111
     */
    locationId: number;
    /**
     * Appointment notes.
     * @example Annual checkup
     */
    note: string;
    /**
     * Patient ID.
     * @example 67890
     */
    patientId: number;
    /**
     * Practitioner ID, of a staff member with a practitioner role.
     * @example 222
     */
    practitionerId: number;
    /**
     * Format: date-time
     * Appointment start time (ISO 8601), in the location's own offset.
     * @example 2025-01-15T09:00:00-05:00
     */
    startTime: string;
    /** Appointment status. */
    status: AppointmentStatus;
    /**
     * Format: date-time
     * Last update timestamp. Moves forward with every accepted update.
     * @example 2025-01-10T14:30:00Z
     */
    updatedAt: string;
};
/** An error. The vendor documents no error body; this one is assumed, and may have more properties. */
export type LobbieError = {
    /** For developers. Programs must not depend on its text. */
    message: string;
};
/** An appointment of a patient with a practitioner at a location. */
export type UpdateAppointmentResponse = Appointment;
