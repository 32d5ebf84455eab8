import { useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import type { DepartmentFigures } from '../../../shared/contract/reports.ts'
import type { Language } from '../../texts/languages.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { errorSentences } from '../../ui/error-sentences.ts'
import { formatDay } from '../../ui/format.ts'
import { TextInput } from '../../ui/text-input.tsx'
import { useFirstFocus } from '../../ui/use-first-focus.ts'
import { useLanguage } from '../../ui/use-language.ts'
import { useSetPersonFigures } from './mutations.ts'
import { useReportDepartments } from './queries.ts'

/** Whether figures per person are on, in one sentence. */
function stateOf(t: TFunction, language: Language, { personFigures }: DepartmentFigures): string {
  if (!personFigures) return t('reports.figures.off')
  const { isOn, agreement, byName: name, at } = personFigures
  return isOn ? t('reports.figures.on', { agreement, name, day: formatDay(at, language) }) : t('reports.figures.offSince', { name, day: formatDay(at, language) })
}

/** Where a lead sees and changes whether there are figures per person. */
export function PersonFiguresSetting({ departments }: { readonly departments: readonly DepartmentFigures[] }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { run } = useSetPersonFigures()
  const [asked, setAsked] = useState<DepartmentFigures>()
  return (
    <section className="figure" aria-labelledby="person-figures-title">
      <h2 id="person-figures-title" className="figure__title">{t('reports.figures.title')}</h2>
      <p className="figure__hint">{t('reports.figures.intro')}</p>
      <ul className="report__departments">
        {departments.map(department => (
          <li key={department.id}>
            <span><strong>{department.name}:</strong> {stateOf(t, language, department)}</span>
            {department.personFigures?.isOn
              ? <Button aria-label={t('reports.figures.switchOffFor', { department: department.name })} onPress={() => void run({ departmentId: department.id, isOn: false, agreement: '' })}>{t('reports.figures.switchOff')}</Button>
              : <Button kind="quiet" aria-label={t('reports.figures.switchOnFor', { department: department.name })} onPress={() => setAsked(department)}>{t('reports.figures.switchOn')}</Button>}
          </li>
        ))}
      </ul>
      {asked && <AgreementDialog department={asked} onClose={() => setAsked(undefined)} />}
    </section>
  )
}

const SHORTEST_AGREEMENT = 10

function AgreementDialog({ department: { id, name }, onClose }: { readonly department: DepartmentFigures; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const { run, isRunning } = useSetPersonFigures()
  const [agreement, setAgreement] = useState('')
  const [isMissing, setMissing] = useState(false)
  const field = useFirstFocus<HTMLInputElement>()
  const lacks = agreement.trim().length < SHORTEST_AGREEMENT
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setMissing(lacks)
    if (lacks) field.current?.focus()
    if (!lacks && !isRunning && await run({ departmentId: id, isOn: true, agreement })) onClose()
  }
  const refused = errorSentences(t, { code: 'reports/agreement-missing' })
  return (
    <Dialog title={t('reports.figures.title')} isOpen onClose={onClose}>
      <form noValidate className="stack" onSubmit={event => void save(event)}>
        <p>{t('reports.figures.dialogText', { department: name })}</p>
        <TextInput label={t('reports.figures.agreement')} hint={t('reports.figures.agreementHint')} error={isMissing && lacks ? `${refused.happened} ${refused.todo}` : undefined} value={agreement} onChange={setAgreement} maxLength={300} isRequired inputRef={field} />
        <DialogActions>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit">{t('reports.figures.switchOn').replace(' …', '')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

/** For everybody: whether the lead's desk of their departments shows figures per person. */
export function PersonFiguresNotice(): ReactElement | null {
  const { t } = useTranslation()
  const language = useLanguage()
  const departments = useReportDepartments() ?? []
  const [only] = departments
  if (!only) return null
  const switched = departments.filter(({ personFigures }) => personFigures?.isOn)
  if (switched.length === 0) return <>{t('reports.figures.notice', { state: stateOf(t, language, departments.length === 1 ? only : { ...only, personFigures: null }) })}</>
  return <>{switched.map(department => <span key={department.id} className="notice-line">{t('reports.figures.noticeIn', { department: department.name, state: stateOf(t, language, department) })}</span>)}</>
}
