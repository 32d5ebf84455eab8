import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { isAway } from '../../../../shared/domains/messages/absence.ts'
import type { Conversation } from '../../../../shared/domains/messages/conversation-tables.ts'
import { AccountId } from '../../../../shared/ids.ts'
import { departmentOf } from '../../../../shared/scope.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { formatPlainDay } from '../../../ui/format.ts'
import { Select } from '../../../ui/select.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useInboxCommand } from './mutations.ts'
import { useColleagues, type Desks } from './queries.ts'

interface Props {
  readonly conversation: Pick<Conversation, 'id' | 'scope'>
  readonly desks: Desks
  readonly onClose: () => void
}

const NOBODY = 'nobody'

/** Gives a conversation to somebody of the department; whoever is away is said to be. */
export function AssignDialog({ conversation, desks, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const now = instantFromMs(useNow())
  const colleagues = useColleagues(departmentOf(conversation.scope))
  const [chosen, setChosen] = useState<string | null>(null)
  const { run, isRunning } = useInboxCommand('assign')
  const noteOf = (personId: string): string | undefined => {
    const absence = desks.absences.find(({ id }) => id === personId)?.absence ?? null
    return isAway(absence, now) ? t('inbox.away', { day: formatPlainDay(absence.untilDay, language) }) : undefined
  }
  const items = [{ id: NOBODY, name: t('inbox.nobody') }, ...(colleagues ?? []).map(({ accountId, personId, name }) => ({ id: accountId, name, note: noteOf(personId) }))]
  const save = async (): Promise<void> => {
    if (chosen && !isRunning && (await run({ conversationId: conversation.id, accountId: chosen === NOBODY ? null : AccountId.parse(chosen) }))) onClose()
  }
  return (
    <Dialog title={t('inbox.assignTitle')} isOpen onClose={onClose} size="small">
      <form noValidate className="stack" onSubmit={event => { event.preventDefault(); void save() }}>
        <Select label={t('inbox.colleague')} items={items} value={chosen} isRequired hasFocus onChange={setChosen} />
        <DialogActions>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" isDisabled={!chosen || isRunning}>{t('inbox.assign')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
