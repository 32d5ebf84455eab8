import { randomBytes } from 'node:crypto'
import type { Completion } from '../../commands/context.ts'

/** 256 bits, as long as the keys of the ciphers that are made with it. */
const KEY_BYTES = 32

/** Gives a new session the key by which its desks know each other's tickets without a connection. */
export const withTicketKey: Completion = async (_trx, { changes }) =>
  changes.map(change => (change.table === 'vaccination_sessions' && change.row.ticketKey === '' ? { table: 'vaccination_sessions', row: { ...change.row, ticketKey: randomBytes(KEY_BYTES).toString('base64') } } : change))
