import { createHmac, timingSafeEqual } from 'node:crypto'
import { AppointmentId, type TownId } from '../../../shared/ids.ts'
import type { Database } from '../../store/database.ts'
import { townSecret } from '../../store/town-secret.ts'

/**
 * The keys with which citizens read, move and cancel their appointment: its id and a seal of 128 bits over it that only the
 * town's secret can make. Nothing is kept, and an e-mail written months later carries the same link.
 */
export interface BookingLinks {
  keyFor(townId: TownId, appointmentId: AppointmentId): Promise<string>
  /** The appointment a key was made for; null for a key that never was. */
  appointmentOf(townId: TownId, key: string): Promise<AppointmentId | null>
}

const ID_BYTES = 16
const SEAL_BYTES = 16
/** 32 bytes as base64url writes them. */
const KEY = /^[\w-]{43}$/

/** To be called outside of transactions only: makes the town's secret on first use. */
export function createBookingLinks(database: Database): BookingLinks {
  const secretOf = townSecret(database)
  const sealOf = async (townId: TownId, id: Uint8Array): Promise<Buffer> =>
    createHmac('sha256', await secretOf(townId)).update(`booking/${townId}/`).update(id).digest().subarray(0, SEAL_BYTES)
  return {
    async keyFor(townId, appointmentId) {
      const id = bytesOf(appointmentId)
      return Buffer.concat([id, await sealOf(townId, id)]).toString('base64url')
    },
    async appointmentOf(townId, key) {
      const bytes = Buffer.from(KEY.test(key) ? key : '', 'base64url')
      const id = bytes.subarray(0, ID_BYTES)
      // One way of writing it only: the last letter has bits to spare.
      if (bytes.length !== ID_BYTES + SEAL_BYTES || bytes.toString('base64url') !== key) return null
      return timingSafeEqual(bytes.subarray(ID_BYTES), await sealOf(townId, id)) ? idOf(id) : null
    },
  }
}

const bytesOf = (id: AppointmentId): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')

function idOf(bytes: Buffer): AppointmentId {
  const hex = bytes.toString('hex')
  return AppointmentId.parse([hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-'))
}
