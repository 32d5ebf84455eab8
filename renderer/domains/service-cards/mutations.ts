import { useMutation } from '@tanstack/react-query'
import { MOST_CARDS_AT_ONCE } from '../../../shared/domains/service-cards/on-cards.ts'
import type { ServiceCardId } from '../../../shared/ids.ts'
import type { CoreClient } from '../../core-client/connect.ts'
import { useCore } from '../../core-client/core-context.tsx'
import { useCommandResult, type CommandAnswer } from '../../ui/use-command-result.ts'

type CardCommands = Pick<CoreClient['service-cards'], 'set-organisation' | 'request' | 'renew' | 'correct' | 'withdraw' | 'approve' | 'refuse' | 'issue' | 'hand-over' | 'block'>

/** One command about service ID cards, with the toast that tells what became of it; `run` gives whether it was saved. */
export function useCardCommand<Name extends keyof CardCommands>(name: Name): { readonly run: (input: Parameters<CardCommands[Name]>[0]) => Promise<boolean>; readonly isRunning: boolean } {
  const { client } = useCore()
  const tell = useCommandResult(`service-cards.${name}`)
  const call = client['service-cards'][name] as (input: Parameters<CardCommands[Name]>[0]) => Promise<CommandAnswer>
  const { mutateAsync, isPending } = useMutation({ mutationFn: call })
  return { run: input => tell(() => mutateAsync(input)), isRunning: isPending }
}

/** A list in as many commands as it takes, one after the other; the first that is refused ends it. */
export async function inParts(cardIds: readonly ServiceCardId[], run: (cardIds: ServiceCardId[]) => Promise<boolean>): Promise<boolean> {
  for (let from = 0; from < cardIds.length; from += MOST_CARDS_AT_ONCE)
    if (!(await run(cardIds.slice(from, from + MOST_CARDS_AT_ONCE)))) return false
  return true
}
