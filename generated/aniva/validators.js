// Generated from specs/aniva/openapi.yaml by `npm run generate`. Do not edit.
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

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
function isUuid(value) {
	return UUID.test(value);
}

const validate_0 = validate52;
const schema19 = {
	"type": "string",
	"enum": [
		"pending",
		"confirmed",
		"blood_drawn",
		"cancelled"
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
	if (!(data === "pending" || data === "confirmed" || data === "blood_drawn" || data === "cancelled")) {
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
const schema20 = {
	"type": ["string", "null"],
	"enum": [
		"practitioner",
		"home",
		null
	]
};
function validate53(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data !== "string" && data !== null) {
		const err0 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: schema20.type }
		};
		if (vErrors === null) vErrors = [err0];
		else vErrors.push(err0);
		errors++;
	}
	if (!(data === "practitioner" || data === "home" || data === null)) {
		const err1 = {
			instancePath,
			schemaPath: "#/enum",
			keyword: "enum",
			params: { allowedValues: schema20.enum }
		};
		if (vErrors === null) vErrors = [err1];
		else vErrors.push(err1);
		errors++;
	}
	validate53.errors = vErrors;
	return errors === 0;
}
const validate_2 = validate54;
const func0 = Object.prototype.hasOwnProperty;
const formats0 = isDateTime;
const formats2 = isUuid;
function validate54(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
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
		for (const key0 of Object.keys(data)) if (!(key0 === "scheduled_at" || key0 === "location_id")) {
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
		if (data.scheduled_at !== void 0 && func0.call(data, "scheduled_at")) {
			let data0 = data.scheduled_at;
			if (typeof data0 === "string") {
				if (!formats0(data0)) {
					const err2 = {
						instancePath: instancePath + "/scheduled_at",
						schemaPath: "#/properties/scheduled_at/format",
						keyword: "format",
						params: { format: "date-time" }
					};
					if (vErrors === null) vErrors = [err2];
					else vErrors.push(err2);
					errors++;
				}
			} else {
				const err3 = {
					instancePath: instancePath + "/scheduled_at",
					schemaPath: "#/properties/scheduled_at/type",
					keyword: "type",
					params: { type: "string" }
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
		if (data.location_id !== void 0 && func0.call(data, "location_id")) {
			let data1 = data.location_id;
			if (typeof data1 === "string") {
				if (!formats2(data1)) {
					const err4 = {
						instancePath: instancePath + "/location_id",
						schemaPath: "#/properties/location_id/format",
						keyword: "format",
						params: { format: "uuid" }
					};
					if (vErrors === null) vErrors = [err4];
					else vErrors.push(err4);
					errors++;
				}
			} else {
				const err5 = {
					instancePath: instancePath + "/location_id",
					schemaPath: "#/properties/location_id/type",
					keyword: "type",
					params: { type: "string" }
				};
				if (vErrors === null) vErrors = [err5];
				else vErrors.push(err5);
				errors++;
			}
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
	validate54.errors = vErrors;
	return errors === 0;
}
const validate_3 = validate55;
const schema22 = {
	"type": "object",
	"required": [
		"id",
		"profile_id",
		"location_id",
		"scheduled_at",
		"status",
		"test_method",
		"created_at",
		"updated_at",
		"profile",
		"panels",
		"shipments"
	],
	"properties": {
		"id": {
			"type": "string",
			"format": "uuid"
		},
		"profile_id": {
			"type": "string",
			"format": "uuid"
		},
		"location_id": {
			"type": ["string", "null"],
			"format": "uuid"
		},
		"scheduled_at": {
			"type": ["string", "null"],
			"format": "date-time"
		},
		"status": { "use": 0 },
		"test_method": { "use": 1 },
		"created_at": {
			"type": "string",
			"format": "date-time"
		},
		"updated_at": {
			"type": ["string", "null"],
			"format": "date-time"
		},
		"profile": { "use": 4 },
		"panels": {
			"type": "array",
			"items": { "use": 7 }
		},
		"shipments": {
			"type": "array",
			"items": { "use": 8 }
		}
	}
};
const func78 = under;
const schema23 = {
	"type": "object",
	"required": [
		"id",
		"handle",
		"first_name",
		"last_name",
		"email",
		"phone",
		"sex",
		"date_of_birth",
		"height",
		"weight",
		"language",
		"created_at",
		"updated_at"
	],
	"properties": {
		"id": {
			"type": "string",
			"format": "uuid"
		},
		"handle": { "type": ["string", "null"] },
		"first_name": { "type": ["string", "null"] },
		"last_name": { "type": ["string", "null"] },
		"email": { "type": ["string", "null"] },
		"phone": { "type": ["string", "null"] },
		"sex": { "use": 5 },
		"date_of_birth": {
			"type": ["string", "null"],
			"format": "date"
		},
		"height": { "type": ["number", "null"] },
		"weight": { "type": ["number", "null"] },
		"language": { "use": 6 },
		"created_at": {
			"type": "string",
			"format": "date-time"
		},
		"updated_at": {
			"type": ["string", "null"],
			"format": "date-time"
		}
	}
};
const formats18 = isDate;
const schema24 = {
	"type": ["integer", "null"],
	"enum": [
		1,
		2,
		null
	]
};
function validate59(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	if (!(typeof data == "number" && !(data % 1) && !isNaN(data) && isFinite(data)) && data !== null) {
		const err0 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: schema24.type }
		};
		if (vErrors === null) vErrors = [err0];
		else vErrors.push(err0);
		errors++;
	}
	if (!(data === 1 || data === 2 || data === null)) {
		const err1 = {
			instancePath,
			schemaPath: "#/enum",
			keyword: "enum",
			params: { allowedValues: schema24.enum }
		};
		if (vErrors === null) vErrors = [err1];
		else vErrors.push(err1);
		errors++;
	}
	validate59.errors = vErrors;
	return errors === 0;
}
const schema25 = {
	"type": "string",
	"enum": [
		"en",
		"de",
		"fi"
	]
};
function validate61(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
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
	if (!(data === "en" || data === "de" || data === "fi")) {
		const err1 = {
			instancePath,
			schemaPath: "#/enum",
			keyword: "enum",
			params: { allowedValues: schema25.enum }
		};
		if (vErrors === null) vErrors = [err1];
		else vErrors.push(err1);
		errors++;
	}
	validate61.errors = vErrors;
	return errors === 0;
}
function validate58(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.id === void 0 || !func0.call(data, "id")) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "id" }
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.handle === void 0 || !func0.call(data, "handle")) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "handle" }
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.first_name === void 0 || !func0.call(data, "first_name")) {
			const err2 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "first_name" }
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (data.last_name === void 0 || !func0.call(data, "last_name")) {
			const err3 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "last_name" }
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
		if (data.email === void 0 || !func0.call(data, "email")) {
			const err4 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "email" }
			};
			if (vErrors === null) vErrors = [err4];
			else vErrors.push(err4);
			errors++;
		}
		if (data.phone === void 0 || !func0.call(data, "phone")) {
			const err5 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "phone" }
			};
			if (vErrors === null) vErrors = [err5];
			else vErrors.push(err5);
			errors++;
		}
		if (data.sex === void 0 || !func0.call(data, "sex")) {
			const err6 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "sex" }
			};
			if (vErrors === null) vErrors = [err6];
			else vErrors.push(err6);
			errors++;
		}
		if (data.date_of_birth === void 0 || !func0.call(data, "date_of_birth")) {
			const err7 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "date_of_birth" }
			};
			if (vErrors === null) vErrors = [err7];
			else vErrors.push(err7);
			errors++;
		}
		if (data.height === void 0 || !func0.call(data, "height")) {
			const err8 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "height" }
			};
			if (vErrors === null) vErrors = [err8];
			else vErrors.push(err8);
			errors++;
		}
		if (data.weight === void 0 || !func0.call(data, "weight")) {
			const err9 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "weight" }
			};
			if (vErrors === null) vErrors = [err9];
			else vErrors.push(err9);
			errors++;
		}
		if (data.language === void 0 || !func0.call(data, "language")) {
			const err10 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "language" }
			};
			if (vErrors === null) vErrors = [err10];
			else vErrors.push(err10);
			errors++;
		}
		if (data.created_at === void 0 || !func0.call(data, "created_at")) {
			const err11 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "created_at" }
			};
			if (vErrors === null) vErrors = [err11];
			else vErrors.push(err11);
			errors++;
		}
		if (data.updated_at === void 0 || !func0.call(data, "updated_at")) {
			const err12 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "updated_at" }
			};
			if (vErrors === null) vErrors = [err12];
			else vErrors.push(err12);
			errors++;
		}
		if (data.id !== void 0 && func0.call(data, "id")) {
			let data0 = data.id;
			if (typeof data0 === "string") {
				if (!formats2(data0)) {
					const err13 = {
						instancePath: instancePath + "/id",
						schemaPath: "#/properties/id/format",
						keyword: "format",
						params: { format: "uuid" }
					};
					if (vErrors === null) vErrors = [err13];
					else vErrors.push(err13);
					errors++;
				}
			} else {
				const err14 = {
					instancePath: instancePath + "/id",
					schemaPath: "#/properties/id/type",
					keyword: "type",
					params: { type: "string" }
				};
				if (vErrors === null) vErrors = [err14];
				else vErrors.push(err14);
				errors++;
			}
		}
		if (data.handle !== void 0 && func0.call(data, "handle")) {
			let data1 = data.handle;
			if (typeof data1 !== "string" && data1 !== null) {
				const err15 = {
					instancePath: instancePath + "/handle",
					schemaPath: "#/properties/handle/type",
					keyword: "type",
					params: { type: schema23.properties.handle.type }
				};
				if (vErrors === null) vErrors = [err15];
				else vErrors.push(err15);
				errors++;
			}
		}
		if (data.first_name !== void 0 && func0.call(data, "first_name")) {
			let data2 = data.first_name;
			if (typeof data2 !== "string" && data2 !== null) {
				const err16 = {
					instancePath: instancePath + "/first_name",
					schemaPath: "#/properties/first_name/type",
					keyword: "type",
					params: { type: schema23.properties.first_name.type }
				};
				if (vErrors === null) vErrors = [err16];
				else vErrors.push(err16);
				errors++;
			}
		}
		if (data.last_name !== void 0 && func0.call(data, "last_name")) {
			let data3 = data.last_name;
			if (typeof data3 !== "string" && data3 !== null) {
				const err17 = {
					instancePath: instancePath + "/last_name",
					schemaPath: "#/properties/last_name/type",
					keyword: "type",
					params: { type: schema23.properties.last_name.type }
				};
				if (vErrors === null) vErrors = [err17];
				else vErrors.push(err17);
				errors++;
			}
		}
		if (data.email !== void 0 && func0.call(data, "email")) {
			let data4 = data.email;
			if (typeof data4 !== "string" && data4 !== null) {
				const err18 = {
					instancePath: instancePath + "/email",
					schemaPath: "#/properties/email/type",
					keyword: "type",
					params: { type: schema23.properties.email.type }
				};
				if (vErrors === null) vErrors = [err18];
				else vErrors.push(err18);
				errors++;
			}
		}
		if (data.phone !== void 0 && func0.call(data, "phone")) {
			let data5 = data.phone;
			if (typeof data5 !== "string" && data5 !== null) {
				const err19 = {
					instancePath: instancePath + "/phone",
					schemaPath: "#/properties/phone/type",
					keyword: "type",
					params: { type: schema23.properties.phone.type }
				};
				if (vErrors === null) vErrors = [err19];
				else vErrors.push(err19);
				errors++;
			}
		}
		if (data.sex !== void 0 && func0.call(data, "sex")) {
			const _before0 = errors;
			if (!validate59(data.sex, {
				instancePath: instancePath + "/sex",
				parentData: data,
				parentDataProperty: "sex",
				rootData,
				dynamicAnchors
			})) {
				vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
				errors = vErrors.length;
			}
			if (errors > _before0) func78(vErrors, _before0, "#/properties/sex");
		}
		if (data.date_of_birth !== void 0 && func0.call(data, "date_of_birth")) {
			let data7 = data.date_of_birth;
			if (typeof data7 !== "string" && data7 !== null) {
				const err20 = {
					instancePath: instancePath + "/date_of_birth",
					schemaPath: "#/properties/date_of_birth/type",
					keyword: "type",
					params: { type: schema23.properties.date_of_birth.type }
				};
				if (vErrors === null) vErrors = [err20];
				else vErrors.push(err20);
				errors++;
			}
			if (typeof data7 === "string") {
				if (!formats18(data7)) {
					const err21 = {
						instancePath: instancePath + "/date_of_birth",
						schemaPath: "#/properties/date_of_birth/format",
						keyword: "format",
						params: { format: "date" }
					};
					if (vErrors === null) vErrors = [err21];
					else vErrors.push(err21);
					errors++;
				}
			}
		}
		if (data.height !== void 0 && func0.call(data, "height")) {
			let data8 = data.height;
			if (!(typeof data8 == "number" && isFinite(data8)) && data8 !== null) {
				const err22 = {
					instancePath: instancePath + "/height",
					schemaPath: "#/properties/height/type",
					keyword: "type",
					params: { type: schema23.properties.height.type }
				};
				if (vErrors === null) vErrors = [err22];
				else vErrors.push(err22);
				errors++;
			}
		}
		if (data.weight !== void 0 && func0.call(data, "weight")) {
			let data9 = data.weight;
			if (!(typeof data9 == "number" && isFinite(data9)) && data9 !== null) {
				const err23 = {
					instancePath: instancePath + "/weight",
					schemaPath: "#/properties/weight/type",
					keyword: "type",
					params: { type: schema23.properties.weight.type }
				};
				if (vErrors === null) vErrors = [err23];
				else vErrors.push(err23);
				errors++;
			}
		}
		if (data.language !== void 0 && func0.call(data, "language")) {
			const _before1 = errors;
			if (!validate61(data.language, {
				instancePath: instancePath + "/language",
				parentData: data,
				parentDataProperty: "language",
				rootData,
				dynamicAnchors
			})) {
				vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
				errors = vErrors.length;
			}
			if (errors > _before1) func78(vErrors, _before1, "#/properties/language");
		}
		if (data.created_at !== void 0 && func0.call(data, "created_at")) {
			let data11 = data.created_at;
			if (typeof data11 === "string") {
				if (!formats0(data11)) {
					const err24 = {
						instancePath: instancePath + "/created_at",
						schemaPath: "#/properties/created_at/format",
						keyword: "format",
						params: { format: "date-time" }
					};
					if (vErrors === null) vErrors = [err24];
					else vErrors.push(err24);
					errors++;
				}
			} else {
				const err25 = {
					instancePath: instancePath + "/created_at",
					schemaPath: "#/properties/created_at/type",
					keyword: "type",
					params: { type: "string" }
				};
				if (vErrors === null) vErrors = [err25];
				else vErrors.push(err25);
				errors++;
			}
		}
		if (data.updated_at !== void 0 && func0.call(data, "updated_at")) {
			let data12 = data.updated_at;
			if (typeof data12 !== "string" && data12 !== null) {
				const err26 = {
					instancePath: instancePath + "/updated_at",
					schemaPath: "#/properties/updated_at/type",
					keyword: "type",
					params: { type: schema23.properties.updated_at.type }
				};
				if (vErrors === null) vErrors = [err26];
				else vErrors.push(err26);
				errors++;
			}
			if (typeof data12 === "string") {
				if (!formats0(data12)) {
					const err27 = {
						instancePath: instancePath + "/updated_at",
						schemaPath: "#/properties/updated_at/format",
						keyword: "format",
						params: { format: "date-time" }
					};
					if (vErrors === null) vErrors = [err27];
					else vErrors.push(err27);
					errors++;
				}
			}
		}
	} else {
		const err28 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" }
		};
		if (vErrors === null) vErrors = [err28];
		else vErrors.push(err28);
		errors++;
	}
	validate58.errors = vErrors;
	return errors === 0;
}
function validate64(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.panel_id === void 0 || !func0.call(data, "panel_id")) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "panel_id" }
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.added_at === void 0 || !func0.call(data, "added_at")) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "added_at" }
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.panel_id !== void 0 && func0.call(data, "panel_id")) {
			let data0 = data.panel_id;
			if (typeof data0 === "string") {
				if (!formats2(data0)) {
					const err2 = {
						instancePath: instancePath + "/panel_id",
						schemaPath: "#/properties/panel_id/format",
						keyword: "format",
						params: { format: "uuid" }
					};
					if (vErrors === null) vErrors = [err2];
					else vErrors.push(err2);
					errors++;
				}
			} else {
				const err3 = {
					instancePath: instancePath + "/panel_id",
					schemaPath: "#/properties/panel_id/type",
					keyword: "type",
					params: { type: "string" }
				};
				if (vErrors === null) vErrors = [err3];
				else vErrors.push(err3);
				errors++;
			}
		}
		if (data.added_at !== void 0 && func0.call(data, "added_at")) {
			let data1 = data.added_at;
			if (typeof data1 === "string") {
				if (!formats0(data1)) {
					const err4 = {
						instancePath: instancePath + "/added_at",
						schemaPath: "#/properties/added_at/format",
						keyword: "format",
						params: { format: "date-time" }
					};
					if (vErrors === null) vErrors = [err4];
					else vErrors.push(err4);
					errors++;
				}
			} else {
				const err5 = {
					instancePath: instancePath + "/added_at",
					schemaPath: "#/properties/added_at/type",
					keyword: "type",
					params: { type: "string" }
				};
				if (vErrors === null) vErrors = [err5];
				else vErrors.push(err5);
				errors++;
			}
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
	validate64.errors = vErrors;
	return errors === 0;
}
function validate66(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.id === void 0 || !func0.call(data, "id")) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "id" }
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.added_at === void 0 || !func0.call(data, "added_at")) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "added_at" }
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.id !== void 0 && func0.call(data, "id")) {
			if (typeof data.id !== "string") {
				const err2 = {
					instancePath: instancePath + "/id",
					schemaPath: "#/properties/id/type",
					keyword: "type",
					params: { type: "string" }
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
		if (data.added_at !== void 0 && func0.call(data, "added_at")) {
			let data1 = data.added_at;
			if (typeof data1 === "string") {
				if (!formats0(data1)) {
					const err3 = {
						instancePath: instancePath + "/added_at",
						schemaPath: "#/properties/added_at/format",
						keyword: "format",
						params: { format: "date-time" }
					};
					if (vErrors === null) vErrors = [err3];
					else vErrors.push(err3);
					errors++;
				}
			} else {
				const err4 = {
					instancePath: instancePath + "/added_at",
					schemaPath: "#/properties/added_at/type",
					keyword: "type",
					params: { type: "string" }
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
	validate66.errors = vErrors;
	return errors === 0;
}
function validate55(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.id === void 0 || !func0.call(data, "id")) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "id" }
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.profile_id === void 0 || !func0.call(data, "profile_id")) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "profile_id" }
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.location_id === void 0 || !func0.call(data, "location_id")) {
			const err2 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "location_id" }
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		if (data.scheduled_at === void 0 || !func0.call(data, "scheduled_at")) {
			const err3 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "scheduled_at" }
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
		if (data.status === void 0 || !func0.call(data, "status")) {
			const err4 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "status" }
			};
			if (vErrors === null) vErrors = [err4];
			else vErrors.push(err4);
			errors++;
		}
		if (data.test_method === void 0 || !func0.call(data, "test_method")) {
			const err5 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "test_method" }
			};
			if (vErrors === null) vErrors = [err5];
			else vErrors.push(err5);
			errors++;
		}
		if (data.created_at === void 0 || !func0.call(data, "created_at")) {
			const err6 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "created_at" }
			};
			if (vErrors === null) vErrors = [err6];
			else vErrors.push(err6);
			errors++;
		}
		if (data.updated_at === void 0 || !func0.call(data, "updated_at")) {
			const err7 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "updated_at" }
			};
			if (vErrors === null) vErrors = [err7];
			else vErrors.push(err7);
			errors++;
		}
		if (data.profile === void 0 || !func0.call(data, "profile")) {
			const err8 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "profile" }
			};
			if (vErrors === null) vErrors = [err8];
			else vErrors.push(err8);
			errors++;
		}
		if (data.panels === void 0 || !func0.call(data, "panels")) {
			const err9 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "panels" }
			};
			if (vErrors === null) vErrors = [err9];
			else vErrors.push(err9);
			errors++;
		}
		if (data.shipments === void 0 || !func0.call(data, "shipments")) {
			const err10 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "shipments" }
			};
			if (vErrors === null) vErrors = [err10];
			else vErrors.push(err10);
			errors++;
		}
		if (data.id !== void 0 && func0.call(data, "id")) {
			let data0 = data.id;
			if (typeof data0 === "string") {
				if (!formats2(data0)) {
					const err11 = {
						instancePath: instancePath + "/id",
						schemaPath: "#/properties/id/format",
						keyword: "format",
						params: { format: "uuid" }
					};
					if (vErrors === null) vErrors = [err11];
					else vErrors.push(err11);
					errors++;
				}
			} else {
				const err12 = {
					instancePath: instancePath + "/id",
					schemaPath: "#/properties/id/type",
					keyword: "type",
					params: { type: "string" }
				};
				if (vErrors === null) vErrors = [err12];
				else vErrors.push(err12);
				errors++;
			}
		}
		if (data.profile_id !== void 0 && func0.call(data, "profile_id")) {
			let data1 = data.profile_id;
			if (typeof data1 === "string") {
				if (!formats2(data1)) {
					const err13 = {
						instancePath: instancePath + "/profile_id",
						schemaPath: "#/properties/profile_id/format",
						keyword: "format",
						params: { format: "uuid" }
					};
					if (vErrors === null) vErrors = [err13];
					else vErrors.push(err13);
					errors++;
				}
			} else {
				const err14 = {
					instancePath: instancePath + "/profile_id",
					schemaPath: "#/properties/profile_id/type",
					keyword: "type",
					params: { type: "string" }
				};
				if (vErrors === null) vErrors = [err14];
				else vErrors.push(err14);
				errors++;
			}
		}
		if (data.location_id !== void 0 && func0.call(data, "location_id")) {
			let data2 = data.location_id;
			if (typeof data2 !== "string" && data2 !== null) {
				const err15 = {
					instancePath: instancePath + "/location_id",
					schemaPath: "#/properties/location_id/type",
					keyword: "type",
					params: { type: schema22.properties.location_id.type }
				};
				if (vErrors === null) vErrors = [err15];
				else vErrors.push(err15);
				errors++;
			}
			if (typeof data2 === "string") {
				if (!formats2(data2)) {
					const err16 = {
						instancePath: instancePath + "/location_id",
						schemaPath: "#/properties/location_id/format",
						keyword: "format",
						params: { format: "uuid" }
					};
					if (vErrors === null) vErrors = [err16];
					else vErrors.push(err16);
					errors++;
				}
			}
		}
		if (data.scheduled_at !== void 0 && func0.call(data, "scheduled_at")) {
			let data3 = data.scheduled_at;
			if (typeof data3 !== "string" && data3 !== null) {
				const err17 = {
					instancePath: instancePath + "/scheduled_at",
					schemaPath: "#/properties/scheduled_at/type",
					keyword: "type",
					params: { type: schema22.properties.scheduled_at.type }
				};
				if (vErrors === null) vErrors = [err17];
				else vErrors.push(err17);
				errors++;
			}
			if (typeof data3 === "string") {
				if (!formats0(data3)) {
					const err18 = {
						instancePath: instancePath + "/scheduled_at",
						schemaPath: "#/properties/scheduled_at/format",
						keyword: "format",
						params: { format: "date-time" }
					};
					if (vErrors === null) vErrors = [err18];
					else vErrors.push(err18);
					errors++;
				}
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
			if (errors > _before0) func78(vErrors, _before0, "#/properties/status");
		}
		if (data.test_method !== void 0 && func0.call(data, "test_method")) {
			const _before1 = errors;
			if (!validate53(data.test_method, {
				instancePath: instancePath + "/test_method",
				parentData: data,
				parentDataProperty: "test_method",
				rootData,
				dynamicAnchors
			})) {
				vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
				errors = vErrors.length;
			}
			if (errors > _before1) func78(vErrors, _before1, "#/properties/test_method");
		}
		if (data.created_at !== void 0 && func0.call(data, "created_at")) {
			let data6 = data.created_at;
			if (typeof data6 === "string") {
				if (!formats0(data6)) {
					const err19 = {
						instancePath: instancePath + "/created_at",
						schemaPath: "#/properties/created_at/format",
						keyword: "format",
						params: { format: "date-time" }
					};
					if (vErrors === null) vErrors = [err19];
					else vErrors.push(err19);
					errors++;
				}
			} else {
				const err20 = {
					instancePath: instancePath + "/created_at",
					schemaPath: "#/properties/created_at/type",
					keyword: "type",
					params: { type: "string" }
				};
				if (vErrors === null) vErrors = [err20];
				else vErrors.push(err20);
				errors++;
			}
		}
		if (data.updated_at !== void 0 && func0.call(data, "updated_at")) {
			let data7 = data.updated_at;
			if (typeof data7 !== "string" && data7 !== null) {
				const err21 = {
					instancePath: instancePath + "/updated_at",
					schemaPath: "#/properties/updated_at/type",
					keyword: "type",
					params: { type: schema22.properties.updated_at.type }
				};
				if (vErrors === null) vErrors = [err21];
				else vErrors.push(err21);
				errors++;
			}
			if (typeof data7 === "string") {
				if (!formats0(data7)) {
					const err22 = {
						instancePath: instancePath + "/updated_at",
						schemaPath: "#/properties/updated_at/format",
						keyword: "format",
						params: { format: "date-time" }
					};
					if (vErrors === null) vErrors = [err22];
					else vErrors.push(err22);
					errors++;
				}
			}
		}
		if (data.profile !== void 0 && func0.call(data, "profile")) {
			const _before2 = errors;
			if (!validate58(data.profile, {
				instancePath: instancePath + "/profile",
				parentData: data,
				parentDataProperty: "profile",
				rootData,
				dynamicAnchors
			})) {
				vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
				errors = vErrors.length;
			}
			if (errors > _before2) func78(vErrors, _before2, "#/properties/profile");
		}
		if (data.panels !== void 0 && func0.call(data, "panels")) {
			let data9 = data.panels;
			if (Array.isArray(data9)) {
				const len0 = data9.length;
				for (let i0 = 0; i0 < len0; i0++) {
					const _before3 = errors;
					if (!validate64(data9[i0], {
						instancePath: instancePath + "/panels/" + i0,
						parentData: data9,
						parentDataProperty: i0,
						rootData,
						dynamicAnchors
					})) {
						vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
						errors = vErrors.length;
					}
					if (errors > _before3) func78(vErrors, _before3, "#/properties/panels/items");
				}
			} else {
				const err23 = {
					instancePath: instancePath + "/panels",
					schemaPath: "#/properties/panels/type",
					keyword: "type",
					params: { type: "array" }
				};
				if (vErrors === null) vErrors = [err23];
				else vErrors.push(err23);
				errors++;
			}
		}
		if (data.shipments !== void 0 && func0.call(data, "shipments")) {
			let data11 = data.shipments;
			if (Array.isArray(data11)) {
				const len1 = data11.length;
				for (let i1 = 0; i1 < len1; i1++) {
					const _before4 = errors;
					if (!validate66(data11[i1], {
						instancePath: instancePath + "/shipments/" + i1,
						parentData: data11,
						parentDataProperty: i1,
						rootData,
						dynamicAnchors
					})) {
						vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
						errors = vErrors.length;
					}
					if (errors > _before4) func78(vErrors, _before4, "#/properties/shipments/items");
				}
			} else {
				const err24 = {
					instancePath: instancePath + "/shipments",
					schemaPath: "#/properties/shipments/type",
					keyword: "type",
					params: { type: "array" }
				};
				if (vErrors === null) vErrors = [err24];
				else vErrors.push(err24);
				errors++;
			}
		}
	} else {
		const err25 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" }
		};
		if (vErrors === null) vErrors = [err25];
		else vErrors.push(err25);
		errors++;
	}
	validate55.errors = vErrors;
	return errors === 0;
}
const validate_4 = validate58;
const validate_5 = validate59;
const validate_6 = validate61;
const validate_7 = validate64;
const validate_8 = validate66;
const validate_9 = validate68;
function validate68(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.error === void 0 || !func0.call(data, "error")) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "error" }
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.error !== void 0 && func0.call(data, "error")) {
			if (typeof data.error !== "string") {
				const err1 = {
					instancePath: instancePath + "/error",
					schemaPath: "#/properties/error/type",
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
	validate68.errors = vErrors;
	return errors === 0;
}
function validate69(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (!formats2(data)) {
			const err0 = {
				instancePath,
				schemaPath: "#/format",
				keyword: "format",
				params: { format: "uuid" }
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
	} else {
		const err1 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "string" }
		};
		if (vErrors === null) vErrors = [err1];
		else vErrors.push(err1);
		errors++;
	}
	validate69.errors = vErrors;
	return errors === 0;
}
const validate_11 = validate70;
function validate70(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.path !== void 0 && func0.call(data, "path")) {
			let data0 = data.path;
			if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
				if (data0.id === void 0 || !func0.call(data0, "id")) {
					const err0 = {
						instancePath: instancePath + "/path",
						schemaPath: "#/properties/path/required",
						keyword: "required",
						params: { missingProperty: "id" }
					};
					if (vErrors === null) vErrors = [err0];
					else vErrors.push(err0);
					errors++;
				}
				for (const key0 of Object.keys(data0)) if (!(key0 === "id")) {
					const err1 = {
						instancePath: instancePath + "/path",
						schemaPath: "#/properties/path/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key0 }
					};
					if (vErrors === null) vErrors = [err1];
					else vErrors.push(err1);
					errors++;
				}
				if (data0.id !== void 0 && func0.call(data0, "id")) {
					const _before0 = errors;
					if (!validate69(data0.id, {
						instancePath: instancePath + "/path/id",
						parentData: data0,
						parentDataProperty: "id",
						rootData,
						dynamicAnchors
					})) {
						vErrors = vErrors === null ? validate69.errors : vErrors.concat(validate69.errors);
						errors = vErrors.length;
					}
					if (errors > _before0) func78(vErrors, _before0, "#/properties/path/properties/id");
				}
			} else {
				const err2 = {
					instancePath: instancePath + "/path",
					schemaPath: "#/properties/path/type",
					keyword: "type",
					params: { type: "object" }
				};
				if (vErrors === null) vErrors = [err2];
				else vErrors.push(err2);
				errors++;
			}
		}
	} else {
		const err3 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" }
		};
		if (vErrors === null) vErrors = [err3];
		else vErrors.push(err3);
		errors++;
	}
	validate70.errors = vErrors;
	return errors === 0;
}
function checkAppointmentStatus(value) {
	return mismatchesOf(validate_0, value);
}
function checkTestMethod(value) {
	return mismatchesOf(validate_1, value);
}
function checkUpdateAppointmentRequest(value) {
	return mismatchesOf(validate_2, value);
}
function checkAppointment(value) {
	return mismatchesOf(validate_3, value);
}
function checkProfile(value) {
	return mismatchesOf(validate_4, value);
}
function checkSex(value) {
	return mismatchesOf(validate_5, value);
}
function checkLanguage(value) {
	return mismatchesOf(validate_6, value);
}
function checkPanel(value) {
	return mismatchesOf(validate_7, value);
}
function checkShipment(value) {
	return mismatchesOf(validate_8, value);
}
function checkAnivaError(value) {
	return mismatchesOf(validate_9, value);
}
function checkUpdateAppointmentResponse(value) {
	return mismatchesOf(validate_3, value);
}
function checkUpdateAppointmentParameters(value) {
	return mismatchesOf(validate_11, value);
}
function isAppointmentStatus(value) {
	return validate_0(value);
}
function assertAppointmentStatus(value) {
	assertOf("AppointmentStatus", validate_0, value);
}
function isTestMethod(value) {
	return validate_1(value);
}
function assertTestMethod(value) {
	assertOf("TestMethod", validate_1, value);
}
function isUpdateAppointmentRequest(value) {
	return validate_2(value);
}
function assertUpdateAppointmentRequest(value) {
	assertOf("UpdateAppointmentRequest", validate_2, value);
}
function isAppointment(value) {
	return validate_3(value);
}
function assertAppointment(value) {
	assertOf("Appointment", validate_3, value);
}
function isProfile(value) {
	return validate_4(value);
}
function assertProfile(value) {
	assertOf("Profile", validate_4, value);
}
function isSex(value) {
	return validate_5(value);
}
function assertSex(value) {
	assertOf("Sex", validate_5, value);
}
function isLanguage(value) {
	return validate_6(value);
}
function assertLanguage(value) {
	assertOf("Language", validate_6, value);
}
function isPanel(value) {
	return validate_7(value);
}
function assertPanel(value) {
	assertOf("Panel", validate_7, value);
}
function isShipment(value) {
	return validate_8(value);
}
function assertShipment(value) {
	assertOf("Shipment", validate_8, value);
}
function isAnivaError(value) {
	return validate_9(value);
}
function assertAnivaError(value) {
	assertOf("AnivaError", validate_9, value);
}
function isUpdateAppointmentResponse(value) {
	return validate_3(value);
}
function assertUpdateAppointmentResponse(value) {
	assertOf("UpdateAppointmentResponse", validate_3, value);
}
const appointmentStatuses = /* @__PURE__ */ Object.freeze([
	"pending",
	"confirmed",
	"blood_drawn",
	"cancelled"
]);
const testMethods = /* @__PURE__ */ Object.freeze(["practitioner", "home"]);
const sexes = /* @__PURE__ */ Object.freeze([1, 2]);
const languages = /* @__PURE__ */ Object.freeze([
	"en",
	"de",
	"fi"
]);

export { InvalidValue, appointmentStatuses, assertAnivaError, assertAppointment, assertAppointmentStatus, assertLanguage, assertPanel, assertProfile, assertSex, assertShipment, assertTestMethod, assertUpdateAppointmentRequest, assertUpdateAppointmentResponse, checkAnivaError, checkAppointment, checkAppointmentStatus, checkLanguage, checkPanel, checkProfile, checkSex, checkShipment, checkTestMethod, checkUpdateAppointmentParameters, checkUpdateAppointmentRequest, checkUpdateAppointmentResponse, isAnivaError, isAppointment, isAppointmentStatus, isLanguage, isPanel, isProfile, isSex, isShipment, isTestMethod, isUpdateAppointmentRequest, isUpdateAppointmentResponse, languages, sexes, testMethods };