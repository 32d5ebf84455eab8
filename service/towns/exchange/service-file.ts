import { calculateJwkThumbprint, CompactSign, compactVerify, importJWK } from 'jose'
import { contentHash } from '../../../shared/canonical.ts'
import { refuse, ok, type Result } from '../../../shared/result.ts'
import { ExchangedContent, FILE_VERSION, MOST_FILE, ServiceFile } from '../../../shared/wire/service-exchange.ts'
import type { TownId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import type { Kysely } from 'kysely'
import * as z from 'zod'
import type { Schema } from '../../store/schema.ts'
import { exchangeKey } from './exchange-key.ts'
import { offered } from './offered.ts'

const SIGNED_BY = 'EdDSA'
const SHOWN_LETTERS = 16

/** Bytes of requests that carry a file as a text in JSON. */
const FILE_BODY = 3 * MOST_FILE
export const SERVICE_FILE_BODIES = { '/service-exchange/look': FILE_BODY, '/service-exchange/imports': FILE_BODY } as const

/** Enough to tell what kind of file it is, whatever else a newer program writes into it. */
const AnyVersion = z.object({ content: z.object({ format: z.literal('rathaus-services'), version: z.int() }) })

/** Everything a town offers just now, signed; refused where that is more than another town could read. */
export async function writeServiceFile(db: Kysely<Schema>, townId: TownId, townName: string, now: Instant): Promise<Result<ServiceFile>> {
  const own = await offered(db, townId)
  const written = ExchangedContent.safeParse({
    format: 'rathaus-services', version: FILE_VERSION, from: townName, exportedAt: now,
    services: [...own.services].filter(([, { active }]) => active).map(([id, service]) => ({ id, content: service.content })),
    templates: [...own.templates].filter(([, { active }]) => active).map(([id, template]) => ({ id, content: template.content })),
  })
  if (written.error?.issues.some(({ code, path }) => code === 'too_big' && path.length === 1)) return refuse('service-exchange/too-much')
  if (!written.success) throw written.error
  const content = written.data
  const key = await exchangeKey(db, townId)
  const signature = await new CompactSign(new TextEncoder().encode(contentHash(content))).setProtectedHeader({ alg: SIGNED_BY }).sign(await importJWK(key, SIGNED_BY))
  const file = ServiceFile.parse({ content, signature, key: { kty: key.kty, crv: key.crv, x: key.x } })
  return JSON.stringify(file).length > MOST_FILE ? refuse('service-exchange/too-much') : ok(file)
}

export interface ReadFile {
  readonly content: ExchangedContent
  /** Of the key that signed it. */
  readonly fingerprint: string
}

/** A file as another town gave it away; refused where it is none, is the town's own, or where a single letter of it is another one. */
export async function readServiceFile(db: Kysely<Schema>, townId: TownId, text: string): Promise<Result<ReadFile>> {
  const given = jsonIn(text)
  if ((AnyVersion.safeParse(given).data?.content.version ?? 0) > FILE_VERSION) return refuse('service-exchange/newer')
  const file = ServiceFile.safeParse(given).data
  if (!file) return refuse('service-exchange/unreadable')
  try {
    const { payload } = await compactVerify(file.signature, await importJWK(file.key, SIGNED_BY), { algorithms: [SIGNED_BY] })
    if (new TextDecoder().decode(payload) !== contentHash(file.content)) return refuse('service-exchange/altered')
  } catch {
    return refuse('service-exchange/altered')
  }
  if (file.key.x === (await exchangeKey(db, townId)).x) return refuse('service-exchange/own-town')
  return ok({ content: file.content, fingerprint: (await calculateJwkThumbprint(file.key)).slice(0, SHOWN_LETTERS) })
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
