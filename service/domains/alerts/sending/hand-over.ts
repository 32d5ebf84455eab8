import type { Delivery } from './deliveries.ts'
import type { Sending } from './open-sending.ts'

/** Hands one message to one person's way. May happen twice for one person after a crash, always under the same identifier. */
export type HandOver = (sending: Sending, delivery: Delivery) => Promise<'handed' | { readonly failed: string }>
