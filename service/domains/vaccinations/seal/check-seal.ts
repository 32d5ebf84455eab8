import type { Kysely } from 'kysely'
import type { TownId } from '../../../../shared/ids.ts'
import type { Schema } from '../../../store/schema.ts'
import { sealIn } from './address.ts'
import { openSeal } from './seal.ts'
import { publishedKeys } from './seal-keys.ts'
import type { SealedDose } from './sealed-dose.ts'

/** What there is to say about a scanned code. Of the documentation itself nothing is told but whether it still holds. */
export type SealCheck =
  | { readonly kind: 'not-ours' }
  /** `not-kept`: sealed here, but the documentation is no longer there after all the years. */
  | { readonly kind: 'genuine' | 'replaced' | 'withdrawn' | 'not-kept'; readonly dose: SealedDose }

export async function checkSeal(db: Kysely<Schema>, townId: TownId, scanned: string): Promise<SealCheck> {
  const dose = await openSeal(sealIn(scanned), await publishedKeys(db, townId))
  if (!dose || dose.t !== townId) return { kind: 'not-ours' }
  const row = await db.selectFrom('vaccinations').select(['replaced_by_id', 'is_void']).where('town_id', '=', townId).where('number', '=', dose.n).executeTakeFirst()
  if (!row) return { kind: 'not-kept', dose }
  return { kind: row.is_void ? 'withdrawn' : row.replaced_by_id === null ? 'genuine' : 'replaced', dose }
}
