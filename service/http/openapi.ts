import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { oc } from '@orpc/contract'
import * as z from 'zod'
import { ERROR_CODES } from '../../shared/errors.ts'
import type { JsonObject } from '../../shared/json.ts'
import { serviceContract } from '../../shared/wire/contract.ts'
import { portalContract, publicContract } from '../../shared/wire/public.ts'
import { WIRE_VERSION } from '../../shared/wire/version.ts'
import { schemaOf, STREAM_PATHS } from './openapi-streams.ts'

/** All that is said over HTTP, under the addresses it is served at. */
const EVERYTHING = {
  desk: oc.prefix('/v1').router(serviceContract),
  public: oc.prefix('/public/v1').router(publicContract),
  portal: oc.prefix('/portal/v1').router(portalContract),
}

const Refusal = z.object({
  code: z.enum(ERROR_CODES as readonly [string, ...string[]]),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  message: z.object({ de: z.string(), en: z.string() }),
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
  const document = generated as unknown as OpenApiDocument
  const paths = Object.entries({ ...document.paths, ...STREAM_PATHS })
  return {
    ...document,
    paths: Object.fromEntries(paths.map(([path, item]) => [path, withRefusals(path, item)])),
    components: { ...document.components, schemas: { ...document.components.schemas, Refusal: schemaOf(Refusal) } },
  }
}

const REFUSED = { description: 'Refused', content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } } }

/** What is the same everywhere: sign-in below `/v1`, and how a refusal looks. */
function withRefusals(path: string, item: JsonObject): JsonObject {
  const security = path.startsWith('/v1/') ? { security: [{ signIn: [] }] } : {}
  const operations = Object.entries(item).map(([method, operation]) => {
    const known = operation as JsonObject
    return [method, { ...known, ...security, responses: { ...(known['responses'] as JsonObject), '4XX': REFUSED, '5XX': REFUSED } }] as const
  })
  return Object.fromEntries(operations)
}
