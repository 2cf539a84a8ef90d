// Generated from specs/lobbie/openapi.yaml by `npm run generate`. Do not edit.
function inWords({ at, expected, words = `must be ${expected}` }, whole) {
	return `${nameOf(at) ?? whole} ${words}`;
}
function nameOf(at) {
	if (at === "") return void 0;
	return `\`${at.replace(/^\//, "").split("/").map((token) => /^\d+$/.test(token) ? `[${token}]` : `.${unescaped(token)}`).join("").replace(/^\./, "")}\``;
}
function unescaped(token) {
	return token.replaceAll("~1", "/").replaceAll("~0", "~");
}

function wordsFor(keyword, expected, limit) {
	if (keyword === "type") return `is not ${withArticles(expected)}`;
	return (Object.hasOwn(WORDS, keyword) ? WORDS[keyword] : void 0)?.replace("#", () => limit === "" ? expected : limit) ?? `must be ${expected}`;
}
const WORDS = {
	enum: "is not #",
	const: "is not #",
	format: "does not have the #",
	pattern: "does not match the #",
	minLength: "is shorter than #",
	maxLength: "is longer than #",
	minItems: "has fewer items than #",
	maxItems: "has more items than #",
	minProperties: "has fewer properties than #",
	maxProperties: "has more properties than #",
	minimum: "is less than #",
	maximum: "is more than #",
	exclusiveMinimum: "is not more than #",
	exclusiveMaximum: "is not less than #",
	multipleOf: "is not a #",
	int64: "is not # that the document allows",
	items: "has more items than #",
	contains: "has too few or too many items of a documented kind",
	propertyNames: "has a property whose name is not allowed",
	unevaluatedItems: "has an item that the document does not allow",
	not: "matches a schema that the document forbids",
	uniqueItems: "has two equal items",
	anyOf: "matches none of the documented alternatives",
	oneOf: "does not match exactly one of the documented alternatives"
};
function withArticles(types) {
	return types.replace(/\b(?!null\b|or\b)\w+/g, (type) => `${/^[aio]/.test(type) ? "an" : "a"} ${type}`);
}

