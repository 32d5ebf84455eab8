import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { LetterheadLine } from '../../../shared/contract/letters.ts'
import { letterheadProblems } from '../../../shared/domains/letters/letterhead-problems.ts'
import type { DepartmentId } from '../../../shared/ids.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useFirstFocus } from '../../ui/use-first-focus.ts'
import { EMPTY_LETTERHEAD } from './letterhead-fields.ts'

interface Props {
  readonly letterheads: readonly LetterheadLine[]
  /** The one a person comes back from. */
  readonly lastId: DepartmentId | undefined
  readonly onOpen: (id: DepartmentId) => void
}

/** The letterhead of each department, and what it still lacks. */
export function LetterheadList({ letterheads, lastId, onOpen }: Props): ReactElement {
  const { t } = useTranslation()
  return (
    <DataTable
      caption={t('letters.headCount', { count: letterheads.length })}
      heads={[t('letters.column.department'), t('letters.column.authority'), t('letters.column.signatory'), t('letters.column.complete')]}
    >
      {letterheads.map(line => <Line key={line.id} line={line} isLast={line.id === lastId} onOpen={onOpen} />)}
    </DataTable>
  )
}

function Line({ line: { id, name, letterhead }, isLast, onOpen }: { readonly line: LetterheadLine; readonly isLast: boolean; readonly onOpen: (id: DepartmentId) => void }): ReactElement {
  const { t } = useTranslation()
  const button = useFirstFocus<HTMLButtonElement>(isLast)
  const lacking = [...new Set(letterheadProblems(letterhead ?? EMPTY_LETTERHEAD).map(({ field }) => t(`letters.field.${field}`)))]
  return (
    <tr>
      <th scope="row"><button ref={button} type="button" className="set-up__open" onClick={() => onOpen(id)}>{name}</button></th>
      <td>{letterhead?.authority ?? '–'}</td>
      <td>{letterhead?.signatory ?? '–'}</td>
      <td>
        {lacking.length === 0
          ? <span className="status status--good"><Icon name="checkCircle" size={16} /><span>{t('letters.complete')}</span></span>
          : <span className="status status--wait"><Icon name="warning" size={16} /><span>{t('letters.lacking', { what: lacking.join(', ') })}</span></span>}
      </td>
    </tr>
  )
}
