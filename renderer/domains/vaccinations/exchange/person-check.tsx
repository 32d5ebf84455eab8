import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { fullName, type Vaccinee } from '../../../../shared/domains/vaccinations/vaccinee.ts'
import type { ReadPerson } from '../../../../shared/formats/fhir/read-person.ts'
import { formatPlainDay } from '../../../ui/format.ts'
import { Tick } from '../../../ui/tick.tsx'
import { useLanguage } from '../../../ui/use-language.ts'

interface Props {
  readonly here: Vaccinee
  readonly read: ReadPerson
  readonly isConfirmed: boolean
  readonly onConfirm: (isConfirmed: boolean) => void
}

/** The file names somebody else, or spells them otherwise: nothing is taken over before somebody has looked at both. */
export function PersonCheck({ here, read, isConfirmed, onConfirm }: Props): ReactElement {
  const { t } = useTranslation()
  return (
    <section className="exchange__person" aria-labelledby="exchange-person">
      <h3 id="exchange-person">{t('vaccinationExchange.otherPerson')}</h3>
      <dl className="exchange__both">
        <div><dt>{t('vaccinationExchange.inFile')}</dt><Who person={read} /></div>
        <div><dt>{t('vaccinationExchange.here')}</dt><Who person={here} /></div>
      </dl>
      <Tick label={t('vaccinationExchange.isSamePerson')} isOn={isConfirmed} onChange={onConfirm} />
    </section>
  )
}

function Who({ person }: { readonly person: ReadPerson }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  return <dd><strong>{fullName(person) || '–'}</strong> {person.birthDay ? t('vaccinationExchange.bornOn', { day: formatPlainDay(person.birthDay, language) }) : t('vaccinationExchange.bornUnknown')}</dd>
}
