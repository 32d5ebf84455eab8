import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactElement } from 'react'
import { Label, ProgressBar, Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ListQuery } from '../../../../shared/contract/applications.ts'
import type { ExportFormat } from '../../../../shared/contract/bulk.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import { useCore, useNow } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { Problem } from '../../../ui/problem.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { CheckLine } from '../handling/follow-up-dialog.tsx'
import { useFacets, useServices } from '../queries.ts'
import { exportColumns } from './export-columns.ts'
import { useExport, type ExportOrder, type ExportState } from './export-run.ts'
import './bulk.css'

interface Props {
  readonly query: ListQuery
  readonly total: number
  /** The columns on the screen, in their order. */
  readonly shown: readonly { readonly id: string; readonly title: string }[]
  readonly onClose: () => void
}

/** From so many cases on one is asked whether all of them are meant. */
const MANY_ROWS = 1_000

/** The list as a file: its kind, what will be in it, and what has to be thought of before. */
export function ExportDialog(props: Props): ReactElement {
  const { t } = useTranslation()
  const { state, start, stop } = useExport()
  return (
    <Dialog title={t('bulk.export.title')} isOpen onClose={props.onClose}>
      {state.kind === 'asking' ? <Asking {...props} onStart={start} /> : <Running state={state} onStop={stop} onClose={props.onClose} />}
    </Dialog>
  )
}

function Asking({ query, total, shown, onClose, onStart }: Props & { readonly onStart: (order: ExportOrder) => void }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const [format, setFormat] = useState<ExportFormat>('xlsx')
  const [hasConsent, setConsent] = useState(false)
  const [isSent, setSent] = useState(false)
  const columns = useExportColumns(query, shown)
  const day = germanDayAt(useNow())
  const isMany = total > MANY_ROWS
  const lacks = isMany && !hasConsent
  const send = (event: FormEvent): void => {
    event.preventDefault()
    setSent(true)
    if (!lacks && total > 0) onStart({ query, format, columns, filename: `${t('bulk.export.filename')}-${day}` })
  }
  return (
    <form noValidate className="stack" onSubmit={send}>
      <p>{total === 0 ? t('bulk.export.empty') : t('bulk.export.text', { count: total, formatted: formatNumber(total, language) })}</p>
      <FormatChoice value={format} onChange={setFormat} />
      <p className="export__columns">{t('bulk.export.columns')}: {columns.map(({ title }) => title).join(', ')}</p>
      <p className={isMany ? 'callout' : 'muted'}>{t(isMany ? 'bulk.export.many' : 'bulk.export.protocol')}</p>
      <p className="muted">{t('people.secrecy.notInFiles')}</p>
      {isMany && <CheckLine label={t('bulk.export.consent')} isSelected={hasConsent} onChange={setConsent} />}
      {isSent && lacks && <p role="alert" className="field__hint field__hint--error">{t('bulk.export.consentMissing')}</p>}
      <DialogActions>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
        <Button kind="primary" type="submit" icon="download" isDisabled={total === 0}>{t('bulk.export.confirm')}</Button>
      </DialogActions>
    </form>
  )
}

function useExportColumns(query: ListQuery, shown: Props['shown']): ExportOrder['columns'] {
  const { t } = useTranslation()
  const language = useLanguage()
  const { queries } = useCore()
  const services = useServices()
  const { departments } = useFacets()
  const [serviceId] = query.filters.serviceId
  const fields = useQuery(queries.applications['form-fields'].queryOptions({ input: { serviceId: serviceId as never }, enabled: serviceId !== undefined }))
  return exportColumns(shown, { t, language, services, departments, formFields: fields.data?.fields ?? [] })
}

function FormatChoice({ value, onChange }: { readonly value: ExportFormat; readonly onChange: (format: ExportFormat) => void }): ReactElement {
  const { t } = useTranslation()
  const first = useFirstFocus<HTMLInputElement>()
  return (
    <RadioGroup className="segments" value={value} onChange={chosen => onChange(chosen === 'csv' ? 'csv' : 'xlsx')}>
      <Label className="field__label">{t('bulk.export.format')}</Label>
      <div className="segments__row">
        <Radio value="xlsx" inputRef={first} className="segment">{t('bulk.export.xlsx')}</Radio>
        <Radio value="csv" className="segment">{t('bulk.export.csv')}</Radio>
      </div>
    </RadioGroup>
  )
}

interface RunningProps {
  readonly state: Exclude<ExportState, { readonly kind: 'asking' }>
  readonly onStop: () => void
  readonly onClose: () => void
}

function Running({ state, onStop, onClose }: RunningProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const button = useFirstFocus<HTMLButtonElement>()
  const isOver = state.kind !== 'reading'
  return (
    <>
      {state.kind === 'reading' && <Reading {...state} />}
      {state.kind === 'done' && <output>{t('bulk.export.done', { count: state.rows, formatted: formatNumber(state.rows, language) })}</output>}
      {state.kind === 'refused' && <Problem refusal={state.refusal} />}
      <DialogActions>
        <Button ref={button} kind={isOver ? 'primary' : 'secondary'} onPress={isOver ? onClose : onStop}>{t(isOver ? 'common.close' : 'bulk.export.cancel')}</Button>
      </DialogActions>
    </>
  )
}

function Reading({ done, total }: { readonly done: number; readonly total: number }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const share = total === 0 ? 0 : (done / total) * 100
  const text = total > 0 && done === total ? t('bulk.export.writing') : t('bulk.export.progress', { done: formatNumber(done, language), total: formatNumber(total, language) })
  return (
    <ProgressBar aria-label={t('bulk.export.label')} value={share} className="progress">
      <div className="progress__track"><div className="progress__bar" style={{ width: `${share}%` }} /></div>
      <p className="progress__text">{text}</p>
    </ProgressBar>
  )
}
