import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '../../../shared/ids.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { formatDay } from '../../ui/format.ts'
import { useLanguage } from '../../ui/use-language.ts'
import { useHeldCases } from './file-queries.ts'

interface Props {
  readonly personId: PersonId | null
  readonly name: string
  readonly onOpen: (id: string) => void
}

/** What this desk has of a person while the service is away. */
export function HeldCases({ personId, name, onOpen }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const cases = useHeldCases({ personId, name })
  if (!cases) return <output className="muted">{t('common.loading')}</output>
  if (cases.length === 0) return <output>{t('people.heldNone')}</output>
  return (
    <DataTable caption={t('people.held')} isStackable heads={[t('people.reference'), t('people.name'), t('people.subject'), t('people.received'), t('people.state'), { title: t('people.openRecord'), isUnseen: true }]}>
      {cases.map(({ id, reference, applicantName, subject, receivedAt, status }) => (
        <tr key={id}>
          <th scope="row">{reference}</th>
          <td>{applicantName}</td>
          <td>{subject}</td>
          <td>{formatDay(receivedAt, language)}</td>
          <td>{t(`status.${status}`)}</td>
          <td><Button icon="forward" aria-label={t('people.openRecordOf', { what: reference })} onPress={() => onOpen(id)}>{t('people.openRecord')}</Button></td>
        </tr>
      ))}
    </DataTable>
  )
}
