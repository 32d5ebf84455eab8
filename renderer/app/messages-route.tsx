import { useMatch, useNavigate } from '@tanstack/react-router'
import { useEffect, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { ANSWERERS } from '../../shared/domains/messages/on-conversation.ts'
import { ConversationId } from '../../shared/ids.ts'
import { usePerson } from '../core-client/core-context.tsx'
import { MessagesPage } from '../domains/messages/inbox/messages-page.tsx'
import { Problem } from '../ui/problem.tsx'

/** The inbox, and the conversation that is open beside it: also where links from cases lead. */
export function MessagesRoute(): ReactElement {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const person = usePerson()
  const open = useMatch({ from: '/messages/$id', shouldThrow: false })?.params.id
  useEffect(() => {
    document.title = `${t('pages.messages')} – ${t('app.name')}`
  }, [t])
  if (!person.grants.some(({ role }) => ANSWERERS.some(one => one === role))) return <div className="screen"><Problem refusal={{ code: 'request/not-found' }} /></div>
  return (
    <MessagesPage
      chosen={ConversationId.safeParse(open).data}
      onChoose={id => void (id ? navigate({ to: '/messages/$id', params: { id } }) : navigate({ to: '/messages' }))}
      onCase={id => void navigate({ to: '/applications/$id', params: { id }, search: { view: 'all' } })}
      onCapture={message => void navigate({ to: '/$page', params: { page: 'capture' }, search: { message } })}
    />
  )
}
