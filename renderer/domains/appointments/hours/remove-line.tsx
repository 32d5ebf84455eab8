import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace } from '../../../../shared/contract/appointments.ts'
import type { HoursContent } from '../../../../shared/domains/appointments/hours-history.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { hoursWords } from './hours-words.ts'
import { Proceed, type Proceeding } from './proceed.tsx'

interface Props extends Proceeding {
  readonly here: FurnishedPlace
  readonly content: HoursContent
}

/** What goes away with a line, before it does. */
export function RemoveLine({ here, content, ...proceeding }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <div className="stack">
      <p className="hours__sentence">{hoursWords(t, language, content, here.resources).sentence}</p>
      <p>{t('hours.edit.removeText')}</p>
      <Proceed {...proceeding} act={t('hours.edit.remove')} />
    </div>
  )
}
