import type { ShownConversation } from '../../../../shared/contract/messages.ts'
import type { ConversationId } from '../../../../shared/ids.ts'

/** Who waits behind the one that is open, from the top again after the last; whoever skips one comes to the third and not back to the first. */
export function nextWaiting<Line extends Pick<ShownConversation, 'id' | 'waitingSince'>>(shown: readonly Line[], chosen: ConversationId | undefined): Line | undefined {
  const place = shown.findIndex(({ id }) => id === chosen)
  return [...shown.slice(place + 1), ...shown.slice(0, Math.max(0, place))].find(({ waitingSince }) => waitingSince !== null)
}
