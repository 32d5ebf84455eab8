import { useState, type ReactElement } from 'react'
import { Autocomplete, Input, Menu, MenuItem, SearchField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { ApplicationId, type ConversationId } from '../../../../shared/ids.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
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

type Hits = ReturnType<typeof useCases>

/** Finds the case a conversation belongs to: typing searches, arrows choose, and the case is named once more before it is handed over; or begins a new one. */
export function LinkDialog({ conversationId, onClose, onCapture }: Props): ReactElement {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const hits = useCases(text)
  const { run, isRunning } = useInboxCommand('link')
  const [chosen, setChosen] = useState<(typeof hits)[number]>()
  const handOver = async (id: string): Promise<void> => {
    if (!isRunning && (await run({ conversationId, applicationId: ApplicationId.parse(id) }))) onClose()
  }
  // One window for both steps, so that the focus finds back to where it was opened.
  return (
    <Dialog title={t(chosen ? 'inbox.linkAsk' : 'inbox.linkTitle')} isOpen onClose={chosen ? () => setChosen(undefined) : onClose}>
      {chosen ? <Asked name={t('inbox.linkCase', { reference: chosen.reference, subject: chosen.subject, name: chosen.applicantName })} isRunning={isRunning} onSend={() => void handOver(chosen.id)} onCancel={() => setChosen(undefined)} />
        : <Search text={text} hits={hits} onText={setText} onChoose={setChosen} onCapture={onCapture} />}
    </Dialog>
  )
}

interface SearchProps extends Pick<Props, 'onCapture'> {
  readonly text: string
  readonly hits: Hits
  readonly onText: (text: string) => void
  readonly onChoose: (hit: Hits[number] | undefined) => void
}

function Search({ text, hits, onText, onChoose, onCapture }: SearchProps): ReactElement {
  const { t } = useTranslation()
  const isSecret = useSecrets()
  const input = useFirstFocus<HTMLInputElement>()
  return (
    <>
      <p>{t('inbox.linkText')}</p>
      <Autocomplete inputValue={text} onInputChange={onText}>
        <SearchField className="picker__field" aria-label={t('inbox.linkSearch')}>
          <Icon name="search" size={16} />
          <Input ref={input} className="input" autoComplete="off" placeholder={t('inbox.linkSearch')} />
        </SearchField>
        <Menu className="menu picker__list" aria-label={t('inbox.linkTitle')} items={hits} dependencies={[isSecret]} renderEmptyState={() => <p className="choices__empty">{t(text.trim().length < 2 ? 'inbox.linkType' : 'inbox.linkNothing')}</p>} onAction={key => onChoose(hits.find(({ id }) => id === key))}>
          {hit => (
            <MenuItem id={hit.id} className="menu__item palette__hit" textValue={`${hit.reference} ${hit.subject} ${hit.applicantName}`}>
              <span className="palette__subject">{hit.subject}</span>
              <span className="palette__line">{nameAndPlace(hit, isSecret)} · {hit.reference}</span>
            </MenuItem>
          )}
        </Menu>
      </Autocomplete>
      <DialogActions><Button icon="plus" onPress={onCapture}>{t('inbox.newCase')}</Button></DialogActions>
    </>
  )
}

function Asked({ name, isRunning, onSend, onCancel }: { readonly name: string; readonly isRunning: boolean; readonly onSend: () => void; readonly onCancel: () => void }): ReactElement {
  const { t } = useTranslation()
  const first = useFirstFocus<HTMLParagraphElement>()
  return (
    <>
      <p ref={first} tabIndex={-1}><strong>{name}</strong></p>
      <p>{t('inbox.linkText')}</p>
      <DialogActions>
        <Button onPress={onCancel}>{t('common.cancel')}</Button>
        <Button kind="primary" isDisabled={isRunning} onPress={onSend}>{t('inbox.linkDo')}</Button>
      </DialogActions>
    </>
  )
}
