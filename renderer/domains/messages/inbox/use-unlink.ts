import { useTranslation } from 'react-i18next'
import type { ApplicationId, ConversationId } from '../../../../shared/ids.ts'
import { useInboxCommand } from './mutations.ts'

/** Takes a conversation out of the case into which it was handed over by mistake; the message that says so puts it back with one press. */
export function useUnlink(conversationId: ConversationId): (applicationId: ApplicationId) => void {
  const { t } = useTranslation()
  const unlink = useInboxCommand('unlink')
  const link = useInboxCommand('link')
  return applicationId => {
    const undo = { label: t('inbox.unlinkUndo'), run: () => void link.run({ conversationId, applicationId }) }
    if (!unlink.isRunning) void unlink.run({ conversationId, applicationId }, { action: undo })
  }
}
