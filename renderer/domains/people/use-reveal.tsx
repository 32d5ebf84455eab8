import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { REVEALED_TABLES } from '../../../shared/domains/people/reveal-command.ts'
import { useCore } from '../../core-client/core-context.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { useCommandResult } from '../../ui/use-command-result.ts'

interface Reveal {
  /** Asks what for, and answers whether that is noted. */
  readonly ask: () => Promise<boolean>
  /** To be shown where `ask` is used. */
  readonly dialog: ReactElement | null
}

/** What for somebody looks at what a record says of a person under secrecy. */
export function useReveal(table: (typeof REVEALED_TABLES)[number], recordId: string): Reveal {
  const { t } = useTranslation()
  const { client } = useCore()
  const tell = useCommandResult('people.reveal')
  const [answer, setAnswer] = useState<(isNoted: boolean) => void>()
  const [isRunning, setRunning] = useState(false)
  const send = async (reason: string): Promise<boolean> => {
    setRunning(true)
    const isNoted = await tell(() => client.people.reveal({ table, recordId, reason: reason.trim() }))
    setRunning(false)
    if (isNoted) answer?.(true)
    return isNoted
  }
  const close = (): void => {
    answer?.(false)
    setAnswer(undefined)
  }
  return {
    ask: () => new Promise(resolve => setAnswer(() => resolve)),
    dialog: answer ? (
      <ReasonDialog
        title={t('people.secrecy.mark')} meaning={t('people.secrecy.showMeaning')} label={t('people.secrecy.why')} missing={t('people.secrecy.whyMissing')} confirm={t('people.secrecy.showNow')} isRunning={isRunning}
        onSend={send} onClose={close}
      />
    ) : null,
  }
}
