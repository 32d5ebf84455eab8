import { useState, type ReactElement } from 'react'
import { FileTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { WholeConversation } from '../../../../shared/contract/messages.ts'
import { filledAnswer, openPlaces } from '../../../../shared/domains/messages/placeholders.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import { departmentOf } from '../../../../shared/scope.ts'
import { useNow, usePerson } from '../../../core-client/core-context.tsx'
import { useDraft } from '../../../core-client/use-draft.tsx'
import { ActionButton, Button, IconButton } from '../../../ui/button.tsx'
import { formatPlainDay } from '../../../ui/format.ts'
import { Select } from '../../../ui/select.tsx'
import { TextArea } from '../../../ui/text-input.tsx'
import { useInboxCommand } from './mutations.ts'
import type { Desks } from './queries.ts'
import { useAnswerFiles } from './use-answer-files.ts'

interface Props {
  readonly whole: WholeConversation
  readonly desks: Desks
}

/** The next answer, and beside it a note for colleagues; what is typed is kept until it is sent. */
export function AnswerComposer({ whole, desks }: Props): ReactElement {
  const { t } = useTranslation()
  const { conversation } = whole
  const { id: conversationId, name, via, email, state, openQuestionId } = conversation
  const { draft: { messageText, note }, change } = useDraft(conversationId)
  const files = useAnswerFiles()
  const answer = useInboxCommand('answer')
  const noted = useInboxCommand('note')
  // What somebody has seen when the conversation was opened, or has answered since.
  const [seen, setSeen] = useState(conversation.lastAnswerId)
  const known = useKnownAnswer(whole, seen)
  const canAnswer = via === 'portal' || email !== null
  const refusal = state === 'closed' ? t('inbox.closedAnswer') : undefined
  const send = async (closes: boolean): Promise<void> => {
    if (!messageText.trim() || answer.isRunning) return
    if (!(await answer.run({ conversationId, text: messageText, files: [...files.kept], seen: known, seenQuestion: openQuestionId, closes }))) return setSeen(conversation.lastAnswerId)
    change({ messageText: '' })
    files.clear()
  }
  const saveNote = async (): Promise<void> => {
    if (note.trim() && !noted.isRunning && (await noted.run({ conversationId, text: note }))) change({ note: '' })
  }
  const places = openPlaces(messageText)
  return (
    <div className="composer stack">
      {canAnswer ? (
        <form noValidate className="stack inbox__answer" onSubmit={event => { event.preventDefault(); void send(false) }}>
          <h3 className="composer__title">{t('inbox.answer', { name })}</h3>
          <BlockChoice whole={whole} desks={desks} onText={text => change({ messageText: messageText ? `${messageText}\n\n${text}` : text })} />
          <TextArea label={t('inbox.answerText')} hint={t('inbox.answerHint')} value={messageText} rows={5} maxLength={8_000} onChange={value => change({ messageText: value })} onSubmit={() => void send(false)} />
          {places.length > 0 && <p className="field__hint">{t('inbox.openPlaces', { places: places.join(', ') })}</p>}
          <Files files={files} />
          <div className="row row--end">
            <FileTrigger allowsMultiple onSelect={list => list && void files.add([...list])}><Button icon="paperclip">{t('inbox.files')}</Button></FileTrigger>
            <Button isDisabled={!messageText.trim() || answer.isRunning || state === 'closed'} onPress={() => void send(true)}>{t('inbox.sendAndClose')}</Button>
            <ActionButton kind="primary" icon="send" isPrimary refusal={refusal} onPress={() => void send(false)}>{t('inbox.send')}</ActionButton>
          </div>
        </form>
      ) : <p>{t('inbox.noAnswer')}</p>}
      <form noValidate className="stack" onSubmit={event => { event.preventDefault(); void saveNote() }}>
        <h3 className="composer__title">{t('inbox.note')}</h3>
        <TextArea label={t('inbox.noteText')} hint={t('inbox.noteHint')} value={note} rows={2} maxLength={8_000} onChange={value => change({ note: value })} onSubmit={() => void saveNote()} />
        <div className="row row--end"><Button type="submit" icon="pencil" isDisabled={!note.trim() || noted.isRunning}>{t('inbox.saveNote')}</Button></div>
      </form>
    </div>
  )
}

/** The last answer the person knows of: the one they saw first, or one of their own since. */
function useKnownAnswer({ conversation: { lastAnswerId }, messages }: WholeConversation, seen: WholeConversation['conversation']['lastAnswerId']): WholeConversation['conversation']['lastAnswerId'] {
  const { personId } = usePerson()
  return messages.find(({ id }) => id === lastAnswerId)?.authorId === personId ? lastAnswerId : seen
}

function BlockChoice({ whole: { conversation }, desks, onText }: Props & { readonly onText: (text: string) => void }): ReactElement | null {
  const { t } = useTranslation()
  const person = usePerson()
  const today = formatPlainDay(germanDayAt(useNow()), conversation.language)
  if (desks.blocks.length === 0) return null
  const department = desks.departments.find(({ id }) => id === departmentOf(conversation.scope))?.name ?? ''
  const insert = (id: string): void => {
    const block = desks.blocks.find(one => one.id === id)
    if (block) onText(filledAnswer(block.paragraphs, { name: conversation.name, subject: conversation.subject, clerkName: person.name, department, today }))
  }
  return <Select label={t('inbox.block')} items={desks.blocks.map(({ id, title }) => ({ id, name: title }))} value={null} onChange={insert} />
}

function Files({ files: { kept, remove } }: { readonly files: ReturnType<typeof useAnswerFiles> }): ReactElement | null {
  const { t } = useTranslation()
  if (kept.length === 0) return null
  return <ul className="inbox__files">{kept.map(({ id, filename }) => <li key={id}><span>{filename}</span><IconButton icon="cross" label={t('inbox.removeFile', { name: filename })} onPress={() => remove(id)} /></li>)}</ul>
}
