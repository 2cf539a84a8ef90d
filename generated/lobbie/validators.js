// Generated from specs/lobbie/openapi.yaml by `npm run generate`. Do not edit.
var InvalidValue = class extends Error {
	name = "InvalidValue";
	schema;
	mismatch;
	constructor(schema, mismatch) {
		super(`${schema} violates ${mismatch.keyword} at ${mismatch.at || "/"}: expected ${mismatch.expected}`);
		this.schema = schema;
		this.mismatch = mismatch;
	}
};
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
function ancestors(path) {
	const found = [];
	for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) found.push(path.slice(0, end));
	return found;
}
function explain(error) {
	const { params } = error;
	const keyword = decodeURIComponent(error.schemaPath.slice(1)).replace(/\/false schema$/, "");
	const missing = params["missingProperty"];
	if (typeof missing === "string") {
		const name = escaped(missing);
		return {
			keyword: `${keyword}/${name}`,
			at: `${error.instancePath}/${name}`,
			expected: "a value"
		};
	}
	const unknown = params["additionalProperty"] ?? params["unevaluatedProperty"];
	if (typeof unknown === "string") return {
		keyword,
		at: `${error.instancePath}/${escaped(unknown)}`,
		expected: "no such field"
	};
	return {
		keyword,
		at: error.instancePath,
		expected: expectation(error.keyword, params)
	};
}
function expectation(keyword, params) {
	const { type, allowedValues, allowedValue, format, pattern, limit, comparison } = params;
	if (type !== void 0) return Array.isArray(type) ? type.join(" or ") : text(type);
	if (Array.isArray(allowedValues)) return `one of ${allowedValues.map((each) => JSON.stringify(each)).join(", ")}`;
	if ("allowedValue" in params) return JSON.stringify(allowedValue);
	if (format !== void 0) return `format ${text(format)}`;
	if (pattern !== void 0) return `pattern ${text(pattern)}`;
	if (limit !== void 0) return `${keyword} ${comparison === void 0 ? "" : `${text(comparison)} `}${text(limit)}`;
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

const TIME = /^(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:[zZ]|([+-])(\d{2}):(\d{2}))$/;
const MINUTES_OF_A_DAY = 1440;
function isTime(value) {
	const found = TIME.exec(value);
	if (found === null) return false;
	const [hour = 0, minute = 0, second = 0] = found.slice(1, 4).map(Number);
	const [offsetHour = 0, offsetMinute = 0] = found.slice(5).map((each) => Number(each ?? 0));
	if (hour > 23 || minute > 59 || second > 60 || offsetHour > 23 || offsetMinute > 59) return false;
	if (second < 60) return true;
	const offset = (offsetHour * 60 + offsetMinute) * (found[4] === "-" ? -1 : 1);
	return (hour * 60 + minute - offset + 2 * MINUTES_OF_A_DAY) % MINUTES_OF_A_DAY === 1439;
}

function isDateTime(value) {
	const separator = value[10];
	return (separator === "T" || separator === "t") && isDate(value.slice(0, 10)) && isTime(value.slice(11));
}

const validate_0 = validate52;
const schema19 = {
	"type": "string",
	"enum": [
		"SCHEDULED",
		"CONFIRMED",
		"CHECKED_IN",
		"IN_TREATMENT",
		"CHECKED_OUT",
		"CANCELLED",
		"NO_SHOW"
	]
};
function validate52(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data !== "string") {
		const err0 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" }
		};
		if (vErrors === null) vErrors = [err0];
		else vErrors.push(err0);
		errors++;
	}
	if (!(data === "SCHEDULED" || data === "CONFIRMED" || data === "CHECKED_IN" || data === "IN_TREATMENT" || data === "CHECKED_OUT" || data === "CANCELLED" || data === "NO_SHOW")) {
		const err1 = {
			instancePath,
			schemaPath: "#/enum",
			keyword: "enum",
			params: { allowedValues: schema19.enum }
		};
		if (vErrors === null) vErrors = [err1];
		else vErrors.push(err1);
		errors++;
	}
	validate52.errors = vErrors;
	return errors === 0;
}
const validate_1 = validate53;
const func0 = Object.prototype.hasOwnProperty;
const func64 = under;
const formats0 = isDateTime;
function validate53(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (Object.keys(data).length < 1) {
			const err0 = {
				instancePath,
				schemaPath: "#/minProperties",
				keyword: "minProperties",
				params: { limit: 1 }
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		for (const key0 of Object.keys(data)) if (!(key0 === "note" || key0 === "practitionerId" || key0 === "startTime" || key0 === "status")) {
			const err1 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 }
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.note !== void 0 && func0.call(data, "note")) {
			if (typeof data.note !== "string") {
				const err2 = {
					instancePath: instancePath + "/note",
					schemaPath: "#/properties/note/type",
					keyword: "type",
					params: { type: "string" }
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.practitionerId !== void 0 && func0.call(data, "practitionerId")) {
			let data1 = data.practitionerId;
			if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
				const err3 = {
					instancePath: instancePath + "/practitionerId",
					schemaPath: "#/properties/practitionerId/type",
					keyword: "type",
					params: { type: "integer" }
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
		if (data.startTime !== void 0 && func0.call(data, "startTime")) {
			let data2 = data.startTime;
			if (typeof data2 === "string") {
				if (!formats0(data2)) {
					const err4 = {
						instancePath: instancePath + "/startTime",
						schemaPath: "#/properties/startTime/format",
						keyword: "format",
						params: { format: "date-time" }
					};
					if (vErrors === null) vErrors = [err4];
					else vErrors.push(err4);
					errors++;
				}
			} else {
				const err5 = {
					instancePath: instancePath + "/startTime",
					schemaPath: "#/properties/startTime/type",
					keyword: "type",
					params: { type: "string" }
				};
				if (vErrors === null) vErrors = [err5];
				else vErrors.push(err5);
				errors++;
			}
		}
		if (data.status !== void 0 && func0.call(data, "status")) {
			const _before0 = errors;
			if (!validate52(data.status, {
				instancePath: instancePath + "/status",
				parentData: data,
				parentDataProperty: "status",
				rootData,
				dynamicAnchors
			})) {
				vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors);
				errors = vErrors.length;
			}
			if (errors > _before0) func64(vErrors, _before0, "#/properties/status");
		}
	} else {
		const err6 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" }
		};
		if (vErrors === null) vErrors = [err6];
		else vErrors.push(err6);
		errors++;
	}
	validate53.errors = vErrors;
	return errors === 0;
}
const validate_2 = validate55;
function validate55(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.appointmentTypeId === void 0 || !func0.call(data, "appointmentTypeId")) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "appointmentTypeId" }
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.createdAt === void 0 || !func0.call(data, "createdAt")) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "createdAt" }
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.durationMinutes === void 0 || !func0.call(data, "durationMinutes")) {
			const err2 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "durationMinutes" }
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (data.endTime === void 0 || !func0.call(data, "endTime")) {
			const err3 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "endTime" }
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
		if (data.id === void 0 || !func0.call(data, "id")) {
			const err4 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "id" }
			};
			if (vErrors === null) vErrors = [err4];
			else vErrors.push(err4);
			errors++;
		}
		if (data.locationId === void 0 || !func0.call(data, "locationId")) {
			const err5 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "locationId" }
			};
			if (vErrors === null) vErrors = [err5];
			else vErrors.push(err5);
			errors++;
		}
		if (data.note === void 0 || !func0.call(data, "note")) {
			const err6 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "note" }
			};
			if (vErrors === null) vErrors = [err6];
			else vErrors.push(err6);
			errors++;
		}
		if (data.patientId === void 0 || !func0.call(data, "patientId")) {
			const err7 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "patientId" }
			};
			if (vErrors === null) vErrors = [err7];
			else vErrors.push(err7);
			errors++;
		}
		if (data.practitionerId === void 0 || !func0.call(data, "practitionerId")) {
			const err8 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "practitionerId" }
			};
			if (vErrors === null) vErrors = [err8];
			else vErrors.push(err8);
			errors++;
		}
		if (data.startTime === void 0 || !func0.call(data, "startTime")) {
			const err9 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "startTime" }
			};
			if (vErrors === null) vErrors = [err9];
			else vErrors.push(err9);
			errors++;
		}
		if (data.status === void 0 || !func0.call(data, "status")) {
			const err10 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "status" }
			};
			if (vErrors === null) vErrors = [err10];
			else vErrors.push(err10);
			errors++;
		}
		if (data.updatedAt === void 0 || !func0.call(data, "updatedAt")) {
			const err11 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "updatedAt" }
			};
			if (vErrors === null) vErrors = [err11];
			else vErrors.push(err11);
			errors++;
		}
		if (data.appointmentTypeId !== void 0 && func0.call(data, "appointmentTypeId")) {
			let data0 = data.appointmentTypeId;
			if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
				const err12 = {
					instancePath: instancePath + "/appointmentTypeId",
					schemaPath: "#/properties/appointmentTypeId/type",
					keyword: "type",
					params: { type: "integer" }
				};
				if (vErrors === null) vErrors = [err12];
				else vErrors.push(err12);
				errors++;
			}
		}
		if (data.createdAt !== void 0 && func0.call(data, "createdAt")) {
			let data1 = data.createdAt;
			if (typeof data1 === "string") {
				if (!formats0(data1)) {
					const err13 = {
						instancePath: instancePath + "/createdAt",
						schemaPath: "#/properties/createdAt/format",
						keyword: "format",
						params: { format: "date-time" }
					};
					if (vErrors === null) vErrors = [err13];
					else vErrors.push(err13);
					errors++;
				}
			} else {
				const err14 = {
					instancePath: instancePath + "/createdAt",
					schemaPath: "#/properties/createdAt/type",
					keyword: "type",
					params: { type: "string" }
				};
				if (vErrors === null) vErrors = [err14];
				else vErrors.push(err14);
				errors++;
			}
		}
		if (data.durationMinutes !== void 0 && func0.call(data, "durationMinutes")) {
			let data2 = data.durationMinutes;
			if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2) && isFinite(data2))) {
				const err15 = {
					instancePath: instancePath + "/durationMinutes",
					schemaPath: "#/properties/durationMinutes/type",
					keyword: "type",
					params: { type: "integer" }
				};
				if (vErrors === null) vErrors = [err15];
				else vErrors.push(err15);
				errors++;
			}
		}
		if (data.endTime !== void 0 && func0.call(data, "endTime")) {
			let data3 = data.endTime;
			if (typeof data3 === "string") {
				if (!formats0(data3)) {
					const err16 = {
						instancePath: instancePath + "/endTime",
						schemaPath: "#/properties/endTime/format",
						keyword: "format",
						params: { format: "date-time" }
					};
					if (vErrors === null) vErrors = [err16];
					else vErrors.push(err16);
					errors++;
				}
			} else {
				const err17 = {
					instancePath: instancePath + "/endTime",
					schemaPath: "#/properties/endTime/type",
					keyword: "type",
					params: { type: "string" }
				};
				if (vErrors === null) vErrors = [err17];
				else vErrors.push(err17);
				errors++;
			}
		}
		if (data.id !== void 0 && func0.call(data, "id")) {
			let data4 = data.id;
			if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4) && isFinite(data4))) {
				const err18 = {
					instancePath: instancePath + "/id",
					schemaPath: "#/properties/id/type",
					keyword: "type",
					params: { type: "integer" }
				};
				if (vErrors === null) vErrors = [err18];
				else vErrors.push(err18);
				errors++;
			}
		}
		if (data.locationId !== void 0 && func0.call(data, "locationId")) {
			let data5 = data.locationId;
			if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5) && isFinite(data5))) {
				const err19 = {
					instancePath: instancePath + "/locationId",
					schemaPath: "#/properties/locationId/type",
					keyword: "type",
					params: { type: "integer" }
				};
				if (vErrors === null) vErrors = [err19];
				else vErrors.push(err19);
				errors++;
			}
		}
		if (data.note !== void 0 && func0.call(data, "note")) {
			if (typeof data.note !== "string") {
				const err20 = {
					instancePath: instancePath + "/note",
					schemaPath: "#/properties/note/type",
					keyword: "type",
					params: { type: "string" }
				};
				if (vErrors === null) vErrors = [err20];
				else vErrors.push(err20);
				errors++;
			}
		}
		if (data.patientId !== void 0 && func0.call(data, "patientId")) {
			let data7 = data.patientId;
			if (!(typeof data7 == "number" && !(data7 % 1) && !isNaN(data7) && isFinite(data7))) {
				const err21 = {
					instancePath: instancePath + "/patientId",
					schemaPath: "#/properties/patientId/type",
					keyword: "type",
					params: { type: "integer" }
				};
				if (vErrors === null) vErrors = [err21];
				else vErrors.push(err21);
				errors++;
			}
		}
		if (data.practitionerId !== void 0 && func0.call(data, "practitionerId")) {
			let data8 = data.practitionerId;
			if (!(typeof data8 == "number" && !(data8 % 1) && !isNaN(data8) && isFinite(data8))) {
				const err22 = {
					instancePath: instancePath + "/practitionerId",
					schemaPath: "#/properties/practitionerId/type",
					keyword: "type",
					params: { type: "integer" }
				};
				if (vErrors === null) vErrors = [err22];
				else vErrors.push(err22);
				errors++;
			}
		}
		if (data.startTime !== void 0 && func0.call(data, "startTime")) {
			let data9 = data.startTime;
			if (typeof data9 === "string") {
				if (!formats0(data9)) {
					const err23 = {
						instancePath: instancePath + "/startTime",
						schemaPath: "#/properties/startTime/format",
						keyword: "format",
						params: { format: "date-time" }
					};
					if (vErrors === null) vErrors = [err23];
					else vErrors.push(err23);
					errors++;
				}
			} else {
				const err24 = {
					instancePath: instancePath + "/startTime",
					schemaPath: "#/properties/startTime/type",
					keyword: "type",
					params: { type: "string" }
				};
				if (vErrors === null) vErrors = [err24];
				else vErrors.push(err24);
				errors++;
			}
		}
		if (data.status !== void 0 && func0.call(data, "status")) {
			const _before0 = errors;
			if (!validate52(data.status, {
				instancePath: instancePath + "/status",
				parentData: data,
				parentDataProperty: "status",
				rootData,
				dynamicAnchors
			})) {
				vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors);
				errors = vErrors.length;
			}
			if (errors > _before0) func64(vErrors, _before0, "#/properties/status");
		}
		if (data.updatedAt !== void 0 && func0.call(data, "updatedAt")) {
			let data11 = data.updatedAt;
			if (typeof data11 === "string") {
				if (!formats0(data11)) {
					const err25 = {
						instancePath: instancePath + "/updatedAt",
						schemaPath: "#/properties/updatedAt/format",
						keyword: "format",
						params: { format: "date-time" }
					};
					if (vErrors === null) vErrors = [err25];
					else vErrors.push(err25);
					errors++;
				}
			} else {
				const err26 = {
					instancePath: instancePath + "/updatedAt",
					schemaPath: "#/properties/updatedAt/type",
					keyword: "type",
					params: { type: "string" }
				};
				if (vErrors === null) vErrors = [err26];
				else vErrors.push(err26);
				errors++;
			}
		}
	} else {
		const err27 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" }
		};
		if (vErrors === null) vErrors = [err27];
		else vErrors.push(err27);
		errors++;
	}
	validate55.errors = vErrors;
	return errors === 0;
}
const validate_3 = validate57;
function validate57(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.message === void 0 || !func0.call(data, "message")) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "message" }
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.message !== void 0 && func0.call(data, "message")) {
			if (typeof data.message !== "string") {
				const err1 = {
					instancePath: instancePath + "/message",
					schemaPath: "#/properties/message/type",
					keyword: "type",
					params: { type: "string" }
				};
				if (vErrors === null) vErrors = [err1];
				else vErrors.push(err1);
				errors++;
			}
		}
	} else {
		const err2 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" }
		};
		if (vErrors === null) vErrors = [err2];
		else vErrors.push(err2);
		errors++;
	}
	validate57.errors = vErrors;
	return errors === 0;
}
function validate58(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	if (!(typeof data == "number" && !(data % 1) && !isNaN(data) && isFinite(data))) {
		const err0 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "integer" }
		};
		if (vErrors === null) vErrors = [err0];
		else vErrors.push(err0);
		errors++;
	}
	validate58.errors = vErrors;
	return errors === 0;
}
function validate59(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	if (!(typeof data == "number" && !(data % 1) && !isNaN(data) && isFinite(data))) {
		const err0 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "integer" }
		};
		if (vErrors === null) vErrors = [err0];
		else vErrors.push(err0);
		errors++;
	}
	validate59.errors = vErrors;
	return errors === 0;
}
function validate60(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	if (!(typeof data == "number" && !(data % 1) && !isNaN(data) && isFinite(data))) {
		const err0 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "integer" }
		};
		if (vErrors === null) vErrors = [err0];
		else vErrors.push(err0);
		errors++;
	}
	validate60.errors = vErrors;
	return errors === 0;
}
const validate_7 = validate61;
function validate61(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.path !== void 0 && func0.call(data, "path")) {
			let data0 = data.path;
			if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
				if (data0.accountId === void 0 || !func0.call(data0, "accountId")) {
					const err0 = {
						instancePath: instancePath + "/path",
						schemaPath: "#/properties/path/required",
						keyword: "required",
						params: { missingProperty: "accountId" }
					};
					if (vErrors === null) vErrors = [err0];
					else vErrors.push(err0);
					errors++;
				}
				if (data0.locationId === void 0 || !func0.call(data0, "locationId")) {
					const err1 = {
						instancePath: instancePath + "/path",
						schemaPath: "#/properties/path/required",
						keyword: "required",
						params: { missingProperty: "locationId" }
					};
					if (vErrors === null) vErrors = [err1];
					else vErrors.push(err1);
					errors++;
				}
				if (data0.appointmentId === void 0 || !func0.call(data0, "appointmentId")) {
					const err2 = {
						instancePath: instancePath + "/path",
						schemaPath: "#/properties/path/required",
						keyword: "required",
						params: { missingProperty: "appointmentId" }
					};
					if (vErrors === null) vErrors = [err2];
					else vErrors.push(err2);
					errors++;
				}
				for (const key0 of Object.keys(data0)) if (!(key0 === "accountId" || key0 === "locationId" || key0 === "appointmentId")) {
					const err3 = {
						instancePath: instancePath + "/path",
						schemaPath: "#/properties/path/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key0 }
					};
					if (vErrors === null) vErrors = [err3];
					else vErrors.push(err3);
					errors++;
				}
				if (data0.accountId !== void 0 && func0.call(data0, "accountId")) {
					const _before0 = errors;
					if (!validate58(data0.accountId, {
						instancePath: instancePath + "/path/accountId",
						parentData: data0,
						parentDataProperty: "accountId",
						rootData,
						dynamicAnchors
					})) {
						vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
						errors = vErrors.length;
					}
					if (errors > _before0) func64(vErrors, _before0, "#/properties/path/properties/accountId");
				}
				if (data0.locationId !== void 0 && func0.call(data0, "locationId")) {
					const _before1 = errors;
					if (!validate59(data0.locationId, {
						instancePath: instancePath + "/path/locationId",
						parentData: data0,
						parentDataProperty: "locationId",
						rootData,
						dynamicAnchors
					})) {
						vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
						errors = vErrors.length;
					}
					if (errors > _before1) func64(vErrors, _before1, "#/properties/path/properties/locationId");
				}
				if (data0.appointmentId !== void 0 && func0.call(data0, "appointmentId")) {
					const _before2 = errors;
					if (!validate60(data0.appointmentId, {
						instancePath: instancePath + "/path/appointmentId",
						parentData: data0,
						parentDataProperty: "appointmentId",
						rootData,
						dynamicAnchors
					})) {
						vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
						errors = vErrors.length;
					}
					if (errors > _before2) func64(vErrors, _before2, "#/properties/path/properties/appointmentId");
				}
			} else {
				const err4 = {
					instancePath: instancePath + "/path",
					schemaPath: "#/properties/path/type",
					keyword: "type",
					params: { type: "object" }
				};
				if (vErrors === null) vErrors = [err4];
				else vErrors.push(err4);
				errors++;
			}
		}
	} else {
		const err5 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" }
		};
		if (vErrors === null) vErrors = [err5];
		else vErrors.push(err5);
		errors++;
	}
	validate61.errors = vErrors;
	return errors === 0;
}
function validate65(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data !== "string") {
		const err0 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" }
		};
		if (vErrors === null) vErrors = [err0];
		else vErrors.push(err0);
		errors++;
	}
	validate65.errors = vErrors;
	return errors === 0;
}
const validate_9 = validate66;
function validate66(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data["WWW-Authenticate"] === void 0 || !func0.call(data, "WWW-Authenticate")) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "WWW-Authenticate" }
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data["WWW-Authenticate"] !== void 0 && func0.call(data, "WWW-Authenticate")) {
			const _before0 = errors;
			if (!validate65(data["WWW-Authenticate"], {
				instancePath: instancePath + "/WWW-Authenticate",
				parentData: data,
				parentDataProperty: "WWW-Authenticate",
				rootData,
				dynamicAnchors
			})) {
				vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors);
				errors = vErrors.length;
			}
			if (errors > _before0) func64(vErrors, _before0, "#/properties/WWW-Authenticate");
		}
	} else {
		const err1 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" }
		};
		if (vErrors === null) vErrors = [err1];
		else vErrors.push(err1);
		errors++;
	}
	validate66.errors = vErrors;
	return errors === 0;
}
function checkAppointmentStatus(value) {
	return mismatchesOf(validate_0, value);
}
function checkUpdateAppointmentRequest(value) {
	return mismatchesOf(validate_1, value);
}
function checkAppointment(value) {
	return mismatchesOf(validate_2, value);
}
function checkLobbieError(value) {
	return mismatchesOf(validate_3, value);
}
function checkUpdateAppointmentResponse(value) {
	return mismatchesOf(validate_2, value);
}
function checkUpdateAppointmentParameters(value) {
	return mismatchesOf(validate_7, value);
}
function checkUpdateAppointment401Headers(value) {
	return mismatchesOf(validate_9, value);
}
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