import { createHmac, timingSafeEqual } from 'node:crypto'
import type { AlertId, TownId } from '../../../../shared/ids.ts'
import type { Database } from '../../../store/database.ts'
import { bytesOfUuid, uuidOf } from '../../../store/sealed-ids.ts'
import { townSecret } from '../../../store/town-secret.ts'

/** Where mail servers report what became of one e-mail: an address of its own for each, which says nothing of whom it went to. */
export interface BounceAddresses {
  addressFor(townId: TownId, alertId: AlertId, subscriberId: string): Promise<string>
  /** Whose report would come to this address, to be held against each message that went there; null for what cannot be one. */
  tokenOf(address: string): BounceToken | null
  isFor(townId: TownId, alertId: string, token: BounceToken): Promise<boolean>
}

export interface BounceToken {
  readonly subscriberId: string
  readonly seal: Uint8Array
}

const ID_BYTES = 16
/** 80 bits: nobody guesses them at a mail server, and the whole stays below the 64 letters that a name may have. */
const SEAL_BYTES = 10
/** In digits that survive a mail server which writes everything small. */
const NAME = /^b-([\da-f]{52})$/i

/** To be called outside of transactions only: makes the town's secret on first use. */
export function createBounceAddresses(database: Database, domain: string): BounceAddresses {
  const secretOf = townSecret(database)
  const sealOf = async (townId: TownId, alertId: string, subscriberId: string): Promise<Buffer> =>
    createHmac('sha256', await secretOf(townId)).update(`bounce/${townId}/${alertId}/${subscriberId}`).digest().subarray(0, SEAL_BYTES)
  return {
    addressFor: async (townId, alertId, subscriberId) =>
      `b-${Buffer.concat([bytesOfUuid(subscriberId), await sealOf(townId, alertId, subscriberId)]).toString('hex')}@${domain}`,
    tokenOf: address => {
      const at = address.lastIndexOf('@')
      const [, digits] = NAME.exec(address.slice(0, at)) ?? []
      if (digits === undefined || address.slice(at + 1).toLowerCase() !== domain) return null
      const bytes = Buffer.from(digits, 'hex')
      return { subscriberId: uuidOf(bytes.subarray(0, ID_BYTES)), seal: bytes.subarray(ID_BYTES) }
    },
    isFor: async (townId, alertId, { subscriberId, seal }) => timingSafeEqual(seal, await sealOf(townId, alertId, subscriberId)),
  }
}
