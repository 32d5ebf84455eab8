import type { ReactElement } from 'react'
import { Checkbox, CheckboxGroup, Label } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { errorSentences } from '../../../ui/error-sentences.ts'
import { formatPlainDay } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { timeWords } from '../hours/hours-words.ts'
import type { FoundAbsence, TakenOver } from './use-take-over.ts'

interface Props {
  readonly absences: readonly FoundAbsence[]
  readonly chosen: readonly string[]
  readonly results: ReadonlyMap<string, TakenOver>
  /** Whether it is too late to choose. */
  readonly isOver: boolean
  readonly onChange: (chosen: readonly string[]) => void
}

/** The closures a file would make, to be ticked, and then what became of each. */
export function AbsenceList({ absences, chosen, results, isOver, onChange }: Props): ReactElement {
  const { t } = useTranslation()
  return (
    <CheckboxGroup className="field" isReadOnly={isOver} value={[...chosen]} onChange={onChange}>
      <Label className="field__label">{t('calendarFiles.found', { count: absences.length })}</Label>
      <div className="absences__list">
        {absences.map(absence => (
          <Checkbox key={absence.lineId} value={absence.lineId} className="absences__row">
            {({ isSelected }) => (
              <>
                <span className={isSelected ? 'tick tick--on' : 'tick'} aria-hidden="true">{isSelected && <Icon name="check" size={14} />}</span>
                <Words absence={absence} />
                <Mark absence={absence} result={results.get(absence.lineId)} />
              </>
            )}
          </Checkbox>
        ))}
      </div>
    </CheckboxGroup>
  )
}

function Words({ absence: { content } }: { readonly absence: FoundAbsence }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const days = [...new Set([content.fromDay, content.toDay ?? content.fromDay])].map(day => formatPlainDay(day, language)).join(' – ')
  return (
    <span className="absences__words">
      <strong>{content.title || t('hours.kind.closed')}</strong>
      <span>{days}, {timeWords(t, content)}</span>
    </span>
  )
}

/** Whom it would leave standing, or what became of it. */
function Mark({ absence: { strands, isKnown }, result }: { readonly absence: FoundAbsence; readonly result: TakenOver | undefined }): ReactElement | null {
  const { t } = useTranslation()
  if (result?.kind === 'refused') return <span className="absences__mark absences__mark--bad"><Icon name="warning" size={16} />{errorSentences(t, result.refusal).happened}</span>
  if (result) return <span className="absences__mark"><Icon name={result.kind === 'done' ? 'checkCircle' : 'hourglass'} size={16} />{t(`calendarFiles.result.${result.kind}`)}</span>
  if (strands > 0) return <span className="absences__mark absences__mark--bad"><Icon name="warning" size={16} />{t('calendarFiles.strands', { count: strands })}</span>
  return isKnown ? <span className="absences__mark"><Icon name="check" size={16} />{t('calendarFiles.known')}</span> : null
}
