import type { Alert } from '../../../../shared/domains/alerts/tables.ts'
import { usePerson } from '../../../core-client/core-context.tsx'

/** Whether the person has written on the words already, and so is none who could release them. */
export function useIsAuthor({ authors }: Pick<Alert, 'authors'>): boolean {
  const { personId } = usePerson()
  return authors.some(author => author.personId === personId)
}
