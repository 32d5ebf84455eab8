import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { WholeConversation } from '../../../../shared/contract/messages.ts'
import type { ApplicationId } from '../../../../shared/ids.ts'
import { Button } from '../../../ui/button.tsx'
import { useToast } from '../../../ui/toasts.tsx'
import { useInboxCommand } from './mutations.ts'

/** Takes a conversation out of the case into which it was handed over by mistake; the message that says so puts it back with one press. */
export function Unlink({ whole: { conversation: { id: conversationId }, application }, applicationId }: { readonly whole: WholeConversation; readonly applicationId: ApplicationId }): ReactElement {
  const { t } = useTranslation()
  const show = useToast()
  const unlink = useInboxCommand('unlink')
  const link = useInboxCommand('link')
  const takeOut = async (): Promise<void> => {
    if (unlink.isRunning || !(await unlink.run({ conversationId, applicationId }))) return
    show({ kind: 'done', title: t('inbox.unlinked', { reference: application?.reference ?? '' }), action: { label: t('inbox.unlinkUndo'), run: () => void link.run({ conversationId, applicationId }) } })
  }
  return <Button icon="undo" onPress={() => void takeOut()}>{t('inbox.unlink')}</Button>
}
