import { useMutation } from '@tanstack/react-query'
import type { CoreClient } from '../../core-client/connect.ts'
import { useCore } from '../../core-client/core-context.tsx'
import { useCommandResult, type CommandAnswer } from '../../ui/use-command-result.ts'

/** All that is done about vaccinations, by the names of the commands. */
export type VaccinationCommands = Pick<CoreClient['vaccinations'],
  | 'set-vaccine' | 'add-batch' | 'block-batch' | 'set-rules' | 'set-session' | 'turn-session' | 'set-stock' | 'set-stand-by' | 'check-in' | 'change-person' | 'add-history'
  | 'remove-history' | 'answer' | 'judge' | 'consent' | 'end-observation' | 'leave' | 'take-over' | 'document' | 'correct' | 'void' | 'note-signed' | 'keep-both' | 'open-recall'
  | 'note-contact' | 'close-recall' | 'suspect' | 'note-reported'>

/** One command about vaccinations, with the toast that tells what became of it; `run` gives whether it was saved. */
export function useVaccinationCommand<Name extends keyof VaccinationCommands>(name: Name): { readonly run: (input: Parameters<VaccinationCommands[Name]>[0]) => Promise<boolean>; readonly isRunning: boolean } {
  const { client } = useCore()
  const tell = useCommandResult(`vaccinations.${name}`)
  const call = client.vaccinations[name] as (input: Parameters<VaccinationCommands[Name]>[0]) => Promise<CommandAnswer>
  const { mutateAsync, isPending } = useMutation({ mutationFn: call })
  return { run: input => tell(() => mutateAsync(input)), isRunning: isPending }
}
