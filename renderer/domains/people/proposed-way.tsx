import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonRecord } from '../../../shared/wire/people.ts'
import { useStatus } from '../../core-client/core-context.tsx'
import { usePersonOf } from './file-queries.ts'

/** Says before a message or a letter how its person wants to be reached; nothing where nobody has asked them. */
export function ProposedWay(record: PersonRecord): ReactElement | null {
  const { t } = useTranslation()
  const isOnline = useStatus()?.connection === 'online'
  const answer = usePersonOf(record)
  const way = isOnline && answer.kind === 'told' ? answer.value.preferredWay : null
  return way && <p className="callout">{t('people.choices.proposed', { way: t(`people.ways.${way}`) })}</p>
}
