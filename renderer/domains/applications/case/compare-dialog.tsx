import { useState, type ReactElement, type ReactNode } from 'react'
import { Checkbox } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ApplicationId } from '../../../../shared/ids.ts'
import { useNow, usePerson } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { errorSentences } from '../../../ui/error-sentences.ts'
import { formatDayAndTime } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { refusalOfMerge } from '../case-rules.ts'
import { Veiled } from '../../people/veiled.tsx'
import { useApplicationCommand } from '../mutations.ts'
import { useCase } from '../queries.ts'
import type { Whole } from './case-actions.ts'
import { comparedFields, type ComparedField } from './compared-fields.ts'

interface Props {
  readonly whole: Whole
  readonly otherId: ApplicationId
  readonly onClose: () => void
}

/** Two applications field by field, and which of them goes on if they are one. */
export function CompareDialog({ whole, otherId, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const other = useCase(otherId)
  return (
    <Dialog title={t('work.duplicates.compareTitle')} size="large" isOpen onClose={onClose}>
      {other.kind === 'loading' && <output className="muted">{t('common.loading')}</output>}
      {other.kind === 'refused' && <Problem refusal={other.refusal} />}
      {other.kind === 'here' && <Comparison whole={whole} other={other.value} onClose={onClose} />}
    </Dialog>
  )
}

function Comparison({ whole, other, onClose }: { readonly whole: Whole; readonly other: Whole; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const [onlyDifferences, setOnlyDifferences] = useState(true)
  const about = ({ application }: Whole): readonly [string, string][] => [
    [t('work.duplicates.received'), formatDayAndTime(application.receivedAt, language)],
    [t('work.duplicates.applicant'), `${application.applicantName}, ${application.locality}`],
    [t('work.duplicates.status'), t(`status.${application.status}`)],
  ]
  const theirs = about(other)
  const head = about(whole).map(([label, one], index): ComparedField => ({ key: label, label, one, other: theirs[index]?.[1] ?? null, isSame: one === theirs[index]?.[1] }))
  const answers = comparedFields(whole, other, language, t)
  const shown = [...head, ...(onlyDifferences ? answers.filter(({ isSame }) => !isSame) : answers)]
  return (
    <>
      <Checkbox className="tickbox" isSelected={onlyDifferences} onChange={setOnlyDifferences}>
        {({ isSelected }) => <><span className={isSelected ? 'tick tick--on' : 'tick'} aria-hidden="true">{isSelected && <Icon name="check" size={14} />}</span>{t('work.duplicates.onlyDifferences')}</>}
      </Checkbox>
      <VeiledBoth cases={[whole, other]}>
        <DataTable
          isPlain caption={t('work.duplicates.compareTitle')} isCaptionUnseen className="compare"
          heads={[t('work.duplicates.field'), t('work.duplicates.this', { reference: whole.application.reference }), t('work.duplicates.other', { reference: other.application.reference })]}
        >
          {shown.map(field => <Row key={field.key} field={field} />)}
        </DataTable>
        {answers.every(({ isSame }) => isSame) && <p>{t('work.duplicates.noDifferences')}</p>}
      </VeiledBoth>
      <MergeActions whole={whole} other={other} onClose={onClose} />
    </>
  )
}

/** Beside each other the answers of one tell those of the other: they are seen once both may be. */
const VeiledBoth = ({ cases, children }: { readonly cases: readonly Whole[]; readonly children: ReactNode }): ReactNode =>
  cases.reduceRight((inside, { application: { id } }) => <Veiled key={id} table="applications" id={id}>{inside}</Veiled>, children)

function Row({ field: { label, one, other, isSame } }: { readonly field: ComparedField }): ReactElement {
  const { t } = useTranslation()
  const nothing = <span className="muted">{t('common.notGiven')}</span>
  return (
    <tr className={isSame ? undefined : 'compare__differs'}>
      <th scope="row">{label}<span className="sr-only"> ({t(isSame ? 'work.duplicates.same' : 'work.duplicates.differs')})</span></th>
      <td>{one ?? nothing}</td>
      <td>{other ?? nothing}</td>
    </tr>
  )
}

/** The older one is the natural one to keep; either may be. */
function MergeActions({ whole, other, onClose }: { readonly whole: Whole; readonly other: Whole; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const person = usePerson()
  const nowMs = useNow()
  const { run, isRunning } = useApplicationCommand('merge')
  const merge = async (duplicate: Whole, kept: Whole): Promise<void> => {
    if (await run({ applicationId: duplicate.application.id, keptId: kept.application.id })) onClose()
  }
  const ways = [{ duplicate: whole, kept: other }, { duplicate: other, kept: whole }].map(way => ({ ...way, refusal: refusalOfMerge(way.duplicate, way.kept, person, nowMs) }))
  const isOlder = other.application.receivedAt <= whole.application.receivedAt
  const first = ways.find(({ refusal, kept }) => !refusal && (kept === other) === isOlder) ?? ways.find(({ refusal }) => !refusal)
  return (
    <>
      {first && <p className="callout">{t('work.duplicates.mergeText', { duplicate: first.duplicate.application.reference, kept: first.kept.application.reference })}</p>}
      {ways.flatMap(({ duplicate, refusal }) => (refusal
        ? [<p key={duplicate.application.id} className="muted">{t('work.duplicates.impossible', { reference: duplicate.application.reference, why: errorSentences(t, refusal).happened })}</p>]
        : []))}
      <DialogActions>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
        {ways.filter(({ refusal }) => !refusal).toSorted((one, two) => Number(one === first) - Number(two === first)).map(({ duplicate, kept }) => (
          <Button key={duplicate.application.id} kind={duplicate === first?.duplicate ? 'primary' : 'secondary'} isDisabled={isRunning} onPress={() => void merge(duplicate, kept)}>
            {t(duplicate === whole ? 'work.duplicates.mergeThis' : 'work.duplicates.mergeOther', { reference: other.application.reference })}
          </Button>
        ))}
      </DialogActions>
    </>
  )
}
