import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { FIELD_KINDS, FieldKind, propertiesOf } from '../../../../shared/domains/applications/field-kinds.ts'
import type { FormDraft } from '../../../../shared/domains/applications/service-draft.ts'
import { ProblemLine } from '../../../ui/editing/problem-line.tsx'
import { Button, IconButton } from '../../../ui/button.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { useFirstFocusWithin } from './use-first-focus-within.ts'
import {
  addChoice, changeField, changeKind, changeRule, choicesOf, moveChoice, NO_WORDS, removeChoice, renameChoice, setRequired, setSortable,
  type Field, type FormChange,
} from './form-editing.ts'
import { NumberInput, WordsInput } from './inputs.tsx'
import { useProblemAt } from '../../../ui/editing/problem-words.ts'
import { Tick } from '../../../ui/tick.tsx'

interface Props {
  readonly form: FormDraft
  readonly field: Field
  readonly kind: FieldKind
  readonly isRequired: boolean
  readonly onChange: (change: FormChange) => void
}

const SORTABLE: readonly FieldKind[] = ['text', 'number', 'amount', 'date', 'yes-no', 'choice', 'pattern']

/** Everything about one question. */
export function QuestionEditor({ form, field, kind, isRequired, onChange }: Props): ReactElement {
  const { t } = useTranslation()
  const { key, label, help } = field
  const path = `form.fields.${key}`
  const kinds = FIELD_KINDS.map(id => ({ id, name: t(`services.kinds.${id}`) }))
  const within = useFirstFocusWithin(label.de === '')
  const changeHelp = (words: typeof label): void => onChange(changeField(key, { help: words.de === '' && words.en === '' ? null : words }))
  return (
    <div className="question__editor" ref={within}>
      <WordsInput label={t('services.fields.question')} path={`${path}.label`} value={label} maxLength={400} onChange={words => onChange(changeField(key, { label: words }))} />
      <WordsInput label={t('services.fields.help')} path={`${path}.help`} hint={t('services.hints.help')} value={help ?? NO_WORDS} maxLength={400} onChange={changeHelp} />
      <div className="pair">
        <Select label={t('services.fields.kind')} items={kinds} value={kind} onChange={id => onChange(changeKind(key, FieldKind.parse(id)))} />
        <div className="ticks">
          <Tick label={t('services.fields.required')} isOn={isRequired} onChange={isOn => onChange(setRequired(key, isOn))} />
          {SORTABLE.includes(kind) && <Tick label={t('services.fields.sortable')} isOn={form.sortable.includes(key)} onChange={isOn => onChange(setSortable(key, isOn))} />}
        </div>
      </div>
      <RuleEditor form={form} fieldKey={key} kind={kind} onChange={onChange} />
    </div>
  )
}

interface RuleProps {
  readonly form: FormDraft
  readonly fieldKey: string
  readonly kind: FieldKind
  readonly onChange: (change: FormChange) => void
}

/** What an answer may be, in the words of its kind. */
function RuleEditor(props: RuleProps): ReactElement | null {
  const { kind } = props
  if (kind === 'choice') return <ChoiceEditor {...props} />
  if (kind === 'number' || kind === 'amount') return <Bounds {...props} low="minimum" high="maximum" />
  if (kind === 'text' || kind === 'long-text') return <Bounds {...props} low={null} high="maxLength" />
  return kind === 'pattern' ? <PatternEditor {...props} /> : null
}

type Bound = 'minimum' | 'maximum' | 'maxLength'

function Bounds({ form, fieldKey, onChange, low, high }: RuleProps & { readonly low: Bound | null; readonly high: Bound }): ReactElement {
  const { t } = useTranslation()
  const rule = propertiesOf(form.schema)[fieldKey] ?? {}
  const valueOf = (bound: Bound): number | null => (typeof rule[bound] === 'number' ? rule[bound] : null)
  const set = (bound: Bound) => (value: number | null): void => onChange(changeRule(fieldKey, { [bound]: value ?? undefined }))
  return (
    <>
      <div className="pair">
        {low && <NumberInput label={t(`services.bounds.${low}`)} path="" value={valueOf(low)} onChange={set(low)} />}
        <NumberInput label={t(`services.bounds.${high}`)} path="" value={valueOf(high)} onChange={set(high)} />
      </div>
      <ProblemLine path={`form.fields.${fieldKey}.bounds`} />
    </>
  )
}

function PatternEditor({ form, fieldKey, onChange }: RuleProps): ReactElement {
  const { t } = useTranslation()
  const pattern = propertiesOf(form.schema)[fieldKey]?.['pattern']
  const problem = useProblemAt(`form.fields.${fieldKey}.pattern`)
  return (
    <TextInput
      label={t('services.fields.pattern')} hint={t('services.hints.pattern')} error={problem} maxLength={400}
      value={typeof pattern === 'string' ? pattern : ''} onChange={text => onChange(changeRule(fieldKey, { pattern: text }))}
    />
  )
}

function ChoiceEditor({ form, fieldKey, onChange }: RuleProps): ReactElement {
  const { t } = useTranslation()
  const choices = choicesOf(form, fieldKey)
  const path = `form.fields.${fieldKey}.choices`
  const name = (index: number): string => `${t('services.nouns.choice')} ${index + 1}`
  return (
    <>
      <ProblemLine path={path} />
      <ol className="entries">
        {choices.map(({ value, label }, index) => (
          <li key={value} className="entry entry--small">
            <div className="entry__fields"><WordsInput label={name(index)} path={`${path}.${value}`} value={label} maxLength={400} onChange={words => onChange(renameChoice(fieldKey, value, words))} /></div>
            <div className="entry__buttons">
              <IconButton icon="up" label={t('editing.moveUp', { what: name(index) })} isDisabled={index === 0} onPress={() => onChange(moveChoice(fieldKey, value, -1))} />
              <IconButton icon="down" label={t('editing.moveDown', { what: name(index) })} isDisabled={index === choices.length - 1} onPress={() => onChange(moveChoice(fieldKey, value, 1))} />
              <IconButton icon="trash" label={t('common.remove', { what: name(index) })} onPress={() => onChange(removeChoice(fieldKey, value))} />
            </div>
          </li>
        ))}
      </ol>
      <div><Button icon="plus" onPress={() => onChange(addChoice(fieldKey))}>{t('services.add.choice')}</Button></div>
    </>
  )
}
