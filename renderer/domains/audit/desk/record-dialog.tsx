import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { REQUEST_KINDS, RequestKind } from '../../../../shared/domains/audit/requests.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import type { KnownPersonId } from '../../../../shared/wire/privacy.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { formatPlainDay, parseDay } from '../../../ui/format.ts'
import { Select } from '../../../ui/select.tsx'
import { TextArea, TextInput } from '../../../ui/text-input.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { PersonChoice } from './person-choice.tsx'
import { useRequestChange } from './use-request-change.ts'

/** Puts down what a citizen asked for; the month runs from the day on which it came in. */
export function RecordDialog({ onChanged, onClose }: { readonly onChanged: () => void; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const today = germanDayAt(useNow())
  const [id] = useState(() => crypto.randomUUID())
  const [kind, setKind] = useState<RequestKind>('information')
  const [name, setName] = useState('')
  const [personId, setPersonId] = useState<KnownPersonId | null>(null)
  const [day, setDay] = useState(() => formatPlainDay(today, language))
  const [note, setNote] = useState('')
  const [wasTried, setTried] = useState(false)
  const { run, isRunning } = useRequestChange('record', onChanged)
  const receivedOn = parseDay(day)
  const send = async (): Promise<void> => {
    setTried(true)
    if (name.trim() === '' || receivedOn === undefined) return
    if (await run({ id, kind, name: name.trim(), personId, note: note.trim(), receivedOn })) onClose()
  }
  return (
    <FormDialog title={t('protection.record')} confirm={t('protection.save')} isRunning={isRunning} onSend={() => void send()} onClose={onClose}>
      <Select label={t('protection.kind')} value={kind} hasFocus items={REQUEST_KINDS.map(one => ({ id: one, name: t(`protection.kinds.${one}`) }))} onChange={one => setKind(RequestKind.catch('information').parse(one))} />
      <TextInput label={t('protection.name')} value={name} maxLength={200} isRequired error={wasTried && name.trim() === '' ? t('protection.nameMissing') : undefined} onChange={setName} />
      <PersonChoice name={name} chosen={personId} onChange={setPersonId} />
      <TextInput label={t('protection.received')} hint={t('protection.receivedHint')} value={day} maxLength={20} isRequired error={wasTried && receivedOn === undefined ? t('protection.dayWrong') : undefined} onChange={setDay} />
      <TextArea label={t('protection.note')} hint={t('protection.noteHint')} value={note} maxLength={2_000} onChange={setNote} />
    </FormDialog>
  )
}
