import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { secrecyEnd } from '../../../shared/domains/people/secrecy.ts'
import { germanDayAt } from '../../../shared/german-days.ts'
import type { PersonFile } from '../../../shared/wire/people.ts'
import { useNow } from '../../core-client/core-context.tsx'
import { Button } from '../../ui/button.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { formatDay, formatPlainDay, parseDay } from '../../ui/format.ts'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { useFirstFocus } from '../../ui/use-first-focus.ts'
import { useLanguage } from '../../ui/use-language.ts'
import { usePersonChange } from './use-person-change.ts'

interface Props {
  readonly file: PersonFile
  readonly onChanged: () => void
}

/** Whether a secrecy holds, by whom and on which basis; set, extended and lifted here. */
export function SecrecyPart({ file: { person, secrecyChanges }, onChanged }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const [isSetting, setSetting] = useState(false)
  const [isLifting, setLifting] = useState(false)
  const { run, isRunning } = usePersonChange('secrecy', onChanged)
  return (
    <section className="citizen__part" aria-labelledby="person-secrecy">
      <h2 id="person-secrecy">{t('people.secrecy.title')}</h2>
      <p>{person.secretUntil ? t('people.secrecy.until', { day: formatPlainDay(person.secretUntil, language) }) : t('people.secrecy.none')}</p>
      <div className="row">
        <Button icon="lock" onPress={() => setSetting(true)}>{t(person.secretUntil ? 'people.secrecy.extend' : 'people.secrecy.set')}</Button>
        {person.secretUntil && <Button onPress={() => setLifting(true)}>{t('people.secrecy.lift')}</Button>}
      </div>
      {secrecyChanges.length > 0 && (
        <ul className="citizen__lines">
          {secrecyChanges.map(({ kind, until, reason, at, byName }) => (
            <li key={`${at}/${kind}`}>{formatDay(at, language)}, {byName}: {t(`people.secrecy.changes.${kind}`, { day: until ? formatPlainDay(until, language) : '' })}. {reason}</li>
          ))}
        </ul>
      )}
      {isSetting && <SetDialog personId={person.id} onChanged={onChanged} onClose={() => setSetting(false)} />}
      {isLifting && (
        <ReasonDialog
          title={t('people.secrecy.title')} meaning={t('people.secrecy.liftMeaning')} label={t('people.secrecy.reason')} missing={t('people.secrecy.whyMissing')} confirm={t('people.secrecy.liftNow')} kind="danger" isRunning={isRunning}
          onSend={reason => run({ personId: person.id, id: crypto.randomUUID(), until: null, reason })} onClose={() => setLifting(false)}
        />
      )}
    </section>
  )
}

function SetDialog({ personId, onChanged, onClose }: { readonly personId: PersonFile['person']['id']; readonly onChanged: () => void; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const today = germanDayAt(useNow())
  const [id] = useState(() => crypto.randomUUID())
  const [day, setDay] = useState(() => formatPlainDay(secrecyEnd(today), language))
  const [reason, setReason] = useState('')
  const [wasTried, setTried] = useState(false)
  const { run, isRunning } = usePersonChange('secrecy', onChanged)
  const until = parseDay(day)
  const isShort = reason.trim().length < 3
  const first = useFirstFocus<HTMLInputElement>()
  const send = async (): Promise<void> => {
    setTried(true)
    if (until && !isShort && (await run({ personId, id, until, reason }))) onClose()
  }
  return (
    <FormDialog title={t('people.secrecy.title')} confirm={t('people.choices.save')} isRunning={isRunning} onSend={() => void send()} onClose={onClose}>
      <p>{t('people.secrecy.setMeaning')}</p>
      <TextInput inputRef={first} label={t('people.secrecy.lastDay')} hint={t('people.secrecy.lastDayHint')} value={day} maxLength={20} isRequired error={wasTried && !until ? t('people.secrecy.noDay') : undefined} onChange={setDay} />
      <TextInput label={t('people.secrecy.reason')} hint={t('people.secrecy.reasonHint')} value={reason} maxLength={300} isRequired error={wasTried && isShort ? t('people.secrecy.whyMissing') : undefined} onChange={setReason} />
    </FormDialog>
  )
}
