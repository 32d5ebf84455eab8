import { compactVerify, CompactSign, createLocalJWKSet, importJWK } from 'jose'
import { sql, type Kysely } from 'kysely'
import * as z from 'zod'
import { canonicalJson } from '../../shared/canonical.ts'
import { anchorIn } from '../../shared/domains/audit/anchor-text.ts'
import { TownId } from '../../shared/ids.ts'
import { Instant } from '../../shared/time.ts'
import type { AnchorCheck } from '../../shared/wire/audit.ts'
import { auditHead } from '../store/audit.ts'
import type { Schema } from '../store/schema.ts'
import { SIGNED_BY } from '../store/signing-keys.ts'
import { publishedTownKeys, townKey } from '../store/town-keys.ts'

/** The head of a town's log at one moment. */
const Head = z.object({ town: TownId, entries: z.int().min(0), hash: z.string().regex(/^([0-9a-f]{64})?$/), at: Instant })
type Head = z.infer<typeof Head>

/** A head with the town's signature over it (compact JWS, EdDSA), to be kept where nobody who can write to the database can. */
export interface Anchor extends Head {
  readonly jws: string
}

export async function makeAnchor(db: Kysely<Schema>, townId: TownId, at: Instant): Promise<Anchor> {
  const { entries, hash } = await auditHead(db, townId)
  const head: Head = { town: townId, entries, hash, at }
  const { kid, jwk } = await townKey(db, 'audit_keys', townId, at)
  const jws = await new CompactSign(new TextEncoder().encode(canonicalJson(head))).setProtectedHeader({ alg: SIGNED_BY, kid }).sign(await importJWK(jwk, SIGNED_BY))
  return { ...head, jws }
}

const UNREADABLE: AnchorCheck = { verdict: 'unreadable', entries: null, at: null }

/** Compares a head that was kept elsewhere with the log as it is now. Whether the log is a chain up to there says the verification alone. */
export async function checkAnchor(db: Kysely<Schema>, townId: TownId, text: string): Promise<AnchorCheck> {
  const jws = anchorIn(text)
  const said = jws === undefined ? undefined : saidBy(jws)
  if (jws === undefined || !said) return UNREADABLE
  const told = { entries: said.entries, at: said.at }
  if (said.town !== townId) return { verdict: 'other-town', ...told }
  if (!(await isSigned(db, townId, jws))) return { verdict: 'not-signed', ...told }
  const hash = said.entries === 0 ? '' : await hashAt(db, townId, said.entries)
  if (hash === said.hash) return { verdict: 'fits', ...told }
  if (await isBeforeRestore(db, said)) return { verdict: 'before-restore', ...told }
  return { verdict: hash === undefined ? 'missing' : 'differs', ...told }
}

/** Whether the entries that a head speaks of were lost with a restore: it was taken after the backup and before that came back, as the log itself says. */
async function isBeforeRestore(db: Kysely<Schema>, { town, entries, at }: Head): Promise<boolean> {
  const { rows } = await sql`
    select 1 from audit_log where town_id = ${town} and (entry::json ->> 'action') collate "C" = 'service.restored'
      and (entry::json ->> 'at') collate "C" >= ${at} and (entry::json ->> 'about') collate "C" <= ${at} and audit_position <= ${entries} limit 1`.execute(db)
  return rows.length > 0
}

function saidBy(jws: string): Head | undefined {
  const [, payload = ''] = jws.split('.')
  try {
    return Head.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))).data
  } catch {
    return undefined
  }
}

async function isSigned(db: Kysely<Schema>, townId: TownId, jws: string): Promise<boolean> {
  const keys = await publishedTownKeys(db, 'audit_keys', townId)
  if (keys.keys.length === 0) return false
  return compactVerify(jws, createLocalJWKSet(keys), { algorithms: [SIGNED_BY] }).then(() => true, () => false)
}

async function hashAt(db: Kysely<Schema>, townId: TownId, position: number): Promise<string | undefined> {
  const row = await db.selectFrom('audit_log').select('hash').where('town_id', '=', townId).where('audit_position', '=', position).executeTakeFirst()
  return row?.hash
}

/** Whether it speaks against the log. */
export const speaksAgainst = ({ verdict }: AnchorCheck): boolean => verdict === 'differs' || verdict === 'missing' || verdict === 'not-signed'
