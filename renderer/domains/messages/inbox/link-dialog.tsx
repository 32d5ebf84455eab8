import { useState, type ReactElement } from 'react'
import { Autocomplete, Input, Menu, MenuItem, SearchField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { ApplicationId, type ConversationId } from '../../../../shared/ids.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { nameAndPlace } from '../../people/name-and-place.ts'
import { useSecrets } from '../../people/use-secrets.ts'
import { useInboxCommand } from './mutations.ts'
import { useCases } from './queries.ts'

interface Props {
  readonly conversationId: ConversationId
  readonly onClose: () => void
  readonly onCapture: () => void
}

/** Finds the case a conversation belongs to: typing searches, arrows choose, and the case is named once more before it is handed over; or begins a new one. */
export function LinkDialog({ conversationId, onClose, onCapture }: Props): ReactElement {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const hits = useCases(text)
  const isSecret = useSecrets()
  const { run, isRunning } = useInboxCommand('link')
  const input = useFirstFocus<HTMLInputElement>()
  const [chosen, setChosen] = useState<(typeof hits)[number]>()
  const handOver = async (id: string): Promise<void> => {
    if (!isRunning && (await run({ conversationId, applicationId: ApplicationId.parse(id) }))) onClose()
  }
  if (chosen) return (
    <FormDialog title={t('inbox.linkAsk')} confirm={t('inbox.linkDo')} isRunning={isRunning} onSend={() => void handOver(chosen.id)} onClose={() => setChosen(undefined)}>
      <p><strong>{t('inbox.linkCase', { reference: chosen.reference, subject: chosen.subject, name: chosen.applicantName })}</strong></p>
      <p>{t('inbox.linkText')}</p>
    </FormDialog>
  )
  return (
    <Dialog title={t('inbox.linkTitle')} isOpen onClose={onClose}>
      <p>{t('inbox.linkText')}</p>
      <Autocomplete inputValue={text} onInputChange={setText}>
        <SearchField className="picker__field" aria-label={t('inbox.linkSearch')}>
          <Icon name="search" size={16} />
          <Input ref={input} className="input" autoComplete="off" placeholder={t('inbox.linkSearch')} />
        </SearchField>
        <Menu className="menu picker__list" aria-label={t('inbox.linkTitle')} items={hits} dependencies={[isSecret]} renderEmptyState={() => <p className="choices__empty">{t(text.trim().length < 2 ? 'inbox.linkType' : 'inbox.linkNothing')}</p>} onAction={key => setChosen(hits.find(({ id }) => id === key))}>
          {hit => (
            <MenuItem id={hit.id} className="menu__item palette__hit" textValue={`${hit.reference} ${hit.subject} ${hit.applicantName}`}>
              <span className="palette__subject">{hit.subject}</span>
              <span className="palette__line">{nameAndPlace(hit, isSecret)} · {hit.reference}</span>
            </MenuItem>
          )}
        </Menu>
      </Autocomplete>
      <DialogActions><Button icon="plus" onPress={onCapture}>{t('inbox.newCase')}</Button></DialogActions>
    </Dialog>
  )
}
