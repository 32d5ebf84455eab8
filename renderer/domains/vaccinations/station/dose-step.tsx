import { useEffect, useEffectEvent, useId, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { flagsAt, isDoseAllowed } from '../../../../shared/domains/vaccinations/stage.ts'
import type { Vaccination, VaccinationSession, Visit } from '../../../../shared/domains/vaccinations/tables.ts'
import { Icon } from '../../../ui/icon.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import type { Catalogue } from '../queries.ts'
import { BoxPart } from './box-part.tsx'
import { DoseFields } from './dose-fields.tsx'
import { dosePlan, dosesUpToNow, type DosePlan } from './dose-plan.ts'
import { problemSentences } from './engine-words.ts'
import { JudgePart, VerdictLine } from './judge-step.tsx'
import type { ScannedBox } from './scanned-box.ts'
import type { StationMemory } from './station-memory.ts'
import { NextButton, StepFrame } from './step-frame.tsx'
import type { Station } from './use-station.ts'

interface Props {
  readonly visit: Visit
  /** What was documented of this visit already. */
  readonly records: readonly Vaccination[]
  readonly session: VaccinationSession
  readonly catalogue: Catalogue
  readonly today: string
  readonly station: Station
  readonly memory: StationMemory
  readonly scanned: ScannedBox | undefined
  readonly onScanned: (scanned: ScannedBox) => void
  /** The field that waits for the box. */
  readonly onReadyToScan: () => void
  readonly onDocumented: () => void
}

const MOST_REASON = 1_000

/** The dose itself: one scan sets what is given, everything else stands there already, and what is missing is named. */
export function DoseStep({ visit: given, records, session, catalogue, today, station, memory, scanned, onScanned, onReadyToScan, onDocumented }: Props): ReactElement {
  const { t } = useTranslation()
  const visit = { ...given, history: dosesUpToNow(given, records, catalogue.vaccines) }
  const { plan, change, reason } = usePlan({ visit, session, catalogue, today, memory, scanned })
  const refusalId = useId()
  const isHeld = plan.missing.length > 0 || plan.isHeld
  const hasBox = scanned?.kind === 'usable'
  const waitForBox = useEffectEvent(onReadyToScan)
  useEffect(() => {
    if (!hasBox) waitForBox()
  }, [hasBox])
  const send = (): void => {
    station.step('document', { visitId: visit.id, draft: plan.draft, history: visit.history, flags: flagsAt(visit) }, () => {
      if (hasBox) memory.keep({ lastBox: scanned.box })
      onDocumented()
    })
  }
  return (
    <StepFrame title={t('vaccinations.dose')}>
      <BoxPart session={session} catalogue={catalogue} today={today} scanned={scanned} lastBox={memory.lastBox} onScanned={onScanned} />
      {plan.problems.length > 0 && <Objections plan={plan} visit={visit} session={session} station={station} reason={reason} onReason={text => change({ againstRule: text })} />}
      <div className="step__row">
        <NextButton key={`${hasBox ? scanned.box.lot : ''} ${visit.verdict?.at ?? ''}`} isResting={station.isResting} hasFocus={hasBox && !plan.isHeld} refusedBy={isHeld ? refusalId : undefined} onPress={send}>{t('vaccinations.document')}</NextButton>
        <div id={refusalId} aria-live="polite">{isHeld ? <Missing plan={plan} visit={visit} /> : <p className="muted">{t('vaccinations.documentMeaning', { name: session.responsible.name })}</p>}</div>
      </div>
      <DoseFields
        plan={plan} onSite={site => memory.keep({ site })} onVaccinator={vaccinatorName => memory.keep({ vaccinatorName })}
        onNumber={(code, number) => change({ numbers: { [code]: number } })} onHints={hintsGiven => change({ hintsGiven })}
      />
    </StepFrame>
  )
}

interface Said {
  readonly hintsGiven: boolean
  /** Why it is given though something speaks against it; undefined until somebody writes it. */
  readonly againstRule: string | undefined
  readonly numbers: Readonly<Record<string, number>>
}

function usePlan({ visit, session, catalogue, today, memory, scanned }: Pick<Props, 'visit' | 'session' | 'catalogue' | 'today' | 'memory' | 'scanned'>): { readonly plan: DosePlan; readonly reason: string; readonly change: (part: Partial<Said>) => void } {
  const [said, setSaid] = useState<Said>({ hintsGiven: true, againstRule: undefined, numbers: {} })
  const box = scanned?.kind === 'usable' ? scanned.box : null
  const { site, vaccinatorName } = memory
  const reason = said.againstRule ?? wordOnDose(visit)
  const plan = dosePlan({ ...said, againstRule: reason, box, site, vaccinatorName }, { visit, session, vaccines: catalogue.vaccines, rules: catalogue.rules, day: today })
  const change = (part: Partial<Said>): void => setSaid(before => ({ ...before, ...part, numbers: { ...before.numbers, ...part.numbers } }))
  return { plan, change, reason }
}

/** What a physician said about the dose itself need not be written twice. */
const wordOnDose = (visit: Visit): string => (isDoseAllowed(visit) ? (visit.verdict?.note ?? '').slice(0, MOST_REASON) : '')

/** What is still missing, item by item. */
function Missing({ plan: { missing }, visit }: { readonly plan: DosePlan; readonly visit: Visit }): ReactElement {
  const { t } = useTranslation()
  if (missing.length === 0) return <p className="late"><Icon name="warning" size={16} />{t(isDoseAllowed(visit) ? 'vaccinations.heldByReason' : 'vaccinations.heldByRule')}</p>
  return (
    <div className="missing">
      <p className="missing__title">{t('vaccinations.missing')}</p>
      <ul className="missing__items">{missing.map(item => <li key={item}>{t(`vaccinations.item.${item}`)}</li>)}</ul>
    </div>
  )
}

interface ObjectionProps extends Pick<Props, 'visit' | 'session' | 'station'> {
  readonly plan: DosePlan
  readonly reason: string
  readonly onReason: (text: string) => void
}

/** What speaks against the dose, in sentences; a physician may go on with a reason. */
function Objections({ plan: { problems, vaccine }, visit, session, station, reason, onReason }: ObjectionProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const isAllowed = isDoseAllowed(visit)
  const field = useFirstFocus<HTMLInputElement>(isAllowed && reason === '')
  return (
    <div className="problem" role="alert">
      <Icon name="warning" />
      <div className="problem__text objections">
        <p className="problem__title">{t('vaccinations.against')}</p>
        <ul>{problemSentences(problems, vaccine?.diseases ?? [], language).map(sentence => <li key={sentence}>{sentence}</li>)}</ul>
        {visit.verdict && isAllowed ? <VerdictLine verdict={visit.verdict} /> : <JudgePart visit={visit} session={session} station={station} isOnDose />}
        {isAllowed && <TextInput label={t('vaccinations.againstReason')} value={reason} maxLength={MOST_REASON} isRequired inputRef={field} onChange={onReason} />}
      </div>
    </div>
  )
}
