import fc from 'fast-check'

export type Schema = Readonly<Record<string, unknown>>

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Values that programs trip over. */
export const nastyValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null, true, false, 0, -0, -1, 1.5, 2 ** 53, -(2 ** 63), 1e308, 5e-324, '', ' ', '\0', '\ud800', '\udfff\ud800', '__proto__',
    'constructor', '../../etc/passwd', "' or 1=1 --", '$1', '%00', '<script>', 'NaN', 'undefined', '\u202e', '🏛️', '-0', '1e999', [], {},
    [[[[]]]], { toString: 1 }, { length: -1 }, { toJSON: 'x' }, { $ref: '#' }, 'a'.repeat(20_000),
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.jsonValue({ maxDepth: 3 }),
)

/** A value that fits a JSON Schema, except that any part of it may have gone wrong. */
export function nearly(schema: unknown, definitions: Schema, wrong: number, depth = 0): fc.Arbitrary<unknown> {
  if (!isSchema(schema) || depth > 6) return nastyValue
  const right = fitting(schema, definitions, wrong, depth)
  return fc.oneof({ arbitrary: right, weight: 100 - wrong }, { arbitrary: nastyValue, weight: wrong })
}

function fitting(schema: Schema, definitions: Schema, wrong: number, depth: number): fc.Arbitrary<unknown> {
  const inner = (part: unknown): fc.Arbitrary<unknown> => nearly(part, definitions, wrong, depth + 1)
  if (typeof schema['$ref'] === 'string') return inner(definitions[schema['$ref'].split('/').at(-1) ?? ''])
  if ('const' in schema) return fc.constant(schema['const'])
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as unknown[]))
  const choices = schema['anyOf'] ?? schema['oneOf']
  if (Array.isArray(choices)) return fc.oneof(...choices.map(inner))
  if (schema['type'] === 'object') return objectLike(schema, inner)
  if (schema['type'] === 'array') return fc.array(inner(schema['items']), { maxLength: 4 })
  return primitive(schema)
}

function objectLike(schema: Schema, inner: (part: unknown) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const properties = isSchema(schema['properties']) ? schema['properties'] : {}
  const parts = Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, inner(part)]))
  const names = Object.keys(parts)
  // Chosen with the rest, so that a seed says all of it.
  const known = fc.subarray(names, { minLength: Math.max(0, names.length - 1) }).chain(requiredKeys => fc.record(parts, { requiredKeys }))
  return fc.tuple(known, fc.dictionary(fc.string({ maxLength: 12 }), nastyValue, { maxKeys: 1 })).map(([fields, extra]) => ({ ...fields, ...extra }))
}

function primitive(schema: Schema): fc.Arbitrary<unknown> {
  if (schema['type'] === 'integer' || schema['type'] === 'number') return fc.oneof(fc.integer(), fc.nat({ max: 100 }), fc.double())
  if (schema['type'] === 'boolean') return fc.boolean()
  if (schema['type'] === 'null') return fc.constant(null)
  if (schema['type'] !== 'string') return nastyValue
  if (schema['format'] === 'uuid') return fc.uuid()
  if (typeof schema['pattern'] === 'string') return fc.stringMatching(new RegExp(schema['pattern']))
  return fc.string({ unit: 'binary', maxLength: Math.min(Number(schema['maxLength'] ?? 40), 400) })
}

/** Bodies that are no JSON, or JSON that wants to do harm. */
export const nastyText: fc.Arbitrary<string | Buffer> = fc.oneof(
  fc.constantFrom<string | Buffer>(
    '', '{', 'null', '[]', '"', '{"a":1,"a":2}', '{"__proto__":{"a":1}}', '{"constructor":{"prototype":{"a":1}}}', '{"a":NaN}', '{"a":-0}',
    '{"a":1e999}', '{"a":"\\ud800"}', '{"a":"\\u0000"}', '\ufeff{}', '[1,]', `${'['.repeat(10_000)}${']'.repeat(10_000)}`, '{"a":'.repeat(10_000),
    `{"a":"${'x'.repeat(900_000)}"}`, `[${'0,'.repeat(200_000)}0]`, `{"commands":[${'{},'.repeat(50_000)}{}]}`,
    'x'.repeat(1_200_000), Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]), Buffer.from([0xff, 0xfe, 0x7b, 0, 0x7d, 0]), Buffer.from([0xc3, 0x28]),
  ),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.uint8Array({ maxLength: 200 }).map(bytes => Buffer.from(bytes)),
)

export const nastyContentType = fc.constantFrom(
  'application/json', 'application/json; charset=utf-8', 'application/json; charset=utf-16', 'application/JSON;;', 'text/plain', 'text/html',
  'multipart/form-data; boundary=x', 'multipart/form-data', 'application/x-www-form-urlencoded', 'application/octet-stream', 'text/event-stream', '*/*', 'x', '',
)

/** Text for an address: sometimes sent as it is, with signs that do not belong there. */
export const inAddress = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined')
  return encodeURIComponent(text.slice(0, 2_000).toWellFormed())
}

export const nastyAddress = fc.constantFrom(
  '%', '%zz', '%00', '%c3%28', '%ff', '..%2f..%2f', '%2e%2e', ';', ',', '{}', '[]', '%5b', '%5c', '//', ':', '@', '*', '~', "'", '%F0%9F%8F%9B', 'a'.repeat(3_000),
)
