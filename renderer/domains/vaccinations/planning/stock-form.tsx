import { useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { StockLine, VaccinationSession } from '../../../../shared/domains/vaccinations/tables.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import type { BatchId } from '../../../../shared/ids.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { formatPlainDay } from '../../../ui/format.ts'
import { Select, type SelectItem } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import type { BatchFigure } from '../board/day-figures.ts'
import { useVaccinationCommand } from '../mutations.ts'
import type { Catalogue } from '../queries.ts'
import { EMPTY_STOCK, readStock, stockDraftOf, type StockDraft, type StockProblem } from './stock-draft.ts'

interface Props {
  readonly session: VaccinationSession
  readonly catalogue: Catalogue
  readonly figures: readonly BatchFigure[]
  readonly line: StockLine | undefined
  /** Null for one that is chosen here. */
  readonly batchId: BatchId | null
  readonly onClose: () => void
}

/** Writes down what was brought of a batch and what of it nobody can get any more. */
export function StockForm({ session, catalogue, figures, line, batchId, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<StockDraft>(line ? stockDraftOf(line) : { ...EMPTY_STOCK, batchId })
  const [isJudged, setJudged] = useState(false)
  const { run, isRunning } = useVaccinationCommand('set-stock')
  const brought = useFirstFocus<HTMLInputElement>(batchId !== null)
  const items = useBatchItems(session, catalogue, batchId)
  const given = figures.find(({ batch }) => batch.id === draft.batchId)?.given ?? 0
  const { line: read, problem } = readStock(draft, given)
  const wrong = (...codes: readonly StockProblem[]): string | undefined => (isJudged && problem && codes.includes(problem) ? t(`planning.stockProblem.${problem}`) : undefined)
  const change = (part: Partial<StockDraft>): void => setDraft({ ...draft, ...part })
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setJudged(true)
    if (read && !isRunning && (await run({ sessionId: session.id, line: read }))) onClose()
  }
  return (
    <form noValidate className="planning__form" onSubmit={event => void send(event)}>
      {batchId === null
        ? <Select label={t('planning.batch')} hasFocus isRequired placeholder={t('vaccinations.choose')} error={wrong('batch')} value={draft.batchId} items={items} onChange={id => change({ batchId: catalogue.batches.find(batch => batch.id === id)?.id ?? null })} />
        : <p><strong>{items[0]?.name}</strong></p>}
      <div className="planning__four">
        <TextInput label={t('planning.brought')} inputRef={brought} value={draft.doses} maxLength={6} isRequired error={wrong('doses')} onChange={doses => change({ doses })} />
        <TextInput label={t('planning.wasted')} value={draft.wasted} maxLength={6} error={wrong('wasted', 'too-much')} onChange={wasted => change({ wasted })} />
        <TextInput label={t('planning.wastedReason')} value={draft.wastedReason} maxLength={300} error={wrong('reason')} onChange={wastedReason => change({ wastedReason })} />
      </div>
      <div className="row row--end">
        <Button onPress={onClose}>{t('common.cancel')}</Button>
        <Button kind="primary" type="submit" isDisabled={isRunning}>{t('planning.saveStock')}</Button>
      </div>
    </form>
  )
}

/** Batches of the session's products that may be given; one that is on the list stays itself. */
function useBatchItems(session: VaccinationSession, { batches, vaccines }: Catalogue, own: BatchId | null): readonly SelectItem[] {
  const language = useLanguage()
  const today = germanDayAt(useNow())
  const fits = batches.filter(({ id, vaccineId, blockedReason, expiresOn }) =>
    id === own || (own === null && session.vaccineIds.includes(vaccineId) && blockedReason === null && expiresOn >= today && !session.stock.some(line => line.batchId === id)))
  return fits.map(({ id, vaccineId, lot, expiresOn }) => ({ id, name: `${vaccines.find(one => one.id === vaccineId)?.name ?? ''} · ${lot}`, note: formatPlainDay(expiresOn, language) }))
}
