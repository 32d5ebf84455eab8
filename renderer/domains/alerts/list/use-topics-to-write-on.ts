import type { AlertTopic } from '../../../../shared/domains/alerts/tables.ts'
import { usePerson } from '../../../core-client/core-context.tsx'
import { useAlertCatalogue } from '../queries.ts'
import { topicsToWriteOn } from './topics.ts'

/** The topics on which whoever sits here may write now; none while they have not been read. */
export function useTopicsToWriteOn(): readonly AlertTopic[] {
  const catalogue = useAlertCatalogue()
  const person = usePerson()
  return catalogue ? topicsToWriteOn(catalogue.topics, person) : []
}
