import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '../../../shared/ids.ts'
import type { DuplicatePair, PersonSummary } from '../../../shared/wire/people.ts'
import { Button } from '../../ui/button.tsx'
import { formatPlainDay } from '../../ui/format.ts'
import { Problem } from '../../ui/problem.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import { addressLine } from './contact-words.ts'
import { useDuplicates } from './file-queries.ts'
import { SecrecyBadge } from './secrecy-badge.tsx'
import { useAgainOnline } from '../../ui/use-again-online.ts'
import { usePersonChange } from './use-person-change.ts'

interface Props {
  readonly onOpen: (id: PersonId) => void
}

/** Files that may be of one person, side by side; a person decides about each pair. */
export function DuplicatesPanel({ onOpen }: Props): ReactElement {
  const { t } = useTranslation()
  const { answer, renew } = useDuplicates()
  useAgainOnline(answer.kind === 'refused', renew)
  if (answer.kind === 'asking') return <output className="muted">{t('common.loading')}</output>
  if (answer.kind === 'refused') return <Problem refusal={answer.refusal} />
  const { pairs, hasMore } = answer.value
  if (pairs.length === 0) return <output>{t('people.duplicates.none')}</output>
  return (
    <div className="stack">
      <p>{t('people.duplicates.intro')}</p>
      {hasMore && <p className="callout">{t('people.duplicates.more')}</p>}
      <ul className="likely-list">{pairs.map(pair => <Pair key={`${pair.one.id}/${pair.other.id}`} pair={pair} onOpen={onOpen} onDecided={renew} />)}</ul>
    </div>
  )
}

function Pair({ pair, onOpen, onDecided }: Props & { readonly pair: DuplicatePair; readonly onDecided: () => void }): ReactElement {
  const { t } = useTranslation()
  const [step, setStep] = useState<'merge' | 'apart'>()
  const names = t('people.duplicates.pair', { one: pair.one.name, other: pair.other.name })
  return (
    <li className="likely">
      <div>
        <strong>{t('people.duplicates.score', { score: pair.score })}</strong>{' '}
        <span className="muted">{pair.reasons.map(reason => t(`people.duplicates.reasons.${reason}`)).join(', ')}</span>
      </div>
      <div className="likely__sides">
        <Side person={pair.one} beside={pair.other} records={pair.oneRecords} onOpen={onOpen} />
        <Side person={pair.other} beside={pair.one} records={pair.otherRecords} onOpen={onOpen} />
      </div>
      <div className="row">
        <Button kind="primary" icon="people" aria-label={`${t('people.duplicates.merge')} ${names}`} onPress={() => setStep('merge')}>{t('people.duplicates.merge')}</Button>
        <Button aria-label={`${t('people.duplicates.apart')} ${names}`} onPress={() => setStep('apart')}>{t('people.duplicates.apart')}</Button>
      </div>
      {step === 'merge' && <MergeDialog pair={pair} onDecided={onDecided} onClose={() => setStep(undefined)} />}
      {step === 'apart' && <ApartDialog pair={pair} onDecided={onDecided} onClose={() => setStep(undefined)} />}
    </li>
  )
}

/** One of the two; what both have in common stands out. */
function Side({ person, beside, records, onOpen }: Props & { readonly person: PersonSummary; readonly beside: PersonSummary; readonly records: number }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const others = new Set([...beside.emails, ...beside.phones, ...beside.addresses.map(addressLine)].map(text => text.toLowerCase()))
  const lines = [...person.addresses.map(addressLine), ...person.emails, ...person.phones]
  return (
    <div className="likely__side">
      <h2>{person.name}</h2>
      {person.secretUntil && <SecrecyBadge />}
      {person.otherNames.length > 0 && <p className="muted">{t('people.otherNames', { names: person.otherNames.join(', ') })}</p>}
      {person.isHidden
        ? <p className="muted">{t('people.secrecy.hidden')}</p>
        : (
          <>
            <p className={person.birthDay !== null && person.birthDay === beside.birthDay ? 'likely__same' : undefined}>{t('people.born')}: {person.birthDay ? formatPlainDay(person.birthDay, language) : t('people.unknown')}</p>
            {lines.map(line => <p key={line} className={others.has(line.toLowerCase()) ? 'likely__same' : undefined}>{line}</p>)}
          </>
        )}
      <p className="muted">{t('people.duplicates.records', { count: records })}</p>
      <Button kind="quiet" icon="forward" aria-label={t('people.openOf', { name: person.name })} onPress={() => onOpen(person.id)}>{t('people.open')}</Button>
    </div>
  )
}

interface DecisionProps {
  readonly pair: DuplicatePair
  readonly onDecided: () => void
  readonly onClose: () => void
}

/** The file with more in it takes the other one in. */
function MergeDialog({ pair, onDecided, onClose }: DecisionProps): ReactElement {
  const { t } = useTranslation()
  const [id] = useState(() => crypto.randomUUID())
  const { run, isRunning } = usePersonChange('merge', onDecided)
  const [into, from] = pair.oneRecords >= pair.otherRecords ? [pair.one, pair.other] : [pair.other, pair.one]
  return (
    <ReasonDialog
      title={t('people.duplicates.mergeTitle')} meaning={t('people.duplicates.mergeMeaning', { from: from.name, into: into.name })} label={t('people.duplicates.why')} missing={t('people.duplicates.whyMissing')} confirm={t('people.duplicates.mergeNow')} isRunning={isRunning}
      onSend={reason => run({ id, fromId: from.id, intoId: into.id, reason })} onClose={onClose}
    />
  )
}

function ApartDialog({ pair, onDecided, onClose }: DecisionProps): ReactElement {
  const { t } = useTranslation()
  const { run, isRunning } = usePersonChange('apart', onDecided)
  return (
    <ReasonDialog
      title={t('people.duplicates.apartTitle')} meaning={t('people.duplicates.apartMeaning')} label={t('people.duplicates.why')} missing={t('people.duplicates.whyMissing')} confirm={t('people.duplicates.apartNow')} isRunning={isRunning}
      onSend={reason => run({ oneId: pair.one.id, otherId: pair.other.id, reason })} onClose={onClose}
    />
  )
}
