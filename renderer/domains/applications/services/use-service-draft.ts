import type { EditedService } from '../../../../shared/contract/services.ts'
import { contentOf } from '../../../../shared/domains/applications/service-commands.ts'
import { draftOf, type DraftContent } from '../../../../shared/domains/applications/service-draft.ts'
import type { ServiceId } from '../../../../shared/ids.ts'
import { useKeptDraft, type KeptDraft } from '../../../ui/editing/use-kept-draft.ts'
import { useKeepDraft } from './mutations.ts'

export type OpenServiceDraft = KeptDraft<DraftContent>

/** What is being written about a service: kept by itself, and followed when somebody else goes on with it. */
export function useServiceDraft(serviceId: ServiceId, edited: EditedService, anyDepartment: string): OpenServiceDraft {
  const keep = useKeepDraft()
  return useKeptDraft({
    draft: edited.draft,
    published: edited.publishedHash,
    starting: () => startingContent(edited),
    contentIn: contentOf,
    keep: (content, how) => keep({ serviceId, content, ...how, departmentId: content.departmentId || anyDepartment }),
  })
}

function startingContent({ service, form }: EditedService): DraftContent {
  if (!service || !form) throw new Error('a service is edited of which nothing can be read')
  return draftOf({ service, form })
}
