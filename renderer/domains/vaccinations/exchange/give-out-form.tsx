import { useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { fullName, type Vaccinee } from '../../../../shared/domains/vaccinations/vaccinee.ts'
import type { VaccinationId } from '../../../../shared/ids.ts'
import { plainName } from '../../../../shared/formats/file-name.ts'
import { Purpose, type RecordsExport } from '../../../../shared/wire/vaccinations.ts'
import { Button } from '../../../ui/button.tsx'
import { DialogActions } from '../../../ui/dialog.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useGiveOut } from './use-give-out.ts'
import { useSignInAgain } from './use-sign-in-again.ts'

const FORMATS = ['mio', 'fhir'] as const satisfies readonly RecordsExport['format'][]

export interface GiveOutProps {
  /** Any documentation of the person; all that count are given out. */
  readonly vaccinationId: VaccinationId
  readonly person: Pick<Vaccinee, 'givenName' | 'familyName'>
}

/** What for and as what; a sign-in that is too long ago is asked for anew. */
export function GiveOutForm({ vaccinationId, person, onClose }: GiveOutProps & { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const [purpose, setPurpose] = useState('')
  const [format, setFormat] = useState<RecordsExport['format']>('mio')
  const [wasTried, setTried] = useState(false)
  const first = useFirstFocus<HTMLInputElement>()
  const { run, isRunning, refusal, given } = useGiveOut(vaccinationId, plainName(`${t('vaccinationExchange.filename', { name: fullName(person) })}.json`))
  const isEnough = Purpose.safeParse(purpose).success
  const send = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (isEnough && !isRunning) run({ purpose: purpose.trim(), format })
  }
  if (given !== undefined) return <Given count={given} onClose={onClose} />
  return (
    <form noValidate className="stack" onSubmit={send}>
      <p>{t('vaccinationExchange.giveOutIntro')}</p>
      <TextInput label={t('vaccinationExchange.purpose')} inputRef={first} isRequired value={purpose} maxLength={300} hint={t('vaccinationExchange.purposeHint')} error={wasTried && !isEnough ? t('vaccinationExchange.purposeShort') : undefined} onChange={setPurpose} />
      <Select label={t('vaccinationExchange.format')} value={format} items={FORMATS.map(id => ({ id, name: t(`vaccinationExchange.formats.${id}`), note: t(`vaccinationExchange.formatNotes.${id}`) }))} onChange={id => setFormat(FORMATS.find(one => one === id) ?? 'mio')} />
      {refusal && <Problem refusal={refusal}>{refusal.code === 'session/sign-in-again' && <SignInAgain />}</Problem>}
      <DialogActions>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
        <Button kind="primary" type="submit" icon="download" isDisabled={isRunning}>{t(isRunning ? 'vaccinationExchange.creating' : 'vaccinationExchange.create')}</Button>
      </DialogActions>
    </form>
  )
}

function SignInAgain(): ReactElement {
  const { t } = useTranslation()
  const { run, isRunning, refusal } = useSignInAgain()
  return (
    <div className="stack">
      <p>{t('vaccinationExchange.signInHint')}</p>
      <div><Button isDisabled={isRunning} onPress={run}>{t('vaccinationExchange.signInAgain')}</Button></div>
      {refusal && <Problem refusal={refusal} />}
    </div>
  )
}

function Given({ count, onClose }: { readonly count: number; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const button = useFirstFocus<HTMLButtonElement>()
  return (
    <>
      <output>{t('vaccinationExchange.done', { count })}</output>
      <DialogActions><Button kind="primary" ref={button} onPress={onClose}>{t('common.close')}</Button></DialogActions>
    </>
  )
}
