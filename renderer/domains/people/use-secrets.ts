import { useQuery } from '@tanstack/react-query'
import { useCore } from '../../core-client/core-context.tsx'

/** Says of a record, or of the person it names by id, whether a secrecy holds; known at every desk, also without a connection. */
export function useSecrets(): (record: { readonly id: string; readonly personId?: string | undefined }) => boolean {
  const { queries } = useCore()
  const secrets = useQuery(queries.people.secrets.queryOptions()).data
  return ({ id, personId }) => secrets !== undefined && (secrets.recordIds.includes(id) || (personId !== undefined && secrets.personIds.some(secret => secret === personId)))
}
