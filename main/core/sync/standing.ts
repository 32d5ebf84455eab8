import type * as z from 'zod'
import type { Actor } from '../../../shared/actor.ts'
import { SessionReply } from '../../../shared/wire/session.ts'
import type { Database } from '../cache/database.ts'
import { getMeta, setMeta } from '../cache/meta.ts'

/** What the service said last about the person at this desk; the secret of the desk is not kept here. */
const Standing = SessionReply.omit({ deskSecret: true })
export type Standing = z.infer<typeof Standing>

const STANDING = 'sync/standing'
const EPOCH = 'sync/dataset-epoch'
const SERVER = 'sync/server-id'

export function readStanding(db: Database): Standing | null {
  const text = getMeta(db, STANDING)
  // What an older version has kept may lack something; the service will tell it anew.
  return text === undefined ? null : (Standing.safeParse(JSON.parse(text)).data ?? null)
}

export const keepStanding = (db: Database, standing: Standing): void => setMeta(db, STANDING, JSON.stringify(Standing.parse(standing)))

export const actorIn = ({ townId, accountId, personId, name, grants }: Standing): Actor => ({ townId, accountId, personId, name, grants })

export const datasetEpoch = (db: Database): string | null => getMeta(db, EPOCH) ?? null
export const keepDatasetEpoch = (db: Database, epoch: string): void => setMeta(db, EPOCH, epoch)

export const serverId = (db: Database): string | null => getMeta(db, SERVER) ?? null
export const keepServerId = (db: Database, id: string): void => setMeta(db, SERVER, id)
