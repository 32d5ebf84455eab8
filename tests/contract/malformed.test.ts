import fc from 'fast-check'
import type { InjectOptions } from 'fastify'
import * as z from 'zod'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ERROR_CODES, type ErrorCode } from '../../shared/errors.ts'
import {
  inAddress, nastyAddress, nastyContentType, nastyText, nastyValue, nearly, type Schema,
} from '../support/malformed.ts'
import { TEST_SETTINGS, testService, type TestService } from '../../service/testing.ts'
import { openApiDocument } from '../../service/http/openapi.ts'

/** Per endpoint; `FUZZ_RUNS=100000` for a long run, `FC_SEED=…` to repeat one. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 60)
const SEED = Number(process.env['FC_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const HOURS = 3_600_000

interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[]
  readonly body: unknown
}

const document = await openApiDocument(TEST_SETTINGS.publicUrl ?? 'http://localhost')
const definitions = document.components.schemas ?? {}

const OPERATIONS: readonly Operation[] = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item as Record<string, { parameters?: Operation['parameters']; requestBody?: { content: Record<string, { schema: unknown }> } }>).map(
    ([method, { parameters = [], requestBody }]) => ({
      method: method.toUpperCase() as Operation['method'], path, parameters, body: requestBody?.content['application/json']?.schema,
    }),
  ),
)

let service: TestService
let authorization: { readonly authorization: string }
beforeAll(async () => {
  process.stderr.write(`malformed input: FC_SEED=${SEED} FUZZ_RUNS=${RUNS}\n`)
  service = await testService()
  authorization = await service.bearer('clerk.ordnung', { expiresIn: 24 * 3_600 })
})
afterAll(() => service.close())

function requestTo({ method, path, parameters, body }: Operation): fc.Arbitrary<InjectOptions & { readonly url: string }> {
  const values = fc.tuple(...parameters.map(({ schema }) => nearly(schema, definitions, 30)))
  const json = nearly(body ?? {}, definitions, 6).map(value => JSON.stringify(value) ?? 'undefined')
  const payload = fc.oneof({ arbitrary: json, weight: 3 }, { arbitrary: nastyText, weight: 1 })
  const stray = fc.oneof({ arbitrary: fc.constant(''), weight: 4 }, { arbitrary: nastyAddress, weight: 1 }, { arbitrary: nastyValue.map(inAddress), weight: 1 })
  const contentType = fc.oneof({ arbitrary: fc.constant(path.includes('/blobs/') ? 'application/octet-stream' : 'application/json'), weight: 5 }, { arbitrary: nastyContentType, weight: 1 })
  const encoding = fc.oneof({ arbitrary: fc.constant(undefined), weight: 9 }, { arbitrary: fc.constantFrom('gzip', 'zstd', 'br', 'x'), weight: 1 })
  return fc.tuple(values, payload, stray, contentType, encoding).map(([given, sent, extra, type, coding]) => {
    const named = parameters.map((parameter, index) => ({ ...parameter, value: given[index] }))
    const url = named.filter(part => part.in === 'path').reduce((text, { name, value }) => text.replace(`{${name}}`, inAddress(value) || '%20'), path)
    const query = named.filter(part => part.in === 'query').map(({ name, value }) => `${name}=${inAddress(value)}`)
    if (extra) query.push(extra, `${extra}[__proto__][x]=1`, `a[9999]=1`)
    const headers = named.filter(part => part.in === 'header').map(({ name, value }) => [name, headerText(value)])
    return {
      method, url: query.length > 0 ? `${url}?${query.join('&')}` : url,
      headers: { ...Object.fromEntries(headers), ...authorization, ...(method === 'GET' ? {} : { 'content-type': type, ...(coding ? { 'content-encoding': coding } : {}) }) },
      ...(method === 'GET' ? {} : { payload: sent }),
    }
  })
}

/** HTTP clients let only such signs into a header. */
const headerText = (value: unknown): string => (JSON.stringify(value) ?? '').replace(/^"|"$/g, '').replace(/[^\x20-\x7e]/g, '?').slice(0, 300)

async function answerTo(request: InjectOptions & { readonly url: string }): Promise<{ readonly status: number; readonly body: string }> {
  const isStream = request.url.startsWith('/v1/live')
  const reply = await service.app.inject({ ...request, payloadAsStream: isStream })
  if (!isStream) return { status: reply.statusCode, body: reply.body }
  reply.stream().destroy()
  return { status: reply.statusCode, body: '' }
}

const STACK = /\bat .{1,200}:\d+:\d+|node_modules|\.m?[jt]s:\d+/

/** What is wrong with an answer to nonsense, if anything is. */
function faultOf({ status, body }: { readonly status: number; readonly body: string }): string | undefined {
  if (status >= 500) return `${status}: ${body}`
  if (STACK.test(body)) return `a stack trace: ${body}`
  if (status < 400 || body === '') return undefined
  return Refusal.safeParse(JSON.parse(body)).success ? undefined : `no refusal: ${body}`
}

const Refusal = z.object({
  code: z.enum(ERROR_CODES as readonly [ErrorCode, ...ErrorCode[]]), facts: z.record(z.string(), z.union([z.string(), z.number()])),
  message: z.object({ de: z.string().min(10), en: z.string().min(10) }),
})

test.each(OPERATIONS.map(operation => [`${operation.method} ${operation.path}`, operation] as const))('%s never answers with 5xx or a stack trace', async (_, operation) => {
  await fc.assert(
    fc.asyncProperty(requestTo(operation), async request => {
      expect(faultOf(await answerTo(request))).toBeUndefined()
    }),
    { numRuns: RUNS, seed: SEED },
  )
}, HOURS)

test('methods that nobody offers and addresses that are none are refused as such', async () => {
  for (const method of ['TRACE', 'CONNECT', 'PATCH', 'DELETE', 'PROPFIND'] as const) {
    const reply = await service.app.inject({ method: method as 'DELETE', url: '/v1/session' })
    expect(reply.statusCode, method).toBeLessThan(500)
    expect(reply.statusCode, method).toBeGreaterThanOrEqual(400)
  }
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('/', '/v1/', '/docs/static/', '/portal/', '/public/v1/', '/.well-known/'), nastyAddress, async (start, end) => {
      const { status, body } = await answerTo({ method: 'GET', url: start + end })
      expect(status, body).toBeLessThan(500)
      expect(body).not.toMatch(STACK)
    }),
    { numRuns: RUNS, seed: SEED },
  )
})

test('a bug is answered with a number that stands in the log, and nothing else', async () => {
  await service.database.db.schema.alterTable('towns').renameTo('towns_away').execute()
  const reply = await service.app.inject({ url: '/v1/session?desk=0192a000-0000-7000-8000-00000000de5c', headers: authorization })
  await service.database.db.schema.alterTable('towns_away').renameTo('towns').execute()
  expect(reply.statusCode).toBe(500)
  const { code, facts } = reply.json()
  expect(code).toBe('request/unexpected')
  expect(reply.body).not.toMatch(STACK)
  expect(service.logged.filter(line => line.includes(facts.id))).toHaveLength(1)
})
