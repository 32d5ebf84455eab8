import { useState, type ReactElement } from 'react'
import { Autocomplete, Input, Menu, MenuItem, SearchField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { ApplicationId, type ConversationId } from '../../../../shared/ids.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useInboxCommand } from './mutations.ts'
import { useCases } from './queries.ts'

interface Props {
  readonly conversationId: ConversationId
  readonly onClose: () => void
  readonly onCapture: () => void
}

/** Finds the case a conversation belongs to: typing searches, arrows choose, Enter hands it over; or begins a new one. */
export function LinkDialog({ conversationId, onClose, onCapture }: Props): ReactElement {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const hits = useCases(text)
  const { run, isRunning } = useInboxCommand('link')
  const input = useFirstFocus<HTMLInputElement>()
  const choose = async (id: string): Promise<void> => {
    if (!isRunning && (await run({ conversationId, applicationId: ApplicationId.parse(id) }))) onClose()
  }
  return (
    <Dialog title={t('inbox.linkTitle')} isOpen onClose={onClose}>
      <p>{t('inbox.linkText')}</p>
      <Autocomplete inputValue={text} onInputChange={setText}>
        <SearchField className="picker__field" aria-label={t('inbox.linkSearch')}>
          <Icon name="search" size={16} />
          <Input ref={input} className="input" autoComplete="off" placeholder={t('inbox.linkSearch')} />
        </SearchField>
        <Menu className="menu picker__list" aria-label={t('inbox.linkTitle')} items={hits} renderEmptyState={() => <p className="choices__empty">{t(text.trim().length < 2 ? 'inbox.linkType' : 'inbox.linkNothing')}</p>} onAction={key => void choose(String(key))}>
          {hit => (
            <MenuItem id={hit.id} className="menu__item palette__hit" textValue={`${hit.reference} ${hit.subject} ${hit.applicantName}`}>
              <span className="palette__subject">{hit.subject}</span>
              <span className="palette__line">{hit.applicantName}, {hit.locality} · {hit.reference}</span>
            </MenuItem>
          )}
        </Menu>
      </Autocomplete>
      <DialogActions><Button icon="plus" onPress={onCapture}>{t('inbox.newCase')}</Button></DialogActions>
    </Dialog>
  )
}
