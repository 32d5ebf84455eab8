import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { DialogActions } from '../../../ui/dialog.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import './address.css'
import type { Renewal } from './use-renewable-address.ts'

interface Props extends Renewal {
  /** What it means for whatever reads the address. */
  readonly question: string
}

/** Taking an address back is asked for once more: whatever reads it stops. */
export function TakeBack({ renew, isRenewing, isRenewed, refusal, question }: Props): ReactElement {
  const { t } = useTranslation()
  const [isAsking, setAsking] = useState<boolean>()
  const goOn = (): void => {
    setAsking(false)
    renew()
  }
  if (isAsking) return <Question question={question} onYes={goOn} onNo={() => setAsking(false)} />
  return (
    <>
      <output className="address__renewed">{isRenewed ? t('calendarFiles.renewed') : ''}</output>
      {refusal && <Problem refusal={refusal} />}
      <DialogActions>
        <AskButton hasFocus={isAsking === false} onPress={() => !isRenewing && setAsking(true)} />
      </DialogActions>
    </>
  )
}

/** The keyboard comes back to it once the question has been answered. */
function AskButton({ hasFocus, onPress }: { readonly hasFocus: boolean; readonly onPress: () => void }): ReactElement {
  const { t } = useTranslation()
  const button = useFirstFocus<HTMLButtonElement>(hasFocus)
  return <Button ref={button} kind="quiet" icon="turn" onPress={onPress}>{t('calendarFiles.renew')}</Button>
}

function Question({ question, onYes, onNo }: { readonly question: string; readonly onYes: () => void; readonly onNo: () => void }): ReactElement {
  const { t } = useTranslation()
  const first = useFirstFocus<HTMLButtonElement>()
  return (
    <>
      <p>{question}</p>
      <DialogActions>
        <Button ref={first} kind="quiet" onPress={onNo}>{t('common.cancel')}</Button>
        <Button kind="danger" onPress={onYes}>{t('calendarFiles.renewNow')}</Button>
      </DialogActions>
    </>
  )
}
