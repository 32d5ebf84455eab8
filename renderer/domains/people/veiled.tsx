import { useState, type ReactElement, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { REVEALED_TABLES } from '../../../shared/domains/people/reveal-command.ts'
import { useCore } from '../../core-client/core-context.tsx'
import { Button } from '../../ui/button.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { useCommandResult } from '../../ui/use-command-result.ts'
import { useSecrets } from './use-secrets.ts'
import './secrecy.css'

interface Props {
  readonly table: (typeof REVEALED_TABLES)[number]
  readonly id: string
  readonly children: ReactNode
}

/** How somebody is reached: hidden where a secrecy holds, until one says what for. To be given a key, so that the next record is hidden again. */
export function Veiled({ table, id, children }: Props): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const isSecret = useSecrets()(id)
  const [isShown, setShown] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const [isRunning, setRunning] = useState(false)
  const tell = useCommandResult('people.reveal')
  if (!isSecret) return <>{children}</>
  const send = async (reason: string): Promise<boolean> => {
    setRunning(true)
    const isNoted = await tell(() => client.people.reveal({ table, recordId: id, reason: reason.trim() }))
    setRunning(false)
    setShown(isNoted)
    return isNoted
  }
  return (
    <>
      <div className="secrecy-veil" role="note">
        <strong>{t('people.secrecy.mark')}</strong>
        <p>{t(isShown ? 'people.secrecy.shown' : 'people.secrecy.meaning')}</p>
        {!isShown && <Button icon="eye" onPress={() => setAsking(true)}>{t('people.secrecy.show')}</Button>}
      </div>
      {isShown && children}
      {isAsking && (
        <ReasonDialog
          title={t('people.secrecy.mark')} meaning={t('people.secrecy.showMeaning')} label={t('people.secrecy.why')} missing={t('people.secrecy.whyMissing')} confirm={t('people.secrecy.showNow')} isRunning={isRunning}
          onSend={send} onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
