import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { oc } from '@orpc/contract'
import * as z from 'zod'
import { ERROR_CODES, ERRORS, type ErrorCode } from '../../shared/errors.ts'
import type { JsonObject } from '../../shared/json.ts'
import { serviceContract } from '../../shared/wire/contract.ts'
import { bookingContract } from '../../shared/wire/booking.ts'
import { publicAlertsContract } from '../../shared/wire/public-alerts.ts'
import { publicHallsContract } from '../../shared/wire/public-halls.ts'
import { portalNoticesContract, publicNoticesContract } from '../../shared/wire/public-notices.ts'
import { portalContract, publicContract } from '../../shared/wire/public.ts'
import { WIRE_VERSION } from '../../shared/wire/version.ts'
import { JSON_SCHEMA, withJsonNamed, withLimits } from './openapi-limits.ts'
import { ERRORS_EVERYWHERE, ERRORS_OF_DESKS, OPERATION_NOTES } from './openapi-notes.ts'
import { FEED_PATHS } from './openapi-feeds.ts'
import { schemaOf, STREAM_PATHS } from './openapi-streams.ts'

/** All that is said over HTTP, under the addresses it is served at. */
const EVERYTHING = {
  desk: oc.prefix('/v1').router(serviceContract),
  public: oc.prefix('/public/v1').router(publicContract),
  booking: oc.prefix('/public/v1').router(bookingContract),
  halls: oc.prefix('/public/v1').router(publicHallsContract),
  alerts: oc.prefix('/public/v1').router(publicAlertsContract),
  publicNotices: oc.prefix('/public/v1').router(publicNoticesContract),
  portalNotices: oc.prefix('/portal/v1').router(portalNoticesContract),
  portal: oc.prefix('/portal/v1').router(portalContract),
}

const Refusal = z.object({
  code: z.enum(ERROR_CODES as readonly [string, ...string[]]),
  facts: z.record(z.string().max(60), z.union([z.string().max(400), z.number()])),
  message: z.object({ de: z.string().max(1_000), en: z.string().max(1_000) }),
})

/** An OpenAPI 3.1 document; only what is looked into here is named. */
export interface OpenApiDocument {
  readonly openapi: string
  readonly paths: Readonly<Record<string, JsonObject>>
  readonly components: { readonly schemas?: Readonly<Record<string, JsonObject>> }
}

/** The service's interface as OpenAPI 3.1, generated from the contracts it is served by. */
export async function openApiDocument(url: string): Promise<OpenApiDocument> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  const generated = await generator.generate(EVERYTHING, {
    info: {
      title: 'Rathaus Desk',
      version: String(WIRE_VERSION),
      description: 'Desks below /v1 (signed in), portals below /public/v1, a citizen’s mailbox below /portal/v1. Every refusal is JSON with a code, its facts and a sentence in German and English.',
    },
    servers: [{ url }],
    components: { securitySchemes: { signIn: { type: 'openIdConnect', openIdConnectUrl: `${url}/oidc/.well-known/openid-configuration` } } },
  })
  const document = withJsonNamed(generated as unknown as JsonObject) as unknown as OpenApiDocument
  const paths = Object.entries({ ...document.paths, ...STREAM_PATHS, ...FEED_PATHS })
  return {
    ...document,
    paths: Object.fromEntries(paths.map(([path, item]) => [path, withNotes(path, item)])),
    components: { ...document.components, schemas: { ...document.components.schemas, Json: JSON_SCHEMA, Refusal: schemaOf(Refusal) } },
  }
}

/** What is the same everywhere: sign-in below `/v1`, how a refusal looks, which there are, limits and examples. */
function withNotes(path: string, item: JsonObject): JsonObject {
  const security = path.startsWith('/v1/') ? { security: [{ signIn: [] }] } : {}
  return Object.fromEntries(Object.entries(item).map(([method, operation]) => {
    const known = operation as JsonObject
    const notes = OPERATION_NOTES[`${method} ${path}`] ?? { errors: [] }
    const request = known['requestBody'] && { requestBody: withExample(withLimits(known['requestBody']) as JsonObject, notes.request) }
    const parameters = known['parameters'] && { parameters: withLimits(known['parameters']) }
    const responses = { ...repliesOf(known['responses'] as JsonObject, notes.reply), ...refusalsOf(path, notes.errors) }
    return [method, { ...known, ...security, ...parameters, ...request, responses }]
  }))
}

const repliesOf = (responses: JsonObject, example: JsonObject | undefined): JsonObject =>
  Object.fromEntries(Object.entries(responses).map(([status, reply]) => [status, withExample(reply as JsonObject, example)]))

/** An example beside the JSON schema of a body. */
function withExample(body: JsonObject, example: JsonObject | undefined): JsonObject {
  const content = body['content'] as Readonly<Record<string, JsonObject>> | undefined
  const json = content?.['application/json']
  return example && json ? { ...body, content: { ...content, 'application/json': { ...json, example } } } : body
}

/** One response for each status, naming the codes that come with it. */
function refusalsOf(path: string, errors: readonly ErrorCode[]): JsonObject {
  const codes = [...errors, ...(path.startsWith('/v1/') ? ERRORS_OF_DESKS : []), ...ERRORS_EVERYWHERE]
  const byStatus = Map.groupBy(codes, code => String(ERRORS[code].status))
  return Object.fromEntries([...byStatus].map(([status, named]) => [status, { description: named.join(', '), content: REFUSED }]))
}

const REFUSED = { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } }
