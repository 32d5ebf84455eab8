import type { Kysely } from 'kysely'
import { setLetterhead } from '../../../shared/domains/letters/template-commands.ts'
import type { Facsimile } from '../../../shared/domains/staff/tables.ts'
import type { TownId } from '../../../shared/ids.ts'
import type { Completion } from '../../commands/context.ts'
import type { Schema } from '../../store/schema.ts'

/** The bytes of pictures that letterheads name; undefined for one that nobody kept. */
export type Facsimiles = (sha256: string) => Promise<Uint8Array | undefined>

/** As they are kept for a town. Their hash is their name, so what was read once stays right. */
export function facsimilesOf(db: Kysely<Schema>, townId: TownId): Facsimiles {
  const read = new Map<string, Uint8Array>()
  return async sha256 => {
    const known = read.get(sha256)
    if (known) return known
    const row = await db.selectFrom('facsimiles').select('bytes').where('town_id', '=', townId).where('sha256', '=', sha256).executeTakeFirst()
    if (row) read.set(sha256, row.bytes)
    return row?.bytes
  }
}

/** Keeps a picture for good: letters that were approved with it may be set later. */
export async function keepFacsimile(db: Kysely<Schema>, townId: TownId, { sha256 }: Pick<Facsimile, 'sha256'>, bytes: Uint8Array): Promise<void> {
  await db.insertInto('facsimiles').values({ town_id: townId, sha256, bytes: Buffer.from(bytes) }).onConflict(conflict => conflict.doNothing()).execute()
}

/** The picture a letterhead is set with, in the same transaction. */
export const withFacsimile: Completion = async (trx, { input, changes, moment: { actor } }) => {
  const { letterhead: { facsimile }, picture } = setLetterhead.input.parse(input)
  if (facsimile && picture !== null) await keepFacsimile(trx, actor.townId, facsimile, Buffer.from(picture, 'base64'))
  return changes
}
