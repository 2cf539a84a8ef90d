// Generated from specs/aniva/openapi.yaml by `npm run generate`. Do not edit.

export interface paths {
    "/api/v1/appointments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update appointment
         * Modifies appointment details before the blood draw: the scheduled time, the test location, or both. Fields that
         *     are not sent keep their values. Only an appointment whose blood draw is not yet confirmed can be modified:
         *     `pending` or `confirmed`. The status `confirmed` means that the slot is booked; a confirmed blood draw is
         *     `blood_drawn`.
         *
         *     Where the vendor's page is silent, we assume that the server checks the key first (403), then the path (400, 404,
         *     403), the body (400), the status of the appointment (409), that `scheduled_at` is in the future (400), and the
         *     location (404, 403, 400). If only `location_id` is sent, the instant stays the same and is shown with the new
         *     location's offset. Without a location or its time zone, it is shown in UTC (`Z`). The status does not change. An
         *     id in upper case is the same id; responses use lower case. Opening hours and other appointments are ignored.
         */
        patch: operations["updateAppointment"];
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AppointmentStatus: AppointmentStatus;
        TestMethod: TestMethod;
        UpdateAppointmentRequest: UpdateAppointmentRequest;
        Appointment: Appointment;
        Profile: Profile;
        Sex: Sex;
        Language: Language;
        Panel: Panel;
        Shipment: Shipment;
        Error: AnivaError;
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
                /** Unique identifier (UUID) of the appointment to update. */
                id: string;
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
            /** The updated appointment and its embedded profile. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Appointment;
                };
            };
            /** Validation error, such as a `scheduled_at` in the past or an id that is not a UUID. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": AnivaError;
                };
            };
            /** Forbidden: the API key is missing, wrong or without access to this operation, or the appointment or location is outside its access context. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": AnivaError;
                };
            };
            /** Appointment or location not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": AnivaError;
                };
            };
            /** The appointment cannot be modified: the blood draw is already confirmed, or the appointment is cancelled. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": AnivaError;
                };
            };
            /** Internal server error. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": AnivaError;
                };
            };
        };
    };
}

/**
 * Current appointment status. `confirmed` means that the slot is booked; after the blood draw is confirmed it is
 *     `blood_drawn`. The progress of lab results is in Get Results, the progress of shipments in Get Shipment.
 * @enum {string}
 */
export type AppointmentStatus = "pending" | "confirmed" | "blood_drawn" | "cancelled";
/**
 * Method used for the blood draw. May be null.
 * @enum {string|null}
 */
export type TestMethod = "practitioner" | "home" | null;
/** The changes. Include only the fields that you want to change; no field can be cleared. */
export type UpdateAppointmentRequest = {
    /**
     * Format: date-time
     * New appointment datetime in ISO 8601 format. Must include a timezone designator, either `Z` or an explicit offset like `+02:00`; naive datetimes are rejected. Must be in the future.
     * @example 2026-05-20T14:00:00Z
     * @example 2026-05-20T16:00:00+02:00
     */
    scheduled_at?: string;
    /**
     * Format: uuid
     * UUID of the new test location, which must exist and be active. List Locations has the ids. A home kit cannot have a location.
     */
    location_id?: string;
};
/** An appointment for a blood draw. */
export type Appointment = {
    /**
     * Format: uuid
     * Unique appointment identifier (UUID).
     */
    id: string;
    /**
     * Format: uuid
     * UUID of the profile this appointment belongs to.
     */
    profile_id: string;
    /**
     * Format: uuid
     * UUID of the test location. Null for home kit appointments.
     */
    location_id: string | null;
    /**
     * Format: date-time
     * Scheduled datetime in ISO 8601 format, returned with the test location's offset. May be null.
     * @example 2026-05-20T16:00:00+02:00
     */
    scheduled_at: string | null;
    status: AppointmentStatus;
    test_method: TestMethod;
    /**
     * Format: date-time
     * ISO 8601 timestamp of when the appointment was created.
     */
    created_at: string;
    /**
     * Format: date-time
     * ISO 8601 timestamp of the last update. Null until the first update.
     */
    updated_at: string | null;
    profile: Profile;
    /** Panels currently attached to this appointment. Excludes cancelled attachments. */
    panels: Panel[];
    /** Shipments linked to this appointment, oldest link first. Empty when no shipments are linked. */
    shipments: Shipment[];
};
/** The patient profile associated with an appointment. */
export type Profile = {
    /**
     * Format: uuid
     * Unique profile identifier (UUID).
     */
    id: string;
    /** The partner's name for the profile. May be null. */
    handle: string | null;
    /** First name. When a profile is created, the vendor accepts 1 to 100 Latin letters. May be null. */
    first_name: string | null;
    /** Last name, under the same rule. May be null. */
    last_name: string | null;
    /** Email address; the vendor generates one if a profile is created without it. May be null. */
    email: string | null;
    /** Phone number in E.164 form. May be null. */
    phone: string | null;
    sex: Sex;
    /**
     * Format: date
     * Date of birth. May be null.
     */
    date_of_birth: string | null;
    /** Height in centimetres. May be null. */
    height: number | null;
    /** Weight in kilograms. May be null. */
    weight: number | null;
    language: Language;
    /**
     * Format: date-time
     * ISO 8601 timestamp of when the profile was created.
     */
    created_at: string;
    /**
     * Format: date-time
     * ISO 8601 timestamp of the last update of the profile. May be null.
     */
    updated_at: string | null;
};
/**
 * Sex as in ISO/IEC 5218, 1 male and 2 female. May be null.
 * @enum {integer|null}
 */
export type Sex = 1 | 2 | null;
/**
 * Language in which the vendor writes to the patient.
 * @enum {string}
 */
export type Language = "en" | "de" | "fi";
/** A panel that is attached to an appointment. List Panels has its name and biomarkers. */
export type Panel = {
    /**
     * Format: uuid
     * Identifier in UUID format. The two predefined custom panels consist of zeros followed by `aff` and `bff`.
     */
    panel_id: string;
    /**
     * Format: date-time
     * When the panel was attached.
     */
    added_at: string;
};
/** A shipment that is linked to an appointment. Get Shipment has the full payload. */
export type Shipment = {
    /** Reference of the shipment; not a UUID. */
    id: string;
    /**
     * Format: date-time
     * When the shipment was linked.
     */
    added_at: string;
};
/** An error. The vendor shows it for 403 only; we assume the same for the others. It may have more properties. */
export type AnivaError = {
    /** For developers. Programs must not depend on its text. */
    error: string;
};
/** An appointment for a blood draw. */
export type UpdateAppointmentResponse = Appointment;
