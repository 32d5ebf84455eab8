import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '../../../shared/ids.ts'
import type { PersonFile, TimelineEntry } from '../../../shared/wire/people.ts'
import { useStatus } from '../../core-client/core-context.tsx'
import { Button } from '../../ui/button.tsx'
import { formatPlainDay } from '../../ui/format.ts'
import { Problem } from '../../ui/problem.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { Screen } from '../../ui/screen.tsx'
import { useFirstFocus } from '../../ui/use-first-focus.ts'
import { useLanguage } from '../../ui/use-language.ts'
import { ChoicesPart } from './choices-part.tsx'
import { addressLine } from './contact-words.ts'
import { usePersonFile } from './file-queries.ts'
import { GiveDialog } from './give-dialog.tsx'
import { GivenNote, type Given } from './given-note.tsx'
import { recordOf } from './given-record.ts'
import { HeldCases } from './held-cases.tsx'
import { MergesPart } from './merges-part.tsx'
import { SecrecyPart } from './secrecy-part.tsx'
import { Timeline, type WayToRecords } from './timeline.tsx'
import { useAgainOnline } from '../../ui/use-again-online.ts'
import { VaccinationsPart } from './vaccinations-part.tsx'
import './people.css'
import './secrecy.css'

interface PersonFilePageProps extends WayToRecords {
  readonly personId: PersonId
  readonly onBack: () => void
  readonly onOpenCase: (id: string) => void
}

/** The file of one citizen. It is read once when it is opened, for every reading is noted. */
export function PersonFilePage({ personId, onBack, onOpenCase, ...way }: PersonFilePageProps): ReactElement {
  const { t } = useTranslation()
  const [reason, setReason] = useState<string | null>(null)
  const [given, setGiven] = useState<readonly Given[]>([])
  const { answer, renew } = usePersonFile(personId, reason)
  const back = useFirstFocus<HTMLButtonElement>()
  const isOnline = useStatus()?.connection === 'online'
  useAgainOnline(answer.kind === 'refused', renew)
  const isGone = answer.kind === 'refused' && answer.refusal.code === 'request/not-found'
  const title = answer.kind === 'told' ? answer.value.person.name : t('people.fileOf')
  return (
    <Screen title={title} isWide holdsFocus actions={<Button ref={back} icon="back" onPress={onBack}>{t('people.back')}</Button>}>
      {answer.kind === 'asking' && <output className="muted">{t('common.loading')}</output>}
      {given.map(one => <GivenNote key={one.entry.id} given={one} isGone={isGone} onBack={() => { setGiven(given.map(other => (other === one ? { ...one, isBack: true } : other))); renew() }} />)}
      {answer.kind === 'refused' && isOnline && !(given.length > 0 && isGone) && <Problem refusal={answer.refusal} />}
      {answer.kind === 'refused' && !isOnline && (
        <div className="stack">
          <p className="callout">{t('people.offline')}</p>
          <HeldCases personId={personId} name="" onOpen={onOpenCase} />
        </div>
      )}
      {answer.kind === 'told' && <File file={answer.value} onReason={setReason} onChanged={renew} onGiven={one => { setGiven([...given.filter(({ entry }) => entry.id !== one.entry.id), one]); renew() }} {...way} />}
    </Screen>
  )
}

interface FileProps extends WayToRecords {
  readonly file: PersonFile
  readonly onReason: (reason: string) => void
  readonly onChanged: () => void
  readonly onGiven: (given: Given) => void
}

function File({ file, onReason, onChanged, onGiven, ...way }: FileProps): ReactElement {
  const { t } = useTranslation()
  const { person } = file
  const [giving, setGiving] = useState<TimelineEntry>()
  const record = giving && recordOf(giving)
  return (
    <div className="citizen">
      {person.secretUntil && <Veil until={person.secretUntil} isHidden={person.isHidden} onReason={onReason} />}
      <Head file={file} />
      <div className="citizen__columns">
        <section className="citizen__part" aria-labelledby="person-timeline">
          <h2 id="person-timeline">{t('people.timeline')}</h2>
          <p className="muted">{t('people.timelineHint')}</p>
          <Timeline entries={file.entries} onGive={setGiving} {...way} />
          {file.hasMore && <p className="callout">{t('people.olderLeftOut')}</p>}
          {file.mayAskVaccinations && <VaccinationsPart key={person.id} personId={person.id} {...way} />}
        </section>
        <div className="citizen">
          <ChoicesPart file={file} onChanged={onChanged} />
          <SecrecyPart file={file} onChanged={onChanged} />
          {file.merges.length > 0 && <MergesPart merges={file.merges} onChanged={onChanged} />}
        </div>
      </div>
      {giving && record && <GiveDialog file={file} entry={giving} record={record} onGiven={to => { setGiving(undefined); onGiven({ entry: giving, record, from: person.id, to, isBack: false }) }} onClose={() => setGiving(undefined)} />}
    </div>
  )
}

/** Says that a secrecy holds; what it hides is shown once somebody said what for. */
function Veil({ until, isHidden, onReason }: { readonly until: string; readonly isHidden: boolean; readonly onReason: (reason: string) => void }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="secrecy-veil" role="note">
      <strong>{t('people.secrecy.until', { day: formatPlainDay(until, language) })}</strong>
      <p>{isHidden ? t('people.secrecy.meaning') : t('people.secrecy.shown')}</p>
      {isHidden && <Button icon="eye" onPress={() => setOpen(true)}>{t('people.secrecy.show')}</Button>}
      {isOpen && (
        <ReasonDialog
          title={t('people.secrecy.mark')} meaning={t('people.secrecy.showMeaning')} label={t('people.secrecy.why')} missing={t('people.secrecy.whyMissing')} confirm={t('people.secrecy.showNow')} isRunning={false}
          onSend={async reason => { onReason(reason.trim()); return true }} onClose={() => setOpen(false)}
        />
      )}
    </div>
  )
}

function Head({ file: { person, preferredWay } }: { readonly file: PersonFile }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const several = (values: readonly string[], isVeiled = person.isHidden): ReactElement => {
    if (isVeiled) return <span className="muted">{t('people.secrecy.hidden')}</span>
    return values.length === 0 ? <span className="muted">{t('people.unknown')}</span> : <>{values.map(value => <div key={value}>{value}</div>)}</>
  }
  return (
    <dl className="citizen__head">
      <div><dt>{t('people.born')}</dt><dd>{several(person.birthDay ? [formatPlainDay(person.birthDay, language)] : [])}</dd></div>
      <div><dt>{t('people.address')}</dt><dd>{several(person.addresses.map(addressLine))}</dd></div>
      <div><dt>{t('people.email')}</dt><dd>{several(person.emails)}</dd></div>
      <div><dt>{t('people.phone')}</dt><dd>{several(person.phones)}</dd></div>
      {person.otherNames.length > 0 && <div><dt>{t('people.alsoWritten')}</dt><dd>{several(person.otherNames, false)}</dd></div>}
      <div><dt>{t('people.choices.way')}</dt><dd>{preferredWay ? t(`people.ways.${preferredWay}`) : <span className="muted">{t('people.choices.noWay')}</span>}</dd></div>
    </dl>
  )
}
