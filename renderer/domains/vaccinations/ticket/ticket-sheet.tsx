import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { ticketNumber } from '../../../../shared/domains/vaccinations/ticket-text.ts'
import type { VaccinationSession, Visit } from '../../../../shared/domains/vaccinations/tables.ts'
import { formatPlainDay } from '../../../ui/format.ts'
import { QrCode } from '../../../ui/qr-code.tsx'
import { useLanguage } from '../../../ui/use-language.ts'

export interface TicketOf {
  readonly visit: Pick<Visit, 'id' | 'person'>
  readonly session: Pick<VaccinationSession, 'day'>
}

/** What somebody carries: the code, and no more in plain words than it takes to tell two papers apart. Even the name of a session may tell of an illness. */
export function TicketSheet({ visit: { id, person }, session, text }: TicketOf & { readonly text: string }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <article className="slip">
      <p className="slip__title">{t('vaccinationTicket.title')}</p>
      <p className="slip__day">{formatPlainDay(session.day, language)}</p>
      <p className="slip__who"><strong className="slip__number">{ticketNumber(id)}</strong><span>{shortName(person)}</span></p>
      <QrCode text={text} label={t('vaccinationTicket.code', { name: shortName(person) })} />
      <p className="slip__hint">{t('vaccinationTicket.hint')}</p>
    </article>
  )
}

/** `Änne G.` */
const shortName = ({ givenName, familyName }: TicketOf['visit']['person']): string => [givenName, familyName && `${Array.from(familyName)[0] ?? ''}.`].filter(Boolean).join(' ')
