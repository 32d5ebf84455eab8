import { createHmac, timingSafeEqual } from 'node:crypto'
import type { TownId } from '../../shared/ids.ts'
import type { Database } from './database.ts'
import { townSecret } from './town-secret.ts'

/**
 * Keys that open one record to whoever holds them: the record's id and a seal of 128 bits over it that only the town's secret
 * can make. Nothing is kept, and the key of a record is the same for ever.
 */
export interface SealedIds {
  keyFor(townId: TownId, id: string): Promise<string>
  /** The id a key was made for; null for a key that never was. */
  idOf(townId: TownId, key: string): Promise<string | null>
}

const ID_BYTES = 16
const SEAL_BYTES = 16
/** 32 bytes as base64url writes them. */
const KEY = /^[\w-]{43}$/

/** `purpose` keeps a key for one thing from opening another. To be called outside of transactions only: makes the town's secret on first use. */
export function sealedIds(database: Database, purpose: 'booking' | 'conversation' | 'hall' | 'subscription'): SealedIds {
  const secretOf = townSecret(database)
  const sealOf = async (townId: TownId, id: Uint8Array): Promise<Buffer> =>
    createHmac('sha256', await secretOf(townId)).update(`${purpose}/${townId}/`).update(id).digest().subarray(0, SEAL_BYTES)
  return {
    async keyFor(townId, id) {
      const bytes = bytesOfUuid(id)
      return Buffer.concat([bytes, await sealOf(townId, bytes)]).toString('base64url')
    },
    async idOf(townId, key) {
      const bytes = Buffer.from(KEY.test(key) ? key : '', 'base64url')
      const id = bytes.subarray(0, ID_BYTES)
      // One way of writing it only: the last letter has bits to spare.
      if (bytes.length !== ID_BYTES + SEAL_BYTES || bytes.toString('base64url') !== key) return null
      return timingSafeEqual(bytes.subarray(ID_BYTES), await sealOf(townId, id)) ? uuidOf(id) : null
    },
  }
}

export const bytesOfUuid = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')

export function uuidOf(bytes: Buffer): string {
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
