import { useMutation } from '@tanstack/react-query'
import type { CoreClient } from '../../core-client/connect.ts'
import { useCore } from '../../core-client/core-context.tsx'
import { useCommandResult } from '../../ui/use-command-result.ts'

type Input = Parameters<CoreClient['reports']['set-person-figures']>[0]

export function useSetPersonFigures(): { readonly run: (input: Input) => Promise<boolean>; readonly isRunning: boolean } {
  const { client } = useCore()
  const tell = useCommandResult('reports.set-person-figures')
  const { mutateAsync, isPending } = useMutation({ mutationFn: (input: Input) => client.reports['set-person-figures'](input) })
  return { run: input => tell(() => mutateAsync(input)), isRunning: isPending }
}
