import { ConversationId, type TownId } from '../../../shared/ids.ts'
import type { Database } from '../../store/database.ts'
import { sealedIds } from '../../store/sealed-ids.ts'

/** The keys with which citizens read and write in their conversations; like those of mailboxes, whoever holds one is who it was made for. */
export interface ConversationLinks {
  keyFor(townId: TownId, id: ConversationId): Promise<string>
  /** The conversation a key was made for; null for a key that never was. */
  conversationOf(townId: TownId, key: string): Promise<ConversationId | null>
}

/** To be called outside of transactions only: makes the town's secret on first use. */
export function createConversationLinks(database: Database): ConversationLinks {
  const { keyFor, idOf } = sealedIds(database, 'conversation')
  return { keyFor, conversationOf: async (townId, key) => ConversationId.nullable().parse(await idOf(townId, key)) }
}
