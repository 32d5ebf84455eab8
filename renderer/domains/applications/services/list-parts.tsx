import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftContent } from '../../../../shared/domains/applications/service-draft.ts'
import { ProblemLine } from '../../../ui/editing/problem-line.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { EntryList } from '../../../ui/editing/entry-list.tsx'
import { NO_WORDS } from './form-editing.ts'
import type { PartProps } from './general-parts.tsx'
import { EurosInput, NumberInput, WordsInput } from './inputs.tsx'
import { useProblemAt } from '../../../ui/editing/problem-words.ts'
import { Tick } from '../../../ui/tick.tsx'

type Step = DraftContent['steps'][number]

/** A key nobody has to think of: free among those of the service. */
function newStep(steps: readonly Step[]): Step {
  const taken = new Set(steps.map(({ key }) => key))
  let number = steps.length + 1
  while (taken.has(`step-${number}`)) number++
  return { key: `step-${number}`, title: NO_WORDS, role: 'clerk', isRequired: false }
}

export function StepsPart({ content: { steps }, onChange }: PartProps): ReactElement {
  const { t } = useTranslation()
  const roles = (['clerk', 'lead'] as const).map(id => ({ id, name: t(`services.roles.${id}`) }))
  return (
    <EntryList
      noun={t('services.nouns.step')} path="steps" entries={steps} empty={t('services.empty.steps')}
      add={{ label: t('services.add.step'), entry: () => newStep(steps) }} onChange={next => onChange({ steps: next })}
    >
      {(step, index, change) => (
        <>
          <WordsInput label={t('services.fields.stepTitle')} path={`steps.${index}.title`} value={step.title} maxLength={200} onChange={title => change({ ...step, title })} />
          <div className="pair">
            <Select label={t('services.fields.stepRole')} items={roles} value={step.role} onChange={role => change({ ...step, role: role === 'lead' ? 'lead' : 'clerk' })} />
            <Tick label={t('services.fields.stepRequired')} isOn={step.isRequired} onChange={isRequired => change({ ...step, isRequired })} />
          </div>
          <ProblemLine path={`steps.${index}`} />
        </>
      )}
    </EntryList>
  )
}

type Automatic = DraftContent['automatic'][number]

export function AutomaticPart({ content: { automatic }, onChange }: PartProps): ReactElement {
  const { t } = useTranslation()
  const kinds = (['tag', 'follow-up'] as const).map(id => ({ id, name: t(`services.automatic.${id}`) }))
  return (
    <EntryList<Automatic>
      noun={t('services.nouns.automatic')} path="automatic" entries={automatic} empty={t('services.empty.automatic')}
      add={{ label: t('services.add.automatic'), entry: () => ({ kind: 'tag', tag: '' }) }} onChange={next => onChange({ automatic: next })}
    >
      {(step, index, change) => (
        <div className="pair">
          <Select label={t('services.fields.automaticKind')} items={kinds} value={step.kind} onChange={kind => change(kind === 'tag' ? { kind: 'tag', tag: '' } : { kind: 'follow-up', days: 14 })} />
          {step.kind === 'tag'
            ? <TagInput index={index} tag={step.tag} onChange={tag => change({ kind: 'tag', tag })} />
            : <NumberInput label={t('services.fields.followUpDays')} path={`automatic.${index}`} value={step.days} onChange={days => change({ kind: 'follow-up', days })} />}
        </div>
      )}
    </EntryList>
  )
}

function TagInput({ index, tag, onChange }: { readonly index: number; readonly tag: string; readonly onChange: (tag: string) => void }): ReactElement {
  const { t } = useTranslation()
  return <TextInput label={t('services.fields.tag')} error={useProblemAt(`automatic.${index}`)} value={tag} maxLength={40} onChange={onChange} />
}

export function FeesPart({ content: { fees }, onChange }: PartProps): ReactElement {
  const { t } = useTranslation()
  return (
    <EntryList
      noun={t('services.nouns.fee')} path="fees" entries={fees} empty={t('services.empty.fees')}
      add={{ label: t('services.add.fee'), entry: () => ({ title: NO_WORDS, cents: null }) }} onChange={next => onChange({ fees: next })}
    >
      {(fee, index, change) => (
        <>
          <WordsInput label={t('services.fields.feeTitle')} path={`fees.${index}.title`} value={fee.title} maxLength={400} onChange={title => change({ ...fee, title })} />
          <div className="pair"><EurosInput label={t('services.fields.feeAmount')} path={`fees.${index}.cents`} value={fee.cents} onChange={cents => change({ ...fee, cents })} /></div>
        </>
      )}
    </EntryList>
  )
}

export function DocumentsPart({ content: { documents }, onChange }: PartProps): ReactElement {
  const { t } = useTranslation()
  return (
    <EntryList
      noun={t('services.nouns.document')} path="documents" entries={documents} empty={t('services.empty.documents')}
      add={{ label: t('services.add.document'), entry: () => NO_WORDS }} onChange={next => onChange({ documents: next })}
    >
      {(words, index, change) => <WordsInput label={t('services.nouns.document')} path={`documents.${index}`} value={words} maxLength={400} onChange={change} />}
    </EntryList>
  )
}
