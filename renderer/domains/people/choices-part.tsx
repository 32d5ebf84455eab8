import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { CHOICE_SOURCES, CONTACT_WAYS, type PersonChoice, type PersonFile } from '../../../shared/wire/people.ts'
import { Button } from '../../ui/button.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { formatDayAndTime } from '../../ui/format.ts'
import { Select } from '../../ui/select.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { useFirstFocus } from '../../ui/use-first-focus.ts'
import { useLanguage } from '../../ui/use-language.ts'
import { usePersonChange } from './use-person-change.ts'

interface Props {
  readonly file: PersonFile
  readonly onChanged: () => void
}

/** What stands of each consent: the last thing said about it. */
const standingConsents = (choices: readonly PersonChoice[]): readonly PersonChoice[] =>
  [...new Map(choices.filter(({ kind }) => kind === 'consent').toReversed().map(choice => [choice.subject, choice])).values()]

/** How somebody wants to be reached and what they agreed to, with who entered it when and from where. */
export function ChoicesPart({ file, onChanged }: Props): ReactElement {
  const { t } = useTranslation()
  const [editing, setEditing] = useState<Draft>()
  const consents = standingConsents(file.choices)
  return (
    <section className="citizen__part" aria-labelledby="person-choices">
      <h2 id="person-choices">{t('people.choices.title')}</h2>
      <p>{t('people.choices.wayIs', { way: file.preferredWay ? t(`people.ways.${file.preferredWay}`) : t('people.choices.noWay') })}</p>
      {consents.length > 0 && (
        <ul className="citizen__lines">
          {consents.map(consent => (
            <li key={consent.subject}>
              {t('people.choices.consentTo', { subject: consent.subject, value: t(consent.value === 'given' ? 'people.choices.given' : 'people.choices.withdrawn') })}{' '}
              {consent.value === 'given' && <Button kind="quiet" onPress={() => setEditing({ kind: 'consent', subject: consent.subject, value: 'withdrawn' })}>{t('people.choices.withdraw')}</Button>}
            </li>
          ))}
        </ul>
      )}
      <div className="row">
        <Button icon="pencil" onPress={() => setEditing({ kind: 'way', subject: '', value: file.preferredWay ?? 'letter' })}>{t('people.choices.setWay')}</Button>
        <Button icon="plus" onPress={() => setEditing({ kind: 'consent', subject: '', value: 'given' })}>{t('people.choices.addConsent')}</Button>
      </div>
      {file.choices.length > 0 && <History choices={file.choices} />}
      {editing && <ChoiceDialog personId={file.person.id} draft={editing} onChanged={onChanged} onClose={() => setEditing(undefined)} />}
    </section>
  )
}

function History({ choices }: { readonly choices: readonly PersonChoice[] }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const whatOf = ({ kind, subject, value }: PersonChoice): string =>
    (kind === 'way'
      ? t('people.choices.wayIs', { way: t(`people.ways.${CONTACT_WAYS.find(way => way === value) ?? 'letter'}`) })
      : t('people.choices.consentTo', { subject, value: t(value === 'given' ? 'people.choices.given' : 'people.choices.withdrawn') }))
  return (
    <details>
      <summary>{t('people.choices.history')}</summary>
      <ul className="citizen__lines">
        {choices.map(choice => (
          <li key={choice.id}><time dateTime={choice.at}>{formatDayAndTime(choice.at, language)}</time>: {t('people.choices.line', { what: whatOf(choice), source: t(`people.sources.${choice.source}`), name: choice.byName })}</li>
        ))}
      </ul>
    </details>
  )
}

interface Draft {
  readonly kind: PersonChoice['kind']
  readonly subject: string
  readonly value: string
}

function ChoiceDialog({ personId, draft, onChanged, onClose }: { readonly personId: PersonFile['person']['id']; readonly draft: Draft; readonly onChanged: () => void; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const { run, isRunning } = usePersonChange('choose', onChanged)
  const [id] = useState(() => crypto.randomUUID())
  const [subject, setSubject] = useState(draft.subject)
  const [value, setValue] = useState(draft.value)
  const [source, setSource] = useState<PersonChoice['source']>('counter')
  const [isMissing, setMissing] = useState(false)
  const first = useFirstFocus<HTMLInputElement>()
  const send = async (): Promise<void> => {
    const lacks = draft.kind === 'consent' && subject.trim() === ''
    setMissing(lacks)
    if (!lacks && (await run({ personId, id, kind: draft.kind, subject: subject.trim(), value, source }))) onClose()
  }
  return (
    <FormDialog title={t(draft.kind === 'way' ? 'people.choices.way' : 'people.choices.consents')} confirm={t('people.choices.save')} isRunning={isRunning} onSend={() => void send()} onClose={onClose}>
      {draft.kind === 'way'
        ? <Select label={t('people.choices.way')} hasFocus value={value} items={CONTACT_WAYS.map(way => ({ id: way, name: t(`people.ways.${way}`) }))} onChange={setValue} />
        : (
          <>
            <TextInput inputRef={first} label={t('people.choices.subject')} hint={t('people.choices.subjectHint')} value={subject} maxLength={120} isRequired error={isMissing ? t('people.choices.missing') : undefined} onChange={setSubject} />
            <Select label={t('people.choices.value')} value={value} items={(['given', 'withdrawn'] as const).map(one => ({ id: one, name: t(`people.choices.${one}`) }))} onChange={setValue} />
          </>
        )}
      <Select label={t('people.choices.source')} value={source} items={CHOICE_SOURCES.map(one => ({ id: one, name: t(`people.sources.${one}`) }))} onChange={one => setSource(CHOICE_SOURCES.find(known => known === one) ?? 'counter')} />
    </FormDialog>
  )
}
