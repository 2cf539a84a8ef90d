/** The format checks that are copied into generated validators. The files of these checks import only each other. */
export { isByte } from './byte.ts'
export { isDate } from './date.ts'
export { isDateTime } from './date-time.ts'
export { isInt32, isInt64 } from './integers.ts'
export { isRegex } from './regex.ts'
export { isTime } from './time.ts'
export { isUri } from './uri.ts'
export { isUuid } from './uuid.ts'
