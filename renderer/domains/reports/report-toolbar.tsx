import { useId, useState, type FormEvent, type ReactElement, type ReactNode } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { DepartmentFigures } from '../../../shared/contract/reports.ts'
import { PERIODS, type Period } from '../../../shared/domains/reports/periods.ts'
import { Button } from '../../ui/button.tsx'
import { formatPlainDay, parseDay } from '../../ui/format.ts'
import { TextInput } from '../../ui/text-input.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import type { ChosenPeriod } from './use-period.ts'

interface Props {
  readonly chosen: ChosenPeriod
  readonly prefersTables: boolean
  readonly onPrefersTables: (prefersTables: boolean) => void
  /** What else can be chosen. */
  readonly children?: ReactNode
}

/** Which period, and how figures are shown. */
export function ReportToolbar({ chosen: { choice, onChoice, period, onOwnPeriod }, prefersTables, onPrefersTables, children }: Props): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="report__toolbar">
      {children}
      <Segments label={t('reports.period')} value={choice} values={[...PERIODS, 'own']} nameOf={name => t(`reports.periods.${name}`)} onChange={onChoice} />
      <Segments label={t('reports.display')} value={prefersTables ? 'tables' : 'charts'} values={['charts', 'tables']} nameOf={name => t(`reports.${name}`)} onChange={way => onPrefersTables(way === 'tables')} />
      {choice === 'own' && <OwnPeriod period={period} onChange={onOwnPeriod} />}
    </div>
  )
}

interface DepartmentProps {
  readonly departments: readonly DepartmentFigures[]
  readonly value: string | null
  readonly onChange: (id: string | null) => void
}

export function DepartmentChoice({ departments, value, onChange }: DepartmentProps): ReactElement {
  const { t } = useTranslation()
  const id = useId()
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>{t('reports.department')}</label>
      <select id={id} className="input report__select" value={value ?? ''} onChange={event => onChange(event.target.value || null)}>
        <option value="">{t('reports.allDepartments')}</option>
        {departments.map(department => <option key={department.id} value={department.id}>{department.name}</option>)}
      </select>
    </div>
  )
}

interface SegmentsProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly values: readonly Value[]
  readonly nameOf: (value: Value) => string
  readonly onChange: (value: Value) => void
}

function Segments<Value extends string>({ label, value, values, nameOf, onChange }: SegmentsProps<Value>): ReactElement {
  const choose = (chosen: string): void => {
    const found = values.find(candidate => candidate === chosen)
    if (found) onChange(found)
  }
  return (
    <RadioGroup className="field" value={value} onChange={choose} orientation="horizontal">
      <Label className="field__label">{label}</Label>
      <div className="report__segments">
        {values.map(candidate => <Radio key={candidate} value={candidate} className="report__segment">{nameOf(candidate)}</Radio>)}
      </div>
    </RadioGroup>
  )
}

type Wrong = 'from' | 'to' | 'order'

function OwnPeriod({ period, onChange }: { readonly period: Period; readonly onChange: (period: Period) => void }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const [from, setFrom] = useState(formatPlainDay(period.from, language))
  const [to, setTo] = useState(formatPlainDay(period.to, language))
  const [wrong, setWrong] = useState<Wrong>()
  const apply = (event: FormEvent): void => {
    event.preventDefault()
    const read = readPeriod(from, to)
    setWrong('wrong' in read ? read.wrong : undefined)
    if ('period' in read) onChange(read.period)
  }
  const day = (field: Wrong): string | undefined => (wrong === field ? t('reports.dayWrong') : undefined)
  return (
    <form noValidate className="report__own" onSubmit={apply}>
      <TextInput label={t('reports.from')} value={from} onChange={setFrom} placeholder={t('reports.dayHint')} error={day('from')} />
      <TextInput label={t('reports.to')} value={to} onChange={setTo} placeholder={t('reports.dayHint')} error={wrong === 'order' ? t('reports.dayOrder') : day('to')} />
      <Button type="submit" kind="secondary">{t('reports.apply')}</Button>
    </form>
  )
}

/** What was typed as a period, or which field is wrong. */
export function readPeriod(typedFrom: string, typedTo: string): { readonly period: Period } | { readonly wrong: Wrong } {
  const from = parseDay(typedFrom)
  const to = parseDay(typedTo)
  if (!from) return { wrong: 'from' }
  if (!to) return { wrong: 'to' }
  return to < from ? { wrong: 'order' } : { period: { from, to } }
}
