import { useQuery } from '@tanstack/react-query'
import { hasNewAnswer } from '../../../shared/domains/staff/suggestion-commands.ts'
import type { Suggestion } from '../../../shared/domains/staff/tables.ts'
import { useCore, usePerson } from '../../core-client/core-context.tsx'
import type { NamedService } from './about.ts'

/** All of the town, newest first; undefined until they have been read. */
export function useSuggestions(): readonly Suggestion[] | undefined {
  const { queries } = useCore()
  return useQuery(queries.suggestions.list.queryOptions()).data?.suggestions
}

export function useTownServices(): readonly NamedService[] {
  const { queries } = useCore()
  return useQuery(queries.applications.services.queryOptions()).data?.services ?? []
}

/** Whether the person may say what becomes of suggestions. */
export const useMayAnswer = (): boolean => usePerson().grants.some(({ role }) => role === 'lead' || role === 'administrator')

/** What waits for the person: answers not read yet, and open suggestions for those who answer. */
export function useWaitingSuggestions(): number {
  const suggestions = useSuggestions() ?? []
  const me = usePerson().personId
  const mayAnswer = useMayAnswer()
  return suggestions.filter(one => (one.authorId === me && hasNewAnswer(one)) || (mayAnswer && one.state === 'open')).length
}
