import { useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { DepartmentId, ServiceId } from '../../../shared/ids.ts'
import { TemplateId } from '../../../shared/domains/letters/tables.ts'
import type { ExchangeLook, Looked } from '../../../shared/wire/service-exchange.ts'
import type { TownSetup } from '../../../shared/wire/town-setup.ts'
import { useCore } from '../../core-client/core-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Problem } from '../../ui/problem.tsx'
import { Select } from '../../ui/select.tsx'
import { Tick } from '../../ui/tick.tsx'
import { FullTime } from '../../ui/time.tsx'
import { useToast } from '../../ui/toasts.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import { changeWords } from './change-words.ts'
import { useAsking } from '../../ui/use-asking.ts'

interface Props {
  readonly file: string
  readonly look: ExchangeLook
  readonly departments: TownSetup['departments']
  readonly onTaken: () => void
}

type Line = Looked & { readonly id: string }

/** What can become a draft: what is the same needs none, and a draft that somebody writes stays theirs. */
const canBeTaken = ({ standing }: Looked): boolean => standing === 'new' || standing === 'changed'
/** What is new is what one looks for; what would change one's own is chosen on purpose. */
const newOnes = (lines: readonly Line[]): ReadonlySet<string> => new Set(lines.filter(({ standing }) => standing === 'new').map(({ id }) => id))

/** What a file would bring, and what of it is taken over. */
export function ChoosePart({ file, look, departments, onTaken }: Props): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const toast = useToast()
  const [services, setServices] = useState(() => newOnes(look.services))
  const [templates, setTemplates] = useState(() => newOnes(look.templates))
  const [departmentId, setDepartment] = useState<string | null>(departments[0]?.id ?? null)
  const count = services.size + templates.size
  const { refusal, isRunning, run } = useAsking(client.serviceExchange.take, ({ drafts }) => {
    toast({ kind: 'done', title: t('serviceExchange.taken', { count: drafts }), text: t('serviceExchange.takenNext') })
    onTaken()
  })
  const take = (event: FormEvent): void => {
    event.preventDefault()
    if (departmentId !== null && count > 0) run({ file, services: [...services].map(id => ServiceId.parse(id)), templates: [...templates].map(id => TemplateId.parse(id)), departmentId: DepartmentId.parse(departmentId) })
  }
  return (
    <form className="stack" aria-label={t('serviceExchange.choose')} onSubmit={take}>
      <p>{t('serviceExchange.from', { town: look.from })} <FullTime at={look.exportedAt} />. {t('serviceExchange.fingerprint')} <code>{look.fingerprint}</code></p>
      <Lines title={t('serviceExchange.services')} lines={look.services} chosen={services} onChange={setServices} />
      <Lines title={t('serviceExchange.templates')} lines={look.templates} chosen={templates} onChange={setTemplates} />
      <Select label={t('serviceExchange.department')} hint={t('serviceExchange.departmentHint')} items={departments} value={departmentId} onChange={setDepartment} />
      {refusal && <Problem refusal={refusal} />}
      <div className="row"><Button type="submit" kind="primary" isDisabled={isRunning || count === 0 || departmentId === null}>{t('serviceExchange.take', { count })}</Button></div>
    </form>
  )
}

interface LinesProps {
  readonly title: string
  readonly lines: readonly Line[]
  readonly chosen: ReadonlySet<string>
  readonly onChange: (chosen: ReadonlySet<string>) => void
}

function Lines({ title, lines, chosen, onChange }: LinesProps): ReactElement {
  const { t } = useTranslation()
  // What there is to choose comes first.
  const ordered = [...lines.filter(canBeTaken), ...lines.filter(line => !canBeTaken(line))]
  const set = (id: string, isOn: boolean): void => onChange(new Set(isOn ? [...chosen, id] : [...chosen].filter(other => other !== id)))
  return (
    <fieldset className="town-setup__group">
      <legend className="field__label">{title}</legend>
      {lines.length === 0 && <p className="muted">{t('serviceExchange.none')}</p>}
      <ul className="town-setup__lines">{ordered.map(line => <li key={line.id}><LinePart line={line} isOn={chosen.has(line.id)} onChange={isOn => set(line.id, isOn)} /></li>)}</ul>
    </fieldset>
  )
}

function LinePart({ line, isOn, onChange }: { readonly line: Line; readonly isOn: boolean; readonly onChange: (isOn: boolean) => void }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const label = `${line.title[language] || line.title.de} – ${t(`serviceExchange.standing.${line.standing}`)}`
  const changes = line.standing === 'changed' ? changeWords(t, line, language) : []
  return (
    <>
      {canBeTaken(line) ? <Tick label={label} isOn={isOn} onChange={onChange} /> : <p className="town-setup__fixed">{label}</p>}
      {changes.length > 0 && <ul className="town-setup__changes">{changes.map(change => <li key={change}>{change}</li>)}</ul>}
    </>
  )
}
