import type { Kysely } from 'kysely'
import { isReadable } from '../../shared/domains/town-setup/branding.ts'
import type { TownId } from '../../shared/ids.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import type { Instant } from '../../shared/time.ts'
import { isCrestSize, MOST_CREST_KB, type NewBranding, type TownCrest } from '../../shared/wire/town-setup.ts'
import type { Schema } from '../store/schema.ts'
import { cleanPng } from './clean-png.ts'
import { cleanSvg } from './clean-svg.ts'

/** How a town looks; a town of which nobody has chosen anything has none. */
export interface Branding {
  readonly colour: string
  /** Cleaned: shapes or pixels, and nothing else. */
  readonly crest: { readonly kind: 'svg' | 'png'; readonly bytes: Uint8Array } | null
}

export async function brandingOf(db: Kysely<Schema>, townId: TownId): Promise<Branding | null> {
  const row = await db.selectFrom('town_brandings').select(['colour', 'crest_kind', 'crest']).where('town_id', '=', townId).executeTakeFirst()
  return row ? { colour: row.colour, crest: row.crest_kind && row.crest ? { kind: row.crest_kind, bytes: row.crest } : null } : null
}

/** A crest as it goes to desks. */
export const crestShown = (branding: Branding | null): TownCrest | null => (branding?.crest ? { kind: branding.crest.kind, base64: Buffer.from(branding.crest.bytes).toString('base64') } : null)

/** Keeps crest and colour; refused where words in the colour could not be read, or the crest is no picture that may be shown, or too large. */
export async function setBranding(db: Kysely<Schema>, townId: TownId, { colour, crest }: NewBranding, now: Instant): Promise<Result<null>> {
  if (!isReadable(colour)) return refuse('town-setup/colour-too-light')
  const cleaned = crest === 'keep' || crest === null ? null : cleanCrest(crest)
  if (crest !== 'keep' && crest !== null && !cleaned) return refuse('town-setup/no-crest')
  // Cleaned a drawing may be longer than it came.
  if (cleaned && !isCrestSize(cleaned.length)) return refuse('town-setup/crest-too-large', { most: MOST_CREST_KB })
  const picture = { crest_kind: crest === 'keep' || crest === null ? null : crest.kind, crest: cleaned && Buffer.from(cleaned) }
  const changed = { colour, changed_at: now, ...(crest === 'keep' ? {} : picture) }
  await db.insertInto('town_brandings').values({ town_id: townId, ...picture, colour, changed_at: now }).onConflict(conflict => conflict.column('town_id').doUpdateSet(changed)).execute()
  return ok(null)
}

function cleanCrest({ kind, base64 }: TownCrest): Uint8Array | null {
  const bytes = Buffer.from(base64, 'base64')
  if (kind === 'png') return cleanPng(bytes)
  const svg = cleanSvg(bytes.toString('utf8'))
  return svg === null ? null : Buffer.from(svg)
}
