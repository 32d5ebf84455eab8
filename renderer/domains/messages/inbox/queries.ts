import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { InboxCounts, InboxFilter, ShownConversation, UnreadCase, WholeConversation } from '../../../../shared/contract/messages.ts'
import type { AbsenceNote, MessageDesk } from '../../../../shared/domains/messages/conversation-tables.ts'
import type { ApplicationId, ConversationId, DepartmentId } from '../../../../shared/ids.ts'
import { useCore, usePerson } from '../../../core-client/core-context.tsx'
import { answerOf, type Answer } from '../../../ui/answer.ts'

export interface Inbox {
  readonly conversations: readonly ShownConversation[]
  readonly cases: readonly UnreadCase[]
  readonly counts: InboxCounts
  readonly hasMore: boolean
}

/** What waits; undefined until it has been read. What was shown before stays until the other filter is here. */
export function useInbox(filter: InboxFilter, text: string): Inbox | undefined {
  const { queries } = useCore()
  return useQuery({ ...queries.messages.inbox.queryOptions({ input: { filter, text } }), placeholderData: keepPreviousData }).data
}

export function useConversation(id: ConversationId): Answer<WholeConversation> {
  const { queries } = useCore()
  return answerOf(useQuery(queries.messages.conversation.queryOptions({ input: { id } })))
}

/** What was handed over into a case. */
export function useConversationsOfCase(applicationId: ApplicationId): readonly WholeConversation[] {
  const { queries } = useCore()
  return useQuery(queries.messages['of-case'].queryOptions({ input: { applicationId } })).data?.conversations ?? []
}

export interface Desks {
  readonly departments: readonly { readonly id: DepartmentId; readonly name: string; readonly isClosed: boolean }[]
  readonly desks: readonly MessageDesk[]
  readonly absences: readonly AbsenceNote[]
  readonly blocks: readonly { readonly id: string; readonly title: string; readonly paragraphs: readonly string[] }[]
}

export function useDesks(): Desks | undefined {
  const { queries } = useCore()
  return useQuery(queries.messages.desks.queryOptions()).data
}

interface Colleague {
  readonly accountId: string
  readonly personId: string
  readonly name: string
}

/** Who works in a department; undefined until it has been read. */
export function useColleagues(departmentId: DepartmentId | undefined): readonly Colleague[] | undefined {
  const { queries } = useCore()
  return useQuery(queries.handling.colleagues.queryOptions({ input: departmentId ? { departmentId } : skipToken })).data?.people
}

/** Cases that a text finds, the best first. */
export function useCases(text: string) {
  const { queries } = useCore()
  const searched = text.trim()
  return useQuery(queries.applications.search.queryOptions({ input: searched.length < 2 ? skipToken : { text: searched, limit: 20 } })).data?.hits ?? []
}

/** Somebody who has a record open. */
interface Present {
  readonly personId: string
  readonly name: string
  readonly recordId: string
}

/** Colleagues see that the conversation is open here, and are seen: the names of the others who have it open. */
export function useOthersIn(id: ConversationId): readonly string[] {
  const { client } = useCore()
  const { personId } = usePerson()
  const [people, setPeople] = useState<readonly Present[]>([])
  useEffect(() => {
    const ended = new AbortController()
    // Nothing depends on it: without a link nobody sees it either.
    client.messages.open({ id }).catch(ignore)
    const listen = async (): Promise<void> => {
      for await (const seen of await client.messages.present(undefined, { signal: ended.signal })) setPeople(seen.people)
    }
    listen().catch(ignore)
    return () => {
      ended.abort()
      void client.messages.open({ id: null }).catch(ignore)
    }
  }, [client, id])
  return people.filter(person => person.recordId === id && person.personId !== personId).map(({ name }) => name)
}

const ignore = (): void => undefined
