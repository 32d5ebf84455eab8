import type { JsonObject } from '../../shared/json.ts'

const identifier = { name: 'identifier', in: 'path', required: true, schema: { type: 'string', maxLength: 120 } }
const known = { name: 'if-none-match', in: 'header', schema: { type: 'string', maxLength: 400 } }

/** What stands below `/public/v1/alerts`, and of drills below `/public/v1/drills`: file, media type and what it is. */
const FILES = [
  ['feed.atom', 'application/atom+xml', 'as an Atom feed with a CAP file each'], ['feed.rss', 'application/rss+xml', 'as an RSS feed'], ['cap/{identifier}.xml', 'application/cap+xml', 'one by one, as a CAP 1.2 file'],
] as const

const read = (operationId: string, summary: string, mediaType: string, parameters: readonly JsonObject[]): JsonObject => ({
  get: { operationId, tags: ['info'], summary, parameters: [...parameters], responses: { '200': { description: summary, content: { [mediaType]: { schema: { type: 'string' } } } } } },
})

/** Feeds and their files stand beside the contracts: programs of others read them as their standards say. */
export const FEED_PATHS: Readonly<Record<string, JsonObject>> = Object.fromEntries(([['alerts', 'Released messages'], ['drills', 'Drills']] as const).flatMap(([of, what]) => {
  const base = `/public/v1/${of}`
  return [
    ...FILES.flatMap(([file, mediaType, how]) => {
      const parameters = file.includes('{identifier}') ? [identifier, known] : [known]
      return [
        [`${base}/${file}`, read(`${of}.${file}`, `${what} ${how}`, mediaType, parameters)] as const,
        [`${base}/${file}.jws`, read(`${of}.${file}.jws`, `${what} ${how}: the signature beside it (detached JWS, Ed25519)`, 'application/jose', parameters)] as const,
      ]
    }),
    [`${base}/keys.json`, read(`${of}.keys`, `${what}: the keys that signatures are checked with`, 'application/json', [])] as const,
  ]
}))

/** Each may be missing: a message that nobody has released, or of the other mode. */
export const FEED_NOTES = Object.fromEntries(Object.keys(FEED_PATHS).map(path => [`get ${path}`, { errors: path.includes('{identifier}') ? (['request/not-found'] as const) : [] }]))
