import { useMutation } from '@tanstack/react-query'
import type { CommandId } from '../../../shared/ids.ts'
import type { Result } from '../../../shared/result.ts'
import type { CoreClient } from '../../core-client/connect.ts'
import { useCore } from '../../core-client/core-context.tsx'
import type { RefusalShown } from '../../ui/error-sentences.ts'
import { useCommandResult, type CommandAnswer } from '../../ui/use-command-result.ts'

type StaffCommands = Pick<CoreClient['staff'], 'set-deputy' | 'end-deputy' | 'add' | 'change' | 'move' | 'leave' | 'come-back' | 'hand-over'>
type StaffName = keyof StaffCommands
type StaffInput<Of extends StaffName> = Parameters<StaffCommands[Of]>[0]

export interface Running<Input> {
  /** Whether it was done; `onDone` hears first what came of it. */
  readonly run: (input: Input, onDone?: (done: { readonly commandId: CommandId }) => void) => Promise<boolean>
  readonly isRunning: boolean
}

/** One command about people, with the toast that tells what became of it. */
export function useStaffCommand<Of extends StaffName>(name: Of): Running<StaffInput<Of>> {
  const { client } = useCore()
  const tell = useCommandResult(`staff.${name}`)
  const call = client.staff[name] as (input: StaffInput<Of>) => Promise<Result<{ readonly commandId: CommandId }, RefusalShown>>
  const { mutateAsync, isPending } = useMutation({ mutationFn: call })
  return {
    isRunning: isPending,
    run: (input, onDone) => tell(async () => {
      const answer = await mutateAsync(input)
      if (answer.ok) onDone?.(answer.value)
      return answer
    }),
  }
}

type DepartmentName = keyof CoreClient['departments']
type DepartmentInput<Of extends DepartmentName> = Parameters<CoreClient['departments'][Of]>[0]

/** The same about departments. */
export function useDepartmentCommand<Of extends DepartmentName>(name: Of): Running<DepartmentInput<Of>> {
  const { client } = useCore()
  const tell = useCommandResult(`departments.${name}`)
  const call = client.departments[name] as (input: DepartmentInput<Of>) => Promise<CommandAnswer>
  const { mutateAsync, isPending } = useMutation({ mutationFn: call })
  return { run: input => tell(() => mutateAsync(input)), isRunning: isPending }
}
