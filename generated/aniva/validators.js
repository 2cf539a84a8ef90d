// Generated from specs/aniva/openapi.yaml by `npm run generate`. Do not edit.
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

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
function isUuid(value) {
	return UUID.test(value);
}

const validate_0 = validate52;
function validate52(data, { instancePath = "" } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data !== "string") {
		vErrors = withError(vErrors, instancePath, "#/type", "type", { type: "string" });
		errors++;
	}
	if (!(data === "pending" || data === "confirmed" || data === "blood_drawn" || data === "cancelled")) {
		vErrors = withError(vErrors, instancePath, "#/enum", "enum", { allowedValues: [
			"pending",
			"confirmed",
			"blood_drawn",
			"cancelled"
		] });
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
function validate53(data, { instancePath = "" } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data !== "string" && data !== null) {
		vErrors = withError(vErrors, instancePath, "#/type", "type", { type: schema20.type });
		errors++;
	}
	if (!(data === "practitioner" || data === "home" || data === null)) {
		vErrors = withError(vErrors, instancePath, "#/enum", "enum", { allowedValues: [
			"practitioner",
			"home",
			null
		] });
		errors++;
	}
	validate53.errors = vErrors;
	return errors === 0;
}
const validate_2 = validate54;
const func0 = Object.prototype.hasOwnProperty;
const formats0 = isDateTime;
const formats2 = isUuid;
function validate54(data, { instancePath = "" } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (Object.keys(data).length < 1) {
			vErrors = withError(vErrors, instancePath, "#/minProperties", "minProperties", { limit: 1 });
			errors++;
		}
		for (const key0 of Object.keys(data)) if (!(key0 === "scheduled_at" || key0 === "location_id")) {
			vErrors = withError(vErrors, instancePath, "#/additionalProperties", "additionalProperties", { additionalProperty: key0 });
			errors++;
		}
		if (data.scheduled_at !== void 0 && func0.call(data, "scheduled_at")) {
			let data0 = data.scheduled_at;
			if (typeof data0 === "string") {
				if (!formats0(data0)) {
					vErrors = withError(vErrors, instancePath + "/scheduled_at", "#/properties/scheduled_at/format", "format", { format: "date-time" });
					errors++;
				}
			} else {
				vErrors = withError(vErrors, instancePath + "/scheduled_at", "#/properties/scheduled_at/type", "type", { type: "string" });
				errors++;
			}
		}
		if (data.location_id !== void 0 && func0.call(data, "location_id")) {
			let data1 = data.location_id;
			if (typeof data1 === "string") {
				if (!formats2(data1)) {
					vErrors = withError(vErrors, instancePath + "/location_id", "#/properties/location_id/format", "format", { format: "uuid" });
					errors++;
				}
			} else {
				vErrors = withError(vErrors, instancePath + "/location_id", "#/properties/location_id/type", "type", { type: "string" });
				errors++;
			}
		}
	} else {
		vErrors = withError(vErrors, instancePath, "#/type", "type", { type: "object" });
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
function validate59(data, { instancePath = "" } = {}) {
	let vErrors = null;
	let errors = 0;
	if (!(typeof data == "number" && !(data % 1) && !isNaN(data) && isFinite(data)) && data !== null) {
		vErrors = withError(vErrors, instancePath, "#/type", "type", { type: schema24.type });
		errors++;
	}
	if (!(data === 1 || data === 2 || data === null)) {
		vErrors = withError(vErrors, instancePath, "#/enum", "enum", { allowedValues: [
			1,
			2,
			null
		] });
		errors++;
	}
	validate59.errors = vErrors;
	return errors === 0;
}
function validate61(data, { instancePath = "" } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data !== "string") {
		vErrors = withError(vErrors, instancePath, "#/type", "type", { type: "string" });
		errors++;
	}
	if (!(data === "en" || data === "de" || data === "fi")) {
		vErrors = withError(vErrors, instancePath, "#/enum", "enum", { allowedValues: [
			"en",
			"de",
			"fi"
		] });
		errors++;
	}
	validate61.errors = vErrors;
	return errors === 0;
}
function validate58(data, { instancePath = "" } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.id === void 0 || !func0.call(data, "id")) {
			vErrors = withError(vErrors, instancePath, "#/required", "required", { missingProperty: "id" });
			errors++;
		}
		if (data.handle === void 0 || !func0.call(data, "handle")) {
			vErrors = withError(vErrors, instancePath, "#/required", "required", { missingProperty: "handle" });
			errors++;
		}
		if (data.first_name === void 0 || !func0.call(data, "first_name")) {
			vErrors = withError(vErrors, instancePath, "#/required", "required", { missingProperty: "first_name" });
			errors++;
		}
		if (data.last_name === void 0 || !func0.call(data, "last_name")) {
			vErrors = withError(vErrors, instancePath, "#/required", "required", { missingProperty: "last_name" });
			errors++;
		}
		if (data.email === void 0 || !func0.call(data, "email")) {
			vErrors = withError(vErrors, instancePath, "#/required", "required", { missingProperty: "email" });
			errors++;
		}
		if (data.phone === void 0 || !func0.call(data, "phone")) {
			vErrors = withError(vErrors, instancePath, "#/required", "required", { missingProperty: "phone" });
			errors++;
		}
		if (data.sex === void 0 || !func0.call(data, "sex")) {
			vErrors = withError(vErrors, instancePath, "#/required", "required", { missingProperty: "sex" });
			errors++;
		}
		if (data.date_of_birth === void 0 || !func0.call(data, "date_of_birth")) {
			vErrors = withError(vErrors, instancePath, "#/required", "required", { missingProperty: "date_of_birth" });
			errors++;
		}
		if (data.height === void 0 || !func0.call(data, "height")) {
			vErrors = withError(vErrors, instancePath, "#/required", "required", { missingProperty: "height" });
			errors++;
		}
		if (data.weight === void 0 || !func0.call(data, "weight")) {
			vErrors = withError(vErrors, instancePath, "#/required", "required", { missingProperty: "weight" });
			errors++;
		}
		if (data.language === void 0 || !func0.call(data, "language")) {
			vErrors = withError(vErrors, instancePath, "#/required", "required", { missingProperty: "language" });
			errors++;
		}
		if (data.created_at === void 0 || !func0.call(data, "created_at")) {
			vErrors = withError(vErrors, instancePath, "#/required", "required", { missingProperty: "created_at" });
			errors++;
		}
		if (data.updated_at === void 0 || !func0.call(data, "updated_at")) {
			vErrors = withError(vErrors, instancePath, "#/required", "required", { missingProperty: "updated_at" });
			errors++;
		}
		if (data.id !== void 0 && func0.call(data, "id")) {
			let data0 = data.id;
			if (typeof data0 === "string") {
				if (!formats2(data0)) {
					vErrors = withError(vErrors, instancePath + "/id", "#/properties/id/format", "format", { format: "uuid" });
					errors++;
				}
			} else {
				vErrors = withError(vErrors, instancePath + "/id", "#/properties/id/type", "type", { type: "string" });
				errors++;
			}
		}
		if (data.handle !== void 0 && func0.call(data, "handle")) {
			let data1 = data.handle;
			if (typeof data1 !== "string" && data1 !== null) {
				vErrors = withError(vErrors, instancePath + "/handle", "#/properties/handle/type", "type", { type: schema23.properties.handle.type });
				errors++;
			}
		}
		if (data.first_name !== void 0 && func0.call(data, "first_name")) {
			let data2 = data.first_name;
			if (typeof data2 !== "string" && data2 !== null) {
				vErrors = withError(vErrors, instancePath + "/first_name", "#/properties/first_name/type", "type", { type: schema23.properties.first_name.type });
				errors++;
			}
		}
		if (data.last_name !== void 0 && func0.call(data, "last_name")) {
			let data3 = data.last_name;
			if (typeof data3 !== "string" && data3 !== null) {
				vErrors = withError(vErrors, instancePath + "/last_name", "#/properties/last_name/type", "type", { type: schema23.properties.last_name.type });
				errors++;
			}
		}
		if (data.email !== void 0 && func0.call(data, "email")) {
			let data4 = data.email;
			if (typeof data4 !== "string" && data4 !== null) {
				vErrors = withError(vErrors, instancePath + "/email", "#/properties/email/type", "type", { type: schema23.properties.email.type });
				errors++;
			}
		}
		if (data.phone !== void 0 && func0.call(data, "phone")) {
			let data5 = data.phone;
			if (typeof data5 !== "string" && data5 !== null) {
				vErrors = withError(vErrors, instancePath + "/phone", "#/properties/phone/type", "type", { type: schema23.properties.phone.type });
				errors++;
			}
		}
		if (data.sex !== void 0 && func0.call(data, "sex")) {
			const _before0 = errors;
			if (!validate59(data.sex, { instancePath: instancePath + "/sex" })) {
				vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
				errors = vErrors.length;
			}
			if (errors > _before0) func78(vErrors, _before0, "#/properties/sex");
		}
		if (data.date_of_birth !== void 0 && func0.call(data, "date_of_birth")) {
			let data7 = data.date_of_birth;
			if (typeof data7 !== "string" && data7 !== null) {
				vErrors = withError(vErrors, instancePath + "/date_of_birth", "#/properties/date_of_birth/type", "type", { type: schema23.properties.date_of_birth.type });
				errors++;
			}
			if (typeof data7 === "string") {
				if (!formats18(data7)) {
					vErrors = withError(vErrors, instancePath + "/date_of_birth", "#/properties/date_of_birth/format", "format", { format: "date" });
					errors++;
				}
			}
		}
		if (data.height !== void 0 && func0.call(data, "height")) {
			let data8 = data.height;
			if (!(typeof data8 == "number" && isFinite(data8)) && data8 !== null) {
				vErrors = withError(vErrors, instancePath + "/height", "#/properties/height/type", "type", { type: schema23.properties.height.type });
				errors++;
			}
		}
		if (data.weight !== void 0 && func0.call(data, "weight")) {
			let data9 = data.weight;
			if (!(typeof data9 == "number" && isFinite(data9)) && data9 !== null) {
				vErrors = withError(vErrors, instancePath + "/weight", "#/properties/weight/type", "type", { type: schema23.properties.weight.type });
				errors++;
			}
		}
		if (data.language !== void 0 && func0.call(data, "language")) {
			const _before1 = errors;
			if (!validate61(data.language, { instancePath: instancePath + "/language" })) {
				vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
				errors = vErrors.length;
			}
			if (errors > _before1) func78(vErrors, _before1, "#/properties/language");
		}
		if (data.created_at !== void 0 && func0.call(data, "created_at")) {
			let data11 = data.created_at;
			if (typeof data11 === "string") {
				if (!formats0(data11)) {
					vErrors = withError(vErrors, instancePath + "/created_at", "#/properties/created_at/format", "format", { format: "date-time" });
					errors++;
				}
			} else {
				vErrors = withError(vErrors, instancePath + "/created_at", "#/properties/created_at/type", "type", { type: "string" });
				errors++;
			}
		}
		if (data.updated_at !== void 0 && func0.call(data, "updated_at")) {
			let data12 = data.updated_at;
			if (typeof data12 !== "string" && data12 !== null) {
				vErrors = withError(vErrors, instancePath + "/updated_at", "#/properties/updated_at/type", "type", { type: schema23.properties.updated_at.type });
				errors++;
			}
			if (typeof data12 === "string") {
				if (!formats0(data12)) {
					vErrors = withError(vErrors, instancePath + "/updated_at", "#/properties/updated_at/format", "format", { format: "date-time" });
					errors++;
				}
			}
		}
	} else {
		vErrors = withError(vErrors, instancePath, "#/type", "type", { type: "object" });
		errors++;
	}
	validate58.errors = vErrors;
	return errors === 0;
}
function validate64(data, { instancePath = "" } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.panel_id === void 0 || !func0.call(data, "panel_id")) {
			vErrors = withError(vErrors, instancePath, "#/required", "required", { missingProperty: "panel_id" });
			errors++;
		}
		if (data.added_at === void 0 || !func0.call(data, "added_at")) {
			vErrors = withError(vErrors, instancePath, "#/required", "required", { missingProperty: "added_at" });
			errors++;
		}
		if (data.panel_id !== void 0 && func0.call(data, "panel_id")) {
			let data0 = data.panel_id;
			if (typeof data0 === "string") {
				if (!formats2(data0)) {
					vErrors = withError(vErrors, instancePath + "/panel_id", "#/properties/panel_id/format", "format", { format: "uuid" });
					errors++;
				}
			} else {
				vErrors = withError(vErrors, instancePath + "/panel_id", "#/properties/panel_id/type", "type", { type: "string" });
				errors++;
			}
		}
		if (data.added_at !== void 0 && func0.call(data, "added_at")) {
			let data1 = data.added_at;
			if (typeof data1 === "string") {
				if (!formats0(data1)) {
					vErrors = withError(vErrors, instancePath + "/added_at", "#/properties/added_at/format", "format", { format: "date-time" });
					errors++;
				}
			} else {
				vErrors = withError(vErrors, instancePath + "/added_at", "#/properties/added_at/type", "type", { type: "string" });
				errors++;
			}
		}
	} else {
		vErrors = withError(vErrors, instancePath, "#/type", "type", { type: "object" });
		errors++;
	}
	validate64.errors = vErrors;
	return errors === 0;
}
function validate66(data, { instancePath = "" } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.id === void 0 || !func0.call(data, "id")) {
			vErrors = withError(vErrors, instancePath, "#/required", "required", { missingProperty: "id" });
			errors++;
		}
		if (data.added_at === void 0 || !func0.call(data, "added_at")) {
			vErrors = withError(vErrors, instancePath, "#/required", "required", { missingProperty: "added_at" });
			errors++;
		}
		if (data.id !== void 0 && func0.call(data, "id")) {
			if (typeof data.id !== "string") {
				vErrors = withError(vErrors, instancePath + "/id", "#/properties/id/type", "type", { type: "string" });
				errors++;
			}
		}
		if (data.added_at !== void 0 && func0.call(data, "added_at")) {
			let data1 = data.added_at;
			if (typeof data1 === "string") {
				if (!formats0(data1)) {
					vErrors = withError(vErrors, instancePath + "/added_at", "#/properties/added_at/format", "format", { format: "date-time" });
					errors++;
				}
			} else {
				vErrors = withError(vErrors, instancePath + "/added_at", "#/properties/added_at/type", "type", { type: "string" });
				errors++;
			}
		}
	} else {
		vErrors = withError(vErrors, instancePath, "#/type", "type", { type: "object" });
		errors++;
	}
	validate66.errors = vErrors;
	return errors === 0;
}
function validate55(data, { instancePath = "" } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.id === void 0 || !func0.call(data, "id")) {
			vErrors = withError(vErrors, instancePath, "#/required", "required", { missingProperty: "id" });
			errors++;
		}
		if (data.profile_id === void 0 || !func0.call(data, "profile_id")) {
			vErrors = withError(vErrors, instancePath, "#/required", "required", { missingProperty: "profile_id" });
			errors++;
		}
		if (data.location_id === void 0 || !func0.call(data, "location_id")) {
			vErrors = withError(vErrors, instancePath, "#/required", "required", { missingProperty: "location_id" });
			errors++;
		}
		if (data.scheduled_at === void 0 || !func0.call(data, "scheduled_at")) {
			vErrors = withError(vErrors, instancePath, "#/required", "required", { missingProperty: "scheduled_at" });
			errors++;
		}
		if (data.status === void 0 || !func0.call(data, "status")) {
			vErrors = withError(vErrors, instancePath, "#/required", "required", { missingProperty: "status" });
			errors++;
		}
		if (data.test_method === void 0 || !func0.call(data, "test_method")) {
			vErrors = withError(vErrors, instancePath, "#/required", "required", { missingProperty: "test_method" });
			errors++;
		}
		if (data.created_at === void 0 || !func0.call(data, "created_at")) {
			vErrors = withError(vErrors, instancePath, "#/required", "required", { missingProperty: "created_at" });
			errors++;
		}
		if (data.updated_at === void 0 || !func0.call(data, "updated_at")) {
			vErrors = withError(vErrors, instancePath, "#/required", "required", { missingProperty: "updated_at" });
			errors++;
		}
		if (data.profile === void 0 || !func0.call(data, "profile")) {
			vErrors = withError(vErrors, instancePath, "#/required", "required", { missingProperty: "profile" });
			errors++;
		}
		if (data.panels === void 0 || !func0.call(data, "panels")) {
			vErrors = withError(vErrors, instancePath, "#/required", "required", { missingProperty: "panels" });
			errors++;
		}
		if (data.shipments === void 0 || !func0.call(data, "shipments")) {
			vErrors = withError(vErrors, instancePath, "#/required", "required", { missingProperty: "shipments" });
			errors++;
		}
		if (data.id !== void 0 && func0.call(data, "id")) {
			let data0 = data.id;
			if (typeof data0 === "string") {
				if (!formats2(data0)) {
					vErrors = withError(vErrors, instancePath + "/id", "#/properties/id/format", "format", { format: "uuid" });
					errors++;
				}
			} else {
				vErrors = withError(vErrors, instancePath + "/id", "#/properties/id/type", "type", { type: "string" });
				errors++;
			}
		}
		if (data.profile_id !== void 0 && func0.call(data, "profile_id")) {
			let data1 = data.profile_id;
			if (typeof data1 === "string") {
				if (!formats2(data1)) {
					vErrors = withError(vErrors, instancePath + "/profile_id", "#/properties/profile_id/format", "format", { format: "uuid" });
					errors++;
				}
			} else {
				vErrors = withError(vErrors, instancePath + "/profile_id", "#/properties/profile_id/type", "type", { type: "string" });
				errors++;
			}
		}
		if (data.location_id !== void 0 && func0.call(data, "location_id")) {
			let data2 = data.location_id;
			if (typeof data2 !== "string" && data2 !== null) {
				vErrors = withError(vErrors, instancePath + "/location_id", "#/properties/location_id/type", "type", { type: schema22.properties.location_id.type });
				errors++;
			}
			if (typeof data2 === "string") {
				if (!formats2(data2)) {
					vErrors = withError(vErrors, instancePath + "/location_id", "#/properties/location_id/format", "format", { format: "uuid" });
					errors++;
				}
			}
		}
		if (data.scheduled_at !== void 0 && func0.call(data, "scheduled_at")) {
			let data3 = data.scheduled_at;
			if (typeof data3 !== "string" && data3 !== null) {
				vErrors = withError(vErrors, instancePath + "/scheduled_at", "#/properties/scheduled_at/type", "type", { type: schema22.properties.scheduled_at.type });
				errors++;
			}
			if (typeof data3 === "string") {
				if (!formats0(data3)) {
					vErrors = withError(vErrors, instancePath + "/scheduled_at", "#/properties/scheduled_at/format", "format", { format: "date-time" });
					errors++;
				}
			}
		}
		if (data.status !== void 0 && func0.call(data, "status")) {
			const _before0 = errors;
			if (!validate52(data.status, { instancePath: instancePath + "/status" })) {
				vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors);
				errors = vErrors.length;
			}
			if (errors > _before0) func78(vErrors, _before0, "#/properties/status");
		}
		if (data.test_method !== void 0 && func0.call(data, "test_method")) {
			const _before1 = errors;
			if (!validate53(data.test_method, { instancePath: instancePath + "/test_method" })) {
				vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
				errors = vErrors.length;
			}
			if (errors > _before1) func78(vErrors, _before1, "#/properties/test_method");
		}
		if (data.created_at !== void 0 && func0.call(data, "created_at")) {
			let data6 = data.created_at;
			if (typeof data6 === "string") {
				if (!formats0(data6)) {
					vErrors = withError(vErrors, instancePath + "/created_at", "#/properties/created_at/format", "format", { format: "date-time" });
					errors++;
				}
			} else {
				vErrors = withError(vErrors, instancePath + "/created_at", "#/properties/created_at/type", "type", { type: "string" });
				errors++;
			}
		}
		if (data.updated_at !== void 0 && func0.call(data, "updated_at")) {
			let data7 = data.updated_at;
			if (typeof data7 !== "string" && data7 !== null) {
				vErrors = withError(vErrors, instancePath + "/updated_at", "#/properties/updated_at/type", "type", { type: schema22.properties.updated_at.type });
				errors++;
			}
			if (typeof data7 === "string") {
				if (!formats0(data7)) {
					vErrors = withError(vErrors, instancePath + "/updated_at", "#/properties/updated_at/format", "format", { format: "date-time" });
					errors++;
				}
			}
		}
		if (data.profile !== void 0 && func0.call(data, "profile")) {
			const _before2 = errors;
			if (!validate58(data.profile, { instancePath: instancePath + "/profile" })) {
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
					if (!validate64(data9[i0], { instancePath: instancePath + "/panels/" + i0 })) {
						vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
						errors = vErrors.length;
					}
					if (errors > _before3) func78(vErrors, _before3, "#/properties/panels/items");
				}
			} else {
				vErrors = withError(vErrors, instancePath + "/panels", "#/properties/panels/type", "type", { type: "array" });
				errors++;
			}
		}
		if (data.shipments !== void 0 && func0.call(data, "shipments")) {
			let data11 = data.shipments;
			if (Array.isArray(data11)) {
				const len1 = data11.length;
				for (let i1 = 0; i1 < len1; i1++) {
					const _before4 = errors;
					if (!validate66(data11[i1], { instancePath: instancePath + "/shipments/" + i1 })) {
						vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
						errors = vErrors.length;
					}
					if (errors > _before4) func78(vErrors, _before4, "#/properties/shipments/items");
				}
			} else {
				vErrors = withError(vErrors, instancePath + "/shipments", "#/properties/shipments/type", "type", { type: "array" });
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
const validate_4 = validate58;
const validate_5 = validate59;
const validate_6 = validate61;
const validate_7 = validate64;
const validate_8 = validate66;
const validate_9 = validate68;
function validate68(data, { instancePath = "" } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.error === void 0 || !func0.call(data, "error")) {
			vErrors = withError(vErrors, instancePath, "#/required", "required", { missingProperty: "error" });
			errors++;
		}
		if (data.error !== void 0 && func0.call(data, "error")) {
			if (typeof data.error !== "string") {
				vErrors = withError(vErrors, instancePath + "/error", "#/properties/error/type", "type", { type: "string" });
				errors++;
			}
		}
	} else {
		vErrors = withError(vErrors, instancePath, "#/type", "type", { type: "object" });
		errors++;
	}
	validate68.errors = vErrors;
	return errors === 0;
}
function validate69(data, { instancePath = "" } = {}) {
	let vErrors = null;
	let errors = 0;
	if (typeof data === "string") {
		if (!formats2(data)) {
			vErrors = withError(vErrors, instancePath, "#/format", "format", { format: "uuid" });
			errors++;
		}
	} else {
		vErrors = withError(vErrors, instancePath, "#/type", "type", { type: "string" });
		errors++;
	}
	validate69.errors = vErrors;
	return errors === 0;
}
const validate_11 = validate70;
function validate70(data, { instancePath = "" } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.path !== void 0 && func0.call(data, "path")) {
			let data0 = data.path;
			if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
				if (data0.id === void 0 || !func0.call(data0, "id")) {
					vErrors = withError(vErrors, instancePath + "/path", "#/properties/path/required", "required", { missingProperty: "id" });
					errors++;
				}
				for (const key0 of Object.keys(data0)) if (!(key0 === "id")) {
					vErrors = withError(vErrors, instancePath + "/path", "#/properties/path/additionalProperties", "additionalProperties", { additionalProperty: key0 });
					errors++;
				}
				if (data0.id !== void 0 && func0.call(data0, "id")) {
					const _before0 = errors;
					if (!validate69(data0.id, { instancePath: instancePath + "/path/id" })) {
						vErrors = vErrors === null ? validate69.errors : vErrors.concat(validate69.errors);
						errors = vErrors.length;
					}
					if (errors > _before0) func78(vErrors, _before0, "#/properties/path/properties/id");
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
	validate70.errors = vErrors;
	return errors === 0;
}
const checkAppointmentStatus = /* @__PURE__ */ checkOf(validate_0);
const checkTestMethod = /* @__PURE__ */ checkOf(validate_1);
const checkUpdateAppointmentRequest = /* @__PURE__ */ checkOf(validate_2);
const checkAppointment = /* @__PURE__ */ checkOf(validate_3);
const checkProfile = /* @__PURE__ */ checkOf(validate_4);
const checkSex = /* @__PURE__ */ checkOf(validate_5);
const checkLanguage = /* @__PURE__ */ checkOf(validate_6);
const checkPanel = /* @__PURE__ */ checkOf(validate_7);
const checkShipment = /* @__PURE__ */ checkOf(validate_8);
const checkAnivaError = /* @__PURE__ */ checkOf(validate_9);
const checkUpdateAppointmentResponse = /* @__PURE__ */ checkOf(validate_3);
const checkUpdateAppointmentParameters = /* @__PURE__ */ checkOf(validate_11);
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