import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { DEADLINE_BASES } from '../../../../shared/domains/applications/service-tables.ts'
import type { DraftContent } from '../../../../shared/domains/applications/service-draft.ts'
import { ProblemLine } from '../../../ui/editing/problem-line.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { EurosInput, NumberInput, WordsInput } from './inputs.tsx'
import { useProblemAt } from '../../../ui/editing/problem-words.ts'
import { Tick } from '../../../ui/tick.tsx'

export interface PartProps {
  readonly content: DraftContent
  readonly onChange: (part: Partial<DraftContent>) => void
  readonly departments: readonly { readonly id: string; readonly name: string }[]
}

/** Title, what citizens read, who is in charge, and the law. */
export function GeneralPart({ content, onChange, departments }: PartProps): ReactElement {
  const { t } = useTranslation()
  const departmentProblem = useProblemAt('departmentId')
  const lawProblem = useProblemAt('legalBasis')
  return (
    <>
      <WordsInput label={t('services.fields.title')} path="title" value={content.title} maxLength={120} onChange={title => onChange({ title })} />
      <WordsInput label={t('services.fields.description')} path="description" hint={t('services.hints.description')} value={content.description} isLong maxLength={4_000} onChange={description => onChange({ description })} />
      <div className="pair">
        <Select label={t('services.fields.department')} items={departments} value={content.departmentId || null} placeholder={t('services.choose')} error={departmentProblem} onChange={departmentId => onChange({ departmentId })} />
        <TextInput label={t('services.fields.legalBasis')} hint={t('services.hints.legalBasis')} error={lawProblem} value={content.legalBasis} maxLength={300} onChange={legalBasis => onChange({ legalBasis })} />
      </div>
    </>
  )
}

type Deadline = NonNullable<DraftContent['deadline']>

/** What each basis begins with: the law's own periods where it has one. */
const FIRST_DEADLINES: Readonly<Record<Deadline['basis'], Deadline>> = {
  'own-target': { basis: 'own-target', amount: 14, unit: 'days' },
  'vwvfg-42a': { basis: 'vwvfg-42a', amount: 3, unit: 'months' },
  'gewo-15': { basis: 'gewo-15', amount: 3, unit: 'days' },
}

export function DeadlinePart({ content: { deadline }, onChange }: PartProps): ReactElement {
  const { t } = useTranslation()
  const items = [{ id: 'none', name: t('services.deadline.none') }, ...DEADLINE_BASES.map(id => ({ id, name: t(`services.deadline.${id}`) }))]
  const units = (['days', 'working-days', 'months'] as const).map(id => ({ id, name: t(`services.units.${id}`) }))
  const choose = (id: string): void => {
    const basis = DEADLINE_BASES.find(one => one === id)
    onChange({ deadline: basis ? FIRST_DEADLINES[basis] : null })
  }
  return (
    <>
      <div className="trio">
        <Select label={t('services.fields.deadlineBasis')} items={items} value={deadline?.basis ?? 'none'} onChange={choose} />
        {deadline && <NumberInput label={t('services.fields.deadlineAmount')} path="deadline.amount" value={deadline.amount} onChange={amount => onChange({ deadline: { ...deadline, amount } })} />}
        {deadline && <Select label={t('services.fields.deadlineUnit')} items={units} value={deadline.unit} onChange={unit => onChange({ deadline: { ...deadline, unit: units.find(({ id }) => id === unit)?.id ?? 'days' } })} />}
      </div>
      <ProblemLine path="deadline" />
      <p className="muted">{t('services.hints.deadline')}</p>
    </>
  )
}

export function ReleasePart({ content: { releaseMode, singleUpToCents }, onChange }: PartProps): ReactElement {
  const { t } = useTranslation()
  const modes = (['four-eyes', 'single-by-service'] as const).map(id => ({ id, name: t(`services.release.${id}`) }))
  const isFourEyes = releaseMode === 'four-eyes'
  const choose = (mode: string): void =>
    onChange(mode === 'four-eyes' ? { releaseMode: 'four-eyes' } : { releaseMode: 'single-by-service', singleUpToCents: null })
  return (
    <>
      <div className="pair"><Select label={t('services.fields.releaseMode')} items={modes} value={releaseMode} onChange={choose} /></div>
      {isFourEyes && <Tick label={t('services.release.upTo')} isOn={singleUpToCents !== null} onChange={isOn => onChange({ singleUpToCents: isOn ? 10_000 : null })} />}
      {singleUpToCents !== null && (
        <div className="pair">
          <EurosInput label={t('services.fields.singleUpTo')} path="singleUpToCents" hint={t('services.hints.singleUpTo')} value={singleUpToCents} onChange={cents => onChange({ singleUpToCents: cents ?? 0 })} />
        </div>
      )}
    </>
  )
}

export function ContactPart({ content: { contact }, onChange }: PartProps): ReactElement {
  const { t } = useTranslation()
  const problems = { name: useProblemAt('contact.name'), telephone: useProblemAt('contact.telephone'), email: useProblemAt('contact.email'), room: useProblemAt('contact.room') }
  const fields = ['name', 'telephone', 'email', 'room'] as const
  return (
    <>
      <Tick label={t('services.contactGiven')} isOn={contact !== null} onChange={isOn => onChange({ contact: isOn ? { name: '', telephone: '', email: '', room: '' } : null })} />
      {contact && (
        <div className="pair">
          {fields.map(field => (
            <TextInput key={field} label={t(`services.fields.contact.${field}`)} error={problems[field]} value={contact[field]} maxLength={254} onChange={text => onChange({ contact: { ...contact, [field]: text } })} />
          ))}
        </div>
      )}
    </>
  )
}

export function RetentionPart({ content: { retention }, onChange }: PartProps): ReactElement {
  const { t } = useTranslation()
  const now = retention ?? { months: null, basis: '' }
  const basisProblem = useProblemAt('retention.basis')
  return (
    <>
      <div className="pair">
        <NumberInput label={t('services.fields.retentionMonths')} path="retention.months" hint={t('services.hints.retention')} value={now.months} onChange={months => onChange({ retention: { ...now, months } })} />
        <TextInput label={t('services.fields.retentionBasis')} error={basisProblem} value={now.basis} maxLength={300} onChange={basis => onChange({ retention: { ...now, basis } })} />
      </div>
      <ProblemLine path="retention" />
    </>
  )
}