var InvalidValue = class extends Error {
	name = "InvalidValue";
	schema;
	mismatch;
	constructor(schema, mismatch) {
		super(`${schema}: ${inWords(mismatch, "the value")} (${mismatch.keyword})`);
		this.schema = schema;
		this.mismatch = mismatch;
	}
};
function withError(errors, instancePath, schemaPath, keyword, params) {
	const error = {
		instancePath,
		schemaPath,
		keyword,
		params
	};
	if (errors === null) return [error];
	errors.push(error);
	return errors;
}
function under(errors, from, path) {
	for (const error of errors.slice(from)) error.schemaPath = path + error.schemaPath.slice(1);
}
function mismatchesOf(validate, value) {
	if (validate(value)) return [];
	const errors = validate.errors ?? [];
	const paths = new Set(errors.map((error) => error.schemaPath));
	return errors.filter((error) => error.keyword !== "if").filter((error) => !ancestors(error.schemaPath).some((path) => paths.has(path))).map(explain);
}
function assertOf(schema, validate, value) {
	const [first] = mismatchesOf(validate, value);
	if (first !== void 0) throw new InvalidValue(schema, first);
}
function checkOf(validate) {
	const check = (value) => mismatchesOf(validate, value);
	return Object.assign(check, { "~standard": {
		version: 1,
		vendor: "contract-gate",
		validate: (value) => {
			const issues = check(value).map((mismatch) => issueOf(mismatch, value));
			return issues.length === 0 ? { value } : { issues };
		}
	} });
}
function issueOf(mismatch, value) {
	let holder = value;
	const path = mismatch.at.split("/").slice(1).map((token) => {
		const key = Array.isArray(holder) ? Number(token) : unescaped(token);
		holder = typeof holder === "object" && holder !== null ? holder[key] : void 0;
		return key;
	});
	return {
		message: inWords(mismatch, "the value"),
		path
	};
}
function ancestors(path) {
	const found = [];
	for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) found.push(path.slice(0, end));
	return found;
}
function explain(error) {
	const { params } = error;
	const keyword = decodeURIComponent(error.schemaPath.slice(1)).replace(/\/false schema$/, "").replace(/\/int64$/, "/type");
	const missing = params["missingProperty"];
	if (typeof missing === "string") {
		const name = escaped(missing);
		return {
			keyword: `${keyword}/${name}`,
			at: `${error.instancePath}/${name}`,
			expected: "a value",
			words: "is missing"
		};
	}
	const unknown = params["additionalProperty"] ?? params["unevaluatedProperty"];
	if (typeof unknown === "string") return {
		keyword,
		at: `${error.instancePath}/${escaped(unknown)}`,
		expected: "no such field",
		words: "is not a documented property"
	};
	const expected = expectation(error.keyword, params);
	const words = wordsFor(error.keyword, expected, text(params["limit"] ?? ""));
	return {
		keyword,
		at: error.instancePath,
		expected,
		words
	};
}
function expectation(keyword, params) {
	const { form, type, allowedValues, allowedValue, format, pattern, limit, comparison, multipleOf } = params;
	if (form !== void 0) return form === "bigint" ? "a bigint of 64 bits" : "a text with an integer of 64 bits";
	if (type !== void 0) return Array.isArray(type) ? type.join(" or ") : text(type);
	if (Array.isArray(allowedValues)) return `one of ${allowedValues.map((each) => JSON.stringify(each)).join(", ")}`;
	if ("allowedValue" in params) return JSON.stringify(allowedValue);
	if (format !== void 0) return `format ${text(format)}`;
	if (pattern !== void 0) return `pattern ${text(pattern)}`;
	if (limit !== void 0) return `${keyword} ${comparison === void 0 ? "" : `${text(comparison)} `}${text(limit)}`;
	if (multipleOf !== void 0) return `multiple of ${text(multipleOf)}`;
	return keyword === "false schema" ? "no value" : keyword;
}
function text(value) {
	return typeof value === "string" ? value : JSON.stringify(value);
}
function escaped(name) {
	return name.replaceAll("~", "~0").replaceAll("/", "~1");
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DAYS = [
	31,
	28,
	31,
	30,
	31,
	30,
	31,
	31,
	30,
	31,
	30,
	31
];
function isDate(value) {
	if (!DATE.test(value)) return false;
	const year = Number(value.slice(0, 4));
	const day = Number(value.slice(8));
	return day >= 1 && day <= daysOf(year, Number(value.slice(5, 7)));
}
function daysOf(year, month) {
	const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
	return month === 2 && leap ? 29 : DAYS[month - 1] ?? 0;
}

const TIME = /^\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[zZ]|[+-]\d{2}:\d{2})$/;
const MINUTES_OF_A_DAY = 1440;
function isTime(value) {
	if (!TIME.test(value)) return false;
	const hour = Number(value.slice(0, 2));
	const minute = Number(value.slice(3, 5));
	const second = Number(value.slice(6, 8));
	const isUtc = /z$/i.test(value);
	const offsetHour = isUtc ? 0 : Number(value.slice(-5, -3));
	const offsetMinute = isUtc ? 0 : Number(value.slice(-2));
	if (hour > 23 || minute > 59 || second > 60 || offsetHour > 23 || offsetMinute > 59) return false;
	if (second < 60) return true;
	const offset = (offsetHour * 60 + offsetMinute) * (value.at(-6) === "-" ? -1 : 1);
	return (hour * 60 + minute - offset + 2 * MINUTES_OF_A_DAY) % MINUTES_OF_A_DAY === 1439;
}

function isDateTime(value) {
	const separator = value[10];
	return (separator === "T" || separator === "t") && isDate(value.slice(0, 10)) && isTime(value.slice(11));
}

