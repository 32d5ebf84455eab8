import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { WholeConversation } from '../../../../shared/contract/messages.ts'
import { isAway } from '../../../../shared/domains/messages/absence.ts'
import type { ApplicationId, ConversationId } from '../../../../shared/ids.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { useNow, usePerson } from '../../../core-client/core-context.tsx'
import { ActionButton, Button } from '../../../ui/button.tsx'
import { formatPlainDay } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { FullTime } from '../../../ui/time.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { PersonLink } from '../../people/person-link.tsx'
import { Veiled } from '../../people/veiled.tsx'
import { AnswerComposer } from './answer-composer.tsx'
import { AssignDialog } from './assign-dialog.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { MessageList } from './message-list.tsx'
import { useInboxCommand } from './mutations.ts'
import { useConversation, useOthersIn, type Desks } from './queries.ts'
import { RedirectDialog } from './redirect-dialog.tsx'
import { UnlinkDialog } from './unlink-dialog.tsx'
import { WaitingWords } from './waiting-words.tsx'

interface Props {
  readonly id: ConversationId
  readonly desks: Desks
  readonly onBack: () => void
  readonly onCase: (id: string) => void
  readonly onCapture: () => void
}

/** A conversation with all that can be done with it. */
export function ConversationView({ id, ...props }: Props): ReactElement {
  const { t } = useTranslation()
  const answer = useConversation(id)
  if (answer.kind === 'loading') return <section className="inbox__conversation"><p className="muted">{t('common.loading')}</p></section>
  if (answer.kind === 'refused') return <section className="inbox__conversation"><Problem refusal={answer.refusal}><Button icon="back" onPress={props.onBack}>{t('inbox.back')}</Button></Problem></section>
  return <Open whole={answer.value} {...props} />
}

interface OpenProps extends Omit<Props, 'id'> {
  readonly whole: WholeConversation
}

function Open({ whole, desks, onBack, onCase, onCapture }: OpenProps): ReactElement {
  const { t } = useTranslation()
  const { conversation, messages, files } = whole
  const others = useOthersIn(conversation.id)
  return (
    <section className="inbox__conversation" aria-labelledby="conversation-title" tabIndex={-1}>
      <span className="inbox__back"><Button icon="back" onPress={onBack}>{t('inbox.back')}</Button></span>
      <h2 id="conversation-title" className="inbox__subject">{conversation.subject}</h2>
      <output className="present">{others.length > 0 && <><Icon name="eye" size={16} />{t('inbox.present', { names: others.join(', ') })}</>}</output>
      <Facts whole={whole} desks={desks} onCase={onCase} />
      <Actions whole={whole} desks={desks} onCapture={onCapture} />
      <MessageList messages={messages} files={files} name={conversation.name} />
      <AnswerComposer whole={whole} desks={desks} />
    </section>
  )
}

function Facts({ whole: { conversation, application }, desks, onCase }: Pick<OpenProps, 'whole' | 'desks' | 'onCase'>): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const now = instantFromMs(useNow())
  const { name, email, phone, topic, via, assigneeId, assigneeName, startedAt } = conversation
  const away = desks.absences.find(note => note.id === assigneeId)
  const reach = [email, phone].filter(Boolean).join(', ') || t(via === 'portal' ? 'inbox.head.noContact' : 'inbox.head.noWay')
  return (
    <>
      <dl className="inbox__facts">
        <dt>{t('inbox.head.person')}</dt><dd><strong>{name}</strong> <PersonLink table="conversations" recordId={conversation.id} /></dd>
        <dt>{t('inbox.head.contact')}</dt><dd><Veiled key={conversation.id} table="conversations" id={conversation.id}>{reach}</Veiled></dd>
        <dt>{t('inbox.head.topic')}</dt><dd>{[topic, t(`inbox.via.${via}`)].filter(Boolean).join(' · ')}</dd>
        <dt>{t('inbox.head.begun')}</dt><dd><FullTime at={startedAt} /></dd>
        <dt>{t('inbox.head.waiting')}</dt><dd><WaitingWords conversation={conversation} /></dd>
        <dt>{t('inbox.head.assignee')}</dt><dd>{assigneeName ?? t('inbox.free')}</dd>
        {application && <><dt>{t('inbox.head.case')}</dt><dd><Button kind="quiet" icon="file" onPress={() => onCase(application.id)}>{`${application.reference} ${application.subject}`}</Button></dd></>}
      </dl>
      {away && isAway(away.absence, now) && <p className="inbox__away"><Icon name="sun" size={16} />{t('inbox.awayNote', { name: away.name, day: formatPlainDay(away.absence.untilDay, language) })}</p>}
    </>
  )
}

type Asked = 'assign' | 'redirect' | 'link'

function Actions({ whole, desks, onCapture }: Pick<OpenProps, 'whole' | 'desks' | 'onCapture'>): ReactElement {
  const { t } = useTranslation()
  const person = usePerson()
  const [asked, setAsked] = useState<Asked>()
  const [linked, setLinked] = useState<ApplicationId>()
  const { conversation } = whole
  const { id: conversationId, state, assigneeId, unread, applicationId, openQuestionId: seenQuestion } = conversation
  const assign = useInboxCommand('assign')
  const close = useInboxCommand('close')
  const reopen = useInboxCommand('reopen')
  const read = useInboxCommand('read')
  const done = (): void => setAsked(undefined)
  // What turns into its opposite stays one button: whoever pressed it keeps the focus.
  return (
    <div className="inbox__actions">
      {assigneeId !== person.personId && <ActionButton icon="person" name="assign" onPress={() => void assign.run({ conversationId, accountId: person.accountId })}>{t('inbox.toMe')}</ActionButton>}
      <Button icon="team" onPress={() => setAsked('assign')}>{t('inbox.assign')}</Button>
      {!applicationId && <ActionButton icon="forward" name="handOver" onPress={() => setAsked('redirect')}>{t('inbox.redirect')}</ActionButton>}
      <Button icon={applicationId ? 'undo' : 'file'} onPress={() => (applicationId ? setLinked(applicationId) : setAsked('link'))}>{t(applicationId ? 'inbox.unlink' : 'inbox.link')}</Button>
      {state === 'closed' ? <ActionButton key="end" icon="undo" onPress={() => void reopen.run({ conversationId })}>{t('inbox.reopen')}</ActionButton>
        : <ActionButton key="end" icon="checkCircle" name="close" onPress={() => void close.run({ conversationId, seenQuestion })}>{t('inbox.close')}</ActionButton>}
      <Button kind="quiet" icon={unread > 0 ? 'check' : 'mail'} onPress={() => void read.run({ conversationId, seenQuestion, isRead: unread > 0 })}>{t(unread > 0 ? 'inbox.markRead' : 'inbox.markUnread')}</Button>
      {asked === 'assign' && <AssignDialog conversation={conversation} desks={desks} onClose={done} />}
      {asked === 'redirect' && <RedirectDialog conversation={conversation} desks={desks} onClose={done} />}
      {linked && <UnlinkDialog conversationId={conversationId} applicationId={linked} onClose={() => setLinked(undefined)} />}
      {asked === 'link' && <LinkDialog conversationId={conversationId} onClose={done} onCapture={onCapture} />}
    </div>
  )
}
