import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '../../../../shared/domains/messages/conversation-tables.ts'
import { DepartmentId } from '../../../../shared/ids.ts'
import { departmentOf } from '../../../../shared/scope.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextArea } from '../../../ui/text-input.tsx'
import { useInboxCommand } from './mutations.ts'
import type { Desks } from './queries.ts'

interface Props {
  readonly conversation: Pick<Conversation, 'id' | 'scope'>
  readonly desks: Desks
  readonly onClose: () => void
}

/** Passes a conversation on to another department. */
export function RedirectDialog({ conversation, desks, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const { run, isRunning } = useInboxCommand('redirect')
  const others = desks.departments.filter(({ id, isClosed }) => !isClosed && id !== departmentOf(conversation.scope))
  const send = async (): Promise<void> => {
    if (chosen && !isRunning && (await run({ conversationId: conversation.id, departmentId: DepartmentId.parse(chosen), reason }))) onClose()
  }
  return (
    <Dialog title={t('inbox.redirectTitle')} isOpen onClose={onClose}>
      <form noValidate className="stack" onSubmit={event => { event.preventDefault(); void send() }}>
        <p>{t('inbox.redirectText')}</p>
        <Select label={t('inbox.department')} items={others} value={chosen} isRequired hasFocus onChange={setChosen} />
        <TextArea label={t('inbox.reason')} value={reason} maxLength={1_000} onChange={setReason} />
        <DialogActions>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" isDisabled={!chosen || isRunning}>{t('inbox.redirect')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
