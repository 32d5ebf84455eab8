import { useTranslation } from 'react-i18next'
import type { Saved } from '../../../../shared/contract/entry.ts'
import type * as z from 'zod'
import type { CommandId } from '../../../../shared/ids.ts'
import type { CoreClient } from '../../../core-client/connect.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { refusalToast } from '../../../ui/refusal-toast.ts'
import { useToast } from '../../../ui/toasts.tsx'
import { useSteady } from '../../../ui/use-steady.ts'
import type { VaccinationCommands } from '../mutations.ts'

type Answer = z.infer<typeof Saved>
type Client = CoreClient['vaccinations']

export interface Station {
  /** Just after a step, while a second press would be one too many: the next step stands where the last one stood. */
  readonly isResting: boolean
  /** Saves a step; what became of it is seen on the screen itself, only a refusal is told. */
  readonly step: <Name extends keyof VaccinationCommands>(name: Name, input: Parameters<Client[Name]>[0], after?: (commandId: CommandId) => void) => void
}

/** What can be done at a station: one step after the other, never two by one press. */
export function useStation(): Station {
  const { client } = useCore()
  const steady = useSteady()
  const saved = useSaved()
  return {
    isResting: steady.isResting,
    step: (name, input, after) => steady.run(async () => {
      const call = client.vaccinations[name] as (what: typeof input) => Promise<Answer>
      const commandId = await saved(() => call(input))
      if (commandId) after?.(commandId)
    }),
  }
}

/** Runs a command; undefined where it was not saved, which has been told then. */
export function useSaved(): (run: () => Promise<Answer>) => Promise<CommandId | undefined> {
  const { t } = useTranslation()
  const core = useCore()
  const show = useToast()
  return async run => {
    if (core.connection.get() !== 'open') {
      show({ kind: 'refused', title: t('connection.notSaved') })
      return undefined
    }
    const answer = await run().catch((): Answer => ({ ok: false, error: { code: 'request/unexpected' } }))
    if (answer.ok) return answer.value.commandId
    show(refusalToast(t, answer.error))
    return undefined
  }
}
