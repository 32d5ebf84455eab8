import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ServiceLine } from '../../../../shared/contract/services.ts'
import type { ServiceId } from '../../../../shared/ids.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { RelativeTime } from '../../../ui/time.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { ServiceState } from './service-state.tsx'

interface Props {
  readonly services: readonly ServiceLine[]
  /** The one a person comes back from. */
  readonly lastId: ServiceId | undefined
  readonly onOpen: (id: ServiceId) => void
}

const SHOWN = ['all', 'drafts', 'offered', 'withdrawn'] as const
type Shown = (typeof SHOWN)[number]

const isShown = ({ state, draft }: ServiceLine, shown: Shown): boolean =>
  shown === 'all' || (shown === 'drafts' ? draft !== null : state === shown)

export function ServiceList({ services, lastId, onOpen }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const [words, setWords] = useState('')
  const [shown, setShown] = useState<Shown>('all')
  const found = services.filter(line =>
    isShown(line, shown) && `${line.title[language]} ${line.departmentName}`.toLocaleLowerCase(language).includes(words.trim().toLocaleLowerCase(language)))
  return (
    <>
      <div className="set-up__search">
        <TextInput label={t('services.search')} value={words} onChange={setWords} maxLength={100} />
        <Select label={t('services.show')} items={SHOWN.map(id => ({ id, name: t(`services.shown.${id}`) }))} value={shown} onChange={id => setShown(SHOWN.find(one => one === id) ?? 'all')} />
      </div>
      <DataTable caption={t('services.count', { count: found.length })} heads={[t('services.column.title'), t('services.column.department'), t('services.column.state'), { title: t('services.column.form'), isNumber: true }, t('services.column.draft')]}>
        {found.map(line => <Line key={line.id} line={line} isLast={line.id === lastId} onOpen={onOpen} />)}
        {found.length === 0 && <tr><td colSpan={5}><p className="muted">{t('services.nothingFound')}</p></td></tr>}
      </DataTable>
    </>
  )
}

function Line({ line, isLast, onOpen }: { readonly line: ServiceLine; readonly isLast: boolean; readonly onOpen: (id: ServiceId) => void }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const button = useFirstFocus<HTMLButtonElement>(isLast)
  const { id, title, departmentName, state, formVersion, draft } = line
  return (
    <tr>
      <th scope="row"><button ref={button} type="button" className="set-up__open" onClick={() => onOpen(id)}>{title[language] || t('services.unnamedService')}</button></th>
      <td>{departmentName}</td>
      <td><ServiceState state={state} /></td>
      <td className="number">{formVersion ?? '–'}</td>
      <td>{draft && <span className="set-up__draft"><Icon name="pencil" size={16} /><span>{draft.changedByName}, <RelativeTime at={draft.changedAt} />{draft.isLoosening && <><br />{t(draft.waitsForMe ? 'services.loosening.waitsForMe' : 'services.loosening.waits')}</>}</span></span>}</td>
    </tr>
  )
}
