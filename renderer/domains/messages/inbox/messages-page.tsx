import { useEffect, useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { InboxFilter } from '../../../../shared/contract/messages.ts'
import type { ConversationId } from '../../../../shared/ids.ts'
import { usePerson } from '../../../core-client/core-context.tsx'
import { ActionButton, Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Screen } from '../../../ui/screen.tsx'
import { AbsenceDialog } from './absence-dialog.tsx'
import { CallDialog } from './call-dialog.tsx'
import { ConversationView } from './conversation-view.tsx'
import { DeskDialog } from './desk-dialog.tsx'
import { InboxList } from './inbox-list.tsx'
import { nextWaiting } from './next-waiting.ts'
import { useDesks, useInbox } from './queries.ts'
import './inbox.css'

interface Props {
  readonly chosen: ConversationId | undefined
  readonly onChoose: (id: ConversationId | undefined) => void
  readonly onCase: (id: string) => void
  /** A new application is taken down from what somebody wrote. */
  readonly onCapture: (id: ConversationId) => void
}

type Shown = 'call' | 'absence' | 'desk'

/** One place for all that citizens write: the list beside the conversation. */
export function MessagesPage({ chosen, onChoose, onCase, onCapture }: Props): ReactElement {
  const { t } = useTranslation()
  const [filter, setFilter] = useState<InboxFilter>('waiting')
  const [text, setText] = useState('')
  const [shown, setShown] = useState<Shown>()
  const inbox = useInbox(filter, text)
  const desks = useDesks()
  const isLead = usePerson().grants.some(({ role }) => role === 'lead')
  const next = nextWaiting(inbox?.conversations ?? [], chosen)
  const actions = (
    <>
      {isLead && <Button icon="columns" onPress={() => setShown('desk')}>{t('inbox.settings')}</Button>}
      <Button icon="sun" onPress={() => setShown('absence')}>{t('inbox.absence')}</Button>
      <Button icon="phone" onPress={() => setShown('call')}>{t('inbox.newCall')}</Button>
      {next && <ActionButton icon="forward" onPress={() => onChoose(next.id)}>{t('inbox.nextOne')}</ActionButton>}
    </>
  )
  const close = (): void => setShown(undefined)
  const list = useRef<HTMLDivElement>(null)
  const left = useRef(chosen)
  // Where the list gave its place to the conversation, whoever comes back, by whatever way, stands at the line they left.
  useEffect(() => {
    if (chosen === undefined && left.current !== undefined) list.current?.querySelector<HTMLElement>(`[data-key="${left.current}"]`)?.focus()
    left.current = chosen
  }, [chosen])
  return (
    <Screen title={t('pages.messages')} isFull isWide holdsFocus actions={actions}>
      {!inbox || !desks ? <p className="muted">{t('common.loading')}</p> : (
        <div ref={list} className={chosen ? 'inbox inbox--open' : 'inbox'}>
          <InboxList inbox={inbox} filter={filter} text={text} chosen={chosen} onFilter={setFilter} onText={setText} onChoose={onChoose} onCase={onCase} />
          {chosen ? <ConversationView key={chosen} id={chosen} desks={desks} onBack={() => onChoose(undefined)} onCase={onCase} onCapture={() => onCapture(chosen)} />
            : <div className="inbox__nothing empty"><Icon name="mail" size={32} /><p>{t('inbox.choose')}</p></div>}
        </div>
      )}
      {shown === 'call' && desks && <CallDialog desks={desks} onClose={close} />}
      {shown === 'absence' && desks && <AbsenceDialog desks={desks} onClose={close} />}
      {shown === 'desk' && desks && <DeskDialog desks={desks} onClose={close} />}
    </Screen>
  )
}
