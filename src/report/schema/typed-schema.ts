/** A JSON Schema of an object that allows no undeclared properties. */
export interface ObjectSchema<Required, Optional> {
  readonly type: 'object'
  readonly required: readonly (keyof Required)[]
  readonly properties: Required & Optional
  readonly additionalProperties: false
}

/** Makes the JSON Schema of an object with required and optional properties. */
export function object<Required extends object, Optional = unknown>(
  required: Required,
  optional?: Optional,
): ObjectSchema<Required, Optional> {
  return {
    type: 'object',
    required: Object.keys(required) as (keyof Required)[],
    properties: { ...required, ...optional } as Required & Optional,
    additionalProperties: false,
  }
}

/** Makes the JSON Schema of an array. */
export function list<Items extends object>(items: Items): { readonly type: 'array'; readonly items: Items } {
  return { type: 'array', items }
}

/** Makes the JSON Schema of an enumeration of strings. */
export function oneOf<const Value extends string>(...values: readonly Value[]): { readonly enum: readonly Value[] } {
  return { enum: values }
}

/** Adds a description to a JSON Schema. */
export function described<Schema extends object>(
  description: string,
  schema: Schema,
): Schema & { readonly description: string } {
  return { description, ...schema }
}

/** Converts a schema of this file to the TypeScript type of the values that the schema allows. */
export type TypeOf<Schema> = Schema extends { readonly const: infer Value }
  ? Value
  : Schema extends { readonly enum: readonly (infer Value)[] }
    ? Value
    : Schema extends { readonly oneOf: readonly (infer Choice)[] }
      ? TypeOf<Choice>
      : Schema extends { readonly prefixItems: readonly [infer First, infer Second] }
        ? readonly [TypeOf<First>, TypeOf<Second>]
        : Schema extends { readonly items: infer Items }
          ? readonly TypeOf<Items>[]
          : Schema extends { readonly properties: infer Properties; readonly required: readonly (infer Name)[] }
            ? Typed<Properties, Name>
            : Schema extends { readonly type: infer Type }
              ? TypeNamed<Type>
              : never

type Typed<Properties, Required> = {
  readonly [Name in keyof Properties as Name extends Required ? Name : never]: TypeOf<Properties[Name]>
} & {
  readonly [Name in keyof Properties as Name extends Required ? never : Name]?: TypeOf<Properties[Name]>
}

type TypeNamed<Type> = Type extends 'string'
  ? string
  : Type extends 'integer' | 'number'
    ? number
    : Type extends readonly ['integer', 'null']
      ? number | null
      : never