const validate_0 = validate52;
function validate52(data, { instancePath = "" } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data !== "string") {
		vErrors = withError(vErrors, instancePath, "#/type", "type", { type: "string" });
		errors++;
	}
	if (!(data === "SCHEDULED" || data === "CONFIRMED" || data === "CHECKED_IN" || data === "IN_TREATMENT" || data === "CHECKED_OUT" || data === "CANCELLED" || data === "NO_SHOW")) {
		vErrors = withError(vErrors, instancePath, "#/enum", "enum", { allowedValues: [
			"SCHEDULED",
			"CONFIRMED",
			"CHECKED_IN",
			"IN_TREATMENT",
			"CHECKED_OUT",
			"CANCELLED",
			"NO_SHOW"
		] });
		errors++;
	}
	validate52.errors = vErrors;
	return errors === 0;
}
const validate_1 = validate53;
const func0 = Object.prototype.hasOwnProperty;
const func64 = under;
const formats0 = isDateTime;
function validate53(data, { instancePath = "" } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (Object.keys(data).length < 1) {
			vErrors = withError(vErrors, instancePath, "#/minProperties", "minProperties", { limit: 1 });
			errors++;
		}
		for (const key0 of Object.keys(data)) if (!(key0 === "note" || key0 === "practitionerId" || key0 === "startTime" || key0 === "status")) {
			vErrors = withError(vErrors, instancePath, "#/additionalProperties", "additionalProperties", { additionalProperty: key0 });
			errors++;
		}
		if (data.note !== void 0 && func0.call(data, "note")) {
			if (typeof data.note !== "string") {
				vErrors = withError(vErrors, instancePath + "/note", "#/properties/note/type", "type", { type: "string" });
				errors++;
			}
		}
		if (data.practitionerId !== void 0 && func0.call(data, "practitionerId")) {
			let data1 = data.practitionerId;
			if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
				vErrors = withError(vErrors, instancePath + "/practitionerId", "#/properties/practitionerId/type", "type", { type: "integer" });
				errors++;
			}
		}
		if (data.startTime !== void 0 && func0.call(data, "startTime")) {
			let data2 = data.startTime;
			if (typeof data2 === "string") {
				if (!formats0(data2)) {
					vErrors = withError(vErrors, instancePath + "/startTime", "#/properties/startTime/format", "format", { format: "date-time" });
					errors++;
				}
			} else {
				vErrors = withError(vErrors, instancePath + "/startTime", "#/properties/startTime/type", "type", { type: "string" });
				errors++;
			}
		}
		if (data.status !== void 0 && func0.call(data, "status")) {
			const _before0 = errors;
			if (!validate52(data.status, { instancePath: instancePath + "/status" })) {
				vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors);
				errors = vErrors.length;
			}
			if (errors > _before0) func64(vErrors, _before0, "#/properties/status");
		}
	} else {
		vErrors = withError(vErrors, instancePath, "#/type", "type", { type: "object" });
		errors++;
	}
	validate53.errors = vErrors;
	return errors === 0;
}
const validate_2 = validate55;
function validate55(data, { instancePath = "" } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.appointmentTypeId === void 0 || !func0.call(data, "appointmentTypeId")) {
			vErrors = withError(vErrors, instancePath, "#/required", "required", { missingProperty: "appointmentTypeId" });
			errors++;
		}
		if (data.createdAt === void 0 || !func0.call(data, "createdAt")) {
			vErrors = withError(vErrors, instancePath, "#/required", "required", { missingProperty: "createdAt" });
			errors++;
		}
		if (data.durationMinutes === void 0 || !func0.call(data, "durationMinutes")) {
			vErrors = withError(vErrors, instancePath, "#/required", "required", { missingProperty: "durationMinutes" });
			errors++;
		}
		if (data.endTime === void 0 || !func0.call(data, "endTime")) {
			vErrors = withError(vErrors, instancePath, "#/required", "required", { missingProperty: "endTime" });
			errors++;
		}
		if (data.id === void 0 || !func0.call(data, "id")) {
			vErrors = withError(vErrors, instancePath, "#/required", "required", { missingProperty: "id" });
			errors++;
		}
		if (data.locationId === void 0 || !func0.call(data, "locationId")) {
			vErrors = withError(vErrors, instancePath, "#/required", "required", { missingProperty: "locationId" });
			errors++;
		}
		if (data.note === void 0 || !func0.call(data, "note")) {
			vErrors = withError(vErrors, instancePath, "#/required", "required", { missingProperty: "note" });
			errors++;
		}
		if (data.patientId === void 0 || !func0.call(data, "patientId")) {
			vErrors = withError(vErrors, instancePath, "#/required", "required", { missingProperty: "patientId" });
			errors++;
		}
		if (data.practitionerId === void 0 || !func0.call(data, "practitionerId")) {
			vErrors = withError(vErrors, instancePath, "#/required", "required", { missingProperty: "practitionerId" });
			errors++;
		}
		if (data.startTime === void 0 || !func0.call(data, "startTime")) {
			vErrors = withError(vErrors, instancePath, "#/required", "required", { missingProperty: "startTime" });
			errors++;
		}
		if (data.status === void 0 || !func0.call(data, "status")) {
			vErrors = withError(vErrors, instancePath, "#/required", "required", { missingProperty: "status" });
			errors++;
		}
		if (data.updatedAt === void 0 || !func0.call(data, "updatedAt")) {
			vErrors = withError(vErrors, instancePath, "#/required", "required", { missingProperty: "updatedAt" });
			errors++;
		}
		if (data.appointmentTypeId !== void 0 && func0.call(data, "appointmentTypeId")) {
			let data0 = data.appointmentTypeId;
			if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
				vErrors = withError(vErrors, instancePath + "/appointmentTypeId", "#/properties/appointmentTypeId/type", "type", { type: "integer" });
				errors++;
			}
		}
		if (data.createdAt !== void 0 && func0.call(data, "createdAt")) {
			let data1 = data.createdAt;
			if (typeof data1 === "string") {
				if (!formats0(data1)) {
					vErrors = withError(vErrors, instancePath + "/createdAt", "#/properties/createdAt/format", "format", { format: "date-time" });
					errors++;
				}
			} else {
				vErrors = withError(vErrors, instancePath + "/createdAt", "#/properties/createdAt/type", "type", { type: "string" });
				errors++;
			}
		}
		if (data.durationMinutes !== void 0 && func0.call(data, "durationMinutes")) {
			let data2 = data.durationMinutes;
			if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2) && isFinite(data2))) {
				vErrors = withError(vErrors, instancePath + "/durationMinutes", "#/properties/durationMinutes/type", "type", { type: "integer" });
				errors++;
			}
		}
		if (data.endTime !== void 0 && func0.call(data, "endTime")) {
			let data3 = data.endTime;
			if (typeof data3 === "string") {
				if (!formats0(data3)) {
					vErrors = withError(vErrors, instancePath + "/endTime", "#/properties/endTime/format", "format", { format: "date-time" });
					errors++;
				}
			} else {
				vErrors = withError(vErrors, instancePath + "/endTime", "#/properties/endTime/type", "type", { type: "string" });
				errors++;
			}
		}
		if (data.id !== void 0 && func0.call(data, "id")) {
			let data4 = data.id;
			if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4) && isFinite(data4))) {
				vErrors = withError(vErrors, instancePath + "/id", "#/properties/id/type", "type", { type: "integer" });
				errors++;
			}
		}
		if (data.locationId !== void 0 && func0.call(data, "locationId")) {
			let data5 = data.locationId;
			if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5) && isFinite(data5))) {
				vErrors = withError(vErrors, instancePath + "/locationId", "#/properties/locationId/type", "type", { type: "integer" });
				errors++;
			}
		}
		if (data.note !== void 0 && func0.call(data, "note")) {
			if (typeof data.note !== "string") {
				vErrors = withError(vErrors, instancePath + "/note", "#/properties/note/type", "type", { type: "string" });
				errors++;
			}
		}
		if (data.patientId !== void 0 && func0.call(data, "patientId")) {
			let data7 = data.patientId;
			if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7) && isFinite(data7))) {
				vErrors = withError(vErrors, instancePath + "/patientId", "#/properties/patientId/type", "type", { type: "integer" });
				errors++;
			}
		}
		if (data.practitionerId !== void 0 && func0.call(data, "practitionerId")) {
			let data8 = data.practitionerId;
			if (!(typeof data8 == "number" && !(data8 % 1) && !isNaN(data8) && isFinite(data8))) {
				vErrors = withError(vErrors, instancePath + "/practitionerId", "#/properties/practitionerId/type", "type", { type: "integer" });
				errors++;
			}
		}
		if (data.startTime !== void 0 && func0.call(data, "startTime")) {
			let data9 = data.startTime;
			if (typeof data9 === "string") {
				if (!formats0(data9)) {
					vErrors = withError(vErrors, instancePath + "/startTime", "#/properties/startTime/format", "format", { format: "date-time" });
					errors++;
				}
			} else {
				vErrors = withError(vErrors, instancePath + "/startTime", "#/properties/startTime/type", "type", { type: "string" });
				errors++;
			}
		}
		if (data.status !== void 0 && func0.call(data, "status")) {
			const _before0 = errors;
			if (!validate52(data.status, { instancePath: instancePath + "/status" })) {
				vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors);
				errors = vErrors.length;
			}
			if (errors > _before0) func64(vErrors, _before0, "#/properties/status");
		}
		if (data.updatedAt !== void 0 && func0.call(data, "updatedAt")) {
			let data11 = data.updatedAt;
			if (typeof data11 === "string") {
				if (!formats0(data11)) {
					vErrors = withError(vErrors, instancePath + "/updatedAt", "#/properties/updatedAt/format", "format", { format: "date-time" });
					errors++;
				}
			} else {
				vErrors = withError(vErrors, instancePath + "/updatedAt", "#/properties/updatedAt/type", "type", { type: "string" });
				errors++;
			}
		}
	} else {
		vErrors = withError(vErrors, instancePath, "#/type", "type", { type: "object" });
		errors++;
	}
	validate55.errors = vErrors;
	return errors === 0;
}
const validate_3 = validate57;
function validate57(data, { instancePath = "" } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.message === void 0 || !func0.call(data, "message")) {
			vErrors = withError(vErrors, instancePath, "#/required", "required", { missingProperty: "message" });
			errors++;
		}
		if (data.message !== void 0 && func0.call(data, "message")) {
			if (typeof data.message !== "string") {
				vErrors = withError(vErrors, instancePath + "/message", "#/properties/message/type", "type", { type: "string" });
				errors++;
			}
		}
	} else {
		vErrors = withError(vErrors, instancePath, "#/type", "type", { type: "object" });
		errors++;
	}
	validate57.errors = vErrors;
	return errors === 0;
}
function validate58(data, { instancePath = "" } = {}) {
	let vErrors = null;
	let errors = 0;
	if (!(typeof data == "number" && !(data % 1) && !isNaN(data) && isFinite(data))) {
		vErrors = withError(vErrors, instancePath, "#/type", "type", { type: "integer" });
		errors++;
	}
	validate58.errors = vErrors;
	return errors === 0;
}
function validate59(data, { instancePath = "" } = {}) {
	let vErrors = null;
	let errors = 0;
	if (!(typeof data == "number" && !(data % 1) && !isNaN(data) && isFinite(data))) {
		vErrors = withError(vErrors, instancePath, "#/type", "type", { type: "integer" });
		errors++;
	}
	validate59.errors = vErrors;
	return errors === 0;
}
function validate60(data, { instancePath = "" } = {}) {
	let vErrors = null;
	let errors = 0;
	if (!(typeof data == "number" && !(data % 1) && !isNaN(data) && isFinite(data))) {
		vErrors = withError(vErrors, instancePath, "#/type", "type", { type: "integer" });
		errors++;
	}
	validate60.errors = vErrors;
	return errors === 0;
}
const validate_7 = validate61;
function validate61(data, { instancePath = "" } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.path !== void 0 && func0.call(data, "path")) {
			let data0 = data.path;
			if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
				if (data0.accountId === void 0 || !func0.call(data0, "accountId")) {
					vErrors = withError(vErrors, instancePath + "/path", "#/properties/path/required", "required", { missingProperty: "accountId" });
					errors++;
				}
				if (data0.locationId === void 0 || !func0.call(data0, "locationId")) {
					vErrors = withError(vErrors, instancePath + "/path", "#/properties/path/required", "required", { missingProperty: "locationId" });
					errors++;
				}
				if (data0.appointmentId === void 0 || !func0.call(data0, "appointmentId")) {
					vErrors = withError(vErrors, instancePath + "/path", "#/properties/path/required", "required", { missingProperty: "appointmentId" });
					errors++;
				}
				for (const key0 of Object.keys(data0)) if (!(key0 === "accountId" || key0 === "locationId" || key0 === "appointmentId")) {
					vErrors = withError(vErrors, instancePath + "/path", "#/properties/path/additionalProperties", "additionalProperties", { additionalProperty: key0 });
					errors++;
				}
				if (data0.accountId !== void 0 && func0.call(data0, "accountId")) {
					const _before0 = errors;
					if (!validate58(data0.accountId, { instancePath: instancePath + "/path/accountId" })) {
						vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
						errors = vErrors.length;
					}
					if (errors > _before0) func64(vErrors, _before0, "#/properties/path/properties/accountId");
				}
				if (data0.locationId !== void 0 && func0.call(data0, "locationId")) {
					const _before1 = errors;
					if (!validate59(data0.locationId, { instancePath: instancePath + "/path/locationId" })) {
						vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
						errors = vErrors.length;
					}
					if (errors > _before1) func64(vErrors, _before1, "#/properties/path/properties/locationId");
				}
				if (data0.appointmentId !== void 0 && func0.call(data0, "appointmentId")) {
					const _before2 = errors;
					if (!validate60(data0.appointmentId, { instancePath: instancePath + "/path/appointmentId" })) {
						vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
						errors = vErrors.length;
					}
					if (errors > _before2) func64(vErrors, _before2, "#/properties/path/properties/appointmentId");
				}
			} else {
				vErrors = withError(vErrors, instancePath + "/path", "#/properties/path/type", "type", { type: "object" });
				errors++;
			}
		}
	} else {
		vErrors = withError(vErrors, instancePath, "#/type", "type", { type: "object" });
		errors++;
	}
	validate61.errors = vErrors;
	return errors === 0;
}
function validate65(data, { instancePath = "" } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data !== "string") {
		vErrors = withError(vErrors, instancePath, "#/type", "type", { type: "string" });
		errors++;
	}
	validate65.errors = vErrors;
	return errors === 0;
}
const validate_9 = validate66;
function validate66(data, { instancePath = "" } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data["WWW-Authenticate"] === void 0 || !func0.call(data, "WWW-Authenticate")) {
			vErrors = withError(vErrors, instancePath, "#/required", "required", { missingProperty: "WWW-Authenticate" });
			errors++;
		}
		if (data["WWW-Authenticate"] !== void 0 && func0.call(data, "WWW-Authenticate")) {
			const _before0 = errors;
			if (!validate65(data["WWW-Authenticate"], { instancePath: instancePath + "/WWW-Authenticate" })) {
				vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors);
				errors = vErrors.length;
			}
			if (errors > _before0) func64(vErrors, _before0, "#/properties/WWW-Authenticate");
		}
	} else {
		vErrors = withError(vErrors, instancePath, "#/type", "type", { type: "object" });
		errors++;
	}
	validate66.errors = vErrors;
	return errors === 0;
}
const checkAppointmentStatus = /* @__PURE__ */ checkOf(validate_0);
const checkUpdateAppointmentRequest = /* @__PURE__ */ checkOf(validate_1);
const checkAppointment = /* @__PURE__ */ checkOf(validate_2);
const checkLobbieError = /* @__PURE__ */ checkOf(validate_3);
const checkUpdateAppointmentResponse = /* @__PURE__ */ checkOf(validate_2);
const checkUpdateAppointmentParameters = /* @__PURE__ */ checkOf(validate_7);
const checkUpdateAppointment401Headers = /* @__PURE__ */ checkOf(validate_9);
function isAppointmentStatus(value) {
	return validate_0(value);
}
function assertAppointmentStatus(value) {
	assertOf("AppointmentStatus", validate_0, value);
}
function isUpdateAppointmentRequest(value) {
	return validate_1(value);
}
function assertUpdateAppointmentRequest(value) {
	assertOf("UpdateAppointmentRequest", validate_1, value);
}
function isAppointment(value) {
	return validate_2(value);
}
function assertAppointment(value) {
	assertOf("Appointment", validate_2, value);
}
function isLobbieError(value) {
	return validate_3(value);
}
function assertLobbieError(value) {
	assertOf("LobbieError", validate_3, value);
}
function isUpdateAppointmentResponse(value) {
	return validate_2(value);
}
function assertUpdateAppointmentResponse(value) {
	assertOf("UpdateAppointmentResponse", validate_2, value);
}
const appointmentStatuses = /* @__PURE__ */ Object.freeze([
	"SCHEDULED",
	"CONFIRMED",
	"CHECKED_IN",
	"IN_TREATMENT",
	"CHECKED_OUT",
	"CANCELLED",
	"NO_SHOW"
]);

export { InvalidValue, appointmentStatuses, assertAppointment, assertAppointmentStatus, assertLobbieError, assertUpdateAppointmentRequest, assertUpdateAppointmentResponse, checkAppointment, checkAppointmentStatus, checkLobbieError, checkUpdateAppointment401Headers, checkUpdateAppointmentParameters, checkUpdateAppointmentRequest, checkUpdateAppointmentResponse, isAppointment, isAppointmentStatus, isLobbieError, isUpdateAppointmentRequest, isUpdateAppointmentResponse };