import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { AlertId, derivedUuid } from '../../../shared/ids.ts'
import type { CoreClient } from '../../core-client/connect.ts'
import { useCore } from '../../core-client/core-context.tsx'
import { refusalToast } from '../../ui/refusal-toast.ts'
import { useToast } from '../../ui/toasts.tsx'
import { useCommandResult, type CommandAnswer } from '../../ui/use-command-result.ts'

/** All that is done about messages to the public, by the names of the commands. */
export type AlertCommands = Pick<CoreClient['alerts'],
  | 'begin' | 'write' | 'submit' | 'wish' | 'withdraw' | 'follow-up' | 'release' | 'release-alone' | 'review' | 'return' | 'reject' | 'stop' | 'set-topic' | 'set-template' | 'set-settings' | 'acknowledge'>

interface Running<Input, Value> {
  readonly run: (input: Input) => Promise<Value>
  readonly isRunning: boolean
}

/** One command about messages to the public, with the toast that tells what became of it; `run` gives whether it was carried out. */
export function useAlertCommand<Name extends keyof AlertCommands>(name: Name): Running<Parameters<AlertCommands[Name]>[0], boolean> {
  const { client } = useCore()
  const tell = useCommandResult(`alerts.${name}`)
  const call = client.alerts[name] as (input: Parameters<AlertCommands[Name]>[0]) => Promise<CommandAnswer>
  const { mutateAsync, isPending } = useMutation({ mutationFn: call })
  return { run: input => tell(() => mutateAsync(input)), isRunning: isPending }
}

/** A command that makes a message; gives its id. Only a refusal is told, because what was begun is seen. */
export function useNewAlert<Name extends 'begin' | 'follow-up'>(name: Name): Running<Parameters<AlertCommands[Name]>[0], AlertId | undefined> {
  const { t } = useTranslation()
  const { client, connection } = useCore()
  const show = useToast()
  const call = client.alerts[name] as (input: Parameters<AlertCommands[Name]>[0]) => ReturnType<AlertCommands['begin']>
  const { mutateAsync, isPending } = useMutation({ mutationFn: call })
  const run = async (input: Parameters<AlertCommands[Name]>[0]): Promise<AlertId | undefined> => {
    if (connection.get() !== 'open') {
      show({ kind: 'refused', title: t('connection.notSaved') })
      return undefined
    }
    const answer = await mutateAsync(input).catch(() => ({ ok: false, error: { code: 'request/unexpected' } } as const))
    if (answer.ok) return AlertId.parse(derivedUuid(answer.value.commandId, 'alert'))
    show(refusalToast(t, answer.error))
    return undefined
  }
  return { run, isRunning: isPending }
}
