import { useMutation } from '@tanstack/react-query'
import type { DraftContent } from '../../../../shared/domains/applications/service-draft.ts'
import { DepartmentId, type ServiceId } from '../../../../shared/ids.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { useCommandResult, type CommandAnswer } from '../../../ui/use-command-result.ts'

type Act = 'discard-draft' | 'publish' | 'withdraw' | 'offer'

interface ServiceAct {
  readonly run: (serviceId: ServiceId) => Promise<boolean>
  readonly isRunning: boolean
}

/** An act on a whole service, with the toast that tells what became of it. */
export function useServiceAct(name: Act): ServiceAct {
  const { client } = useCore()
  const tell = useCommandResult(`services.${name}`)
  const { mutateAsync, isPending } = useMutation({ mutationFn: (serviceId: ServiceId): Promise<CommandAnswer> => client.services[name]({ serviceId }) })
  return { run: serviceId => tell(() => mutateAsync(serviceId)), isRunning: isPending }
}

export interface DraftToKeep {
  readonly serviceId: ServiceId
  readonly content: DraftContent
  readonly basedOn: string | null
  /** Whether there is an open draft already. */
  readonly isBegun: boolean
  /** A department that exists: a draft is begun in the name of one. */
  readonly departmentId: string
}

/** Keeps a draft, the first time by beginning it; the answer is for the editor, which shows it where the work is. */
export function useKeepDraft(): (draft: DraftToKeep) => Promise<CommandAnswer> {
  const { client } = useCore()
  const { mutateAsync } = useMutation({
    mutationFn: ({ isBegun, departmentId, ...draft }: DraftToKeep): Promise<CommandAnswer> =>
      isBegun
        ? client.services['save-draft'](draft)
        : client.services['begin-draft']({ ...draft, departmentId: DepartmentId.parse(departmentId) }),
  })
  return mutateAsync
}
