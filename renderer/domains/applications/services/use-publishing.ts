import type { EditedService } from '../../../../shared/contract/services.ts'
import type { ErrorCode } from '../../../../shared/errors.ts'
import type { DraftContent } from '../../../../shared/domains/applications/service-draft.ts'
import { mayPublish } from '../../../../shared/domains/applications/service-loosening.ts'
import { usePerson } from '../../../core-client/core-context.tsx'

/** Why the person may not publish this, by the rule that core and service decide by; null where they may. */
export function usePublishing({ service, draft }: EditedService, content: DraftContent): ErrorCode | null {
  const person = usePerson()
  // Whoever changes something here is an author as soon as it is kept, which is before it can be published.
  const allowed = mayPublish({ published: service ?? undefined, content, authors: draft?.authors ?? [person.personId] }, person)
  return allowed.ok ? null : allowed.error.code
}

/** Whether the person writes services; leads only read them, and publish as the second person. */
export const useMayWrite = (): boolean => usePerson().grants.some(({ role }) => role === 'administrator')
