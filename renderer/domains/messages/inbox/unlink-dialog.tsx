import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApplicationId, ConversationId } from '../../../../shared/ids.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { useInboxCommand } from './mutations.ts'

interface Props {
  readonly conversationId: ConversationId
  readonly applicationId: ApplicationId
  readonly onClose: () => void
}

/** Takes a conversation out of the case into which it was handed over by mistake; the message that says so puts it back with one press. */
export function UnlinkDialog({ conversationId, applicationId, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const unlink = useInboxCommand('unlink')
  const link = useInboxCommand('link')
  const undo = { label: t('inbox.unlinkUndo'), run: () => void link.run({ conversationId, applicationId }) }
  const takeOut = async (): Promise<void> => {
    if (await unlink.run({ conversationId, applicationId }, { action: undo })) onClose()
  }
  return (
    <FormDialog title={t('inbox.unlinkAsk')} confirm={t('inbox.unlink')} isRunning={unlink.isRunning} onSend={() => void takeOut()} onClose={onClose}>
      <p>{t('inbox.unlinkText')}</p>
    </FormDialog>
  )
}
