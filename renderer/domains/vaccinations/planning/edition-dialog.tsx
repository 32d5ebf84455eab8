import { useId, useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Disease } from '../../../../shared/domains/vaccinations/disease.ts'
import type { Schedule } from '../../../../shared/domains/vaccinations/schedule.ts'
import type { VaccinationRules } from '../../../../shared/domains/vaccinations/tables.ts'
import type { PlaceId } from '../../../../shared/ids.ts'
import { useStatus } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { formatPlainDay } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { useVaccinationCommand } from '../mutations.ts'
import { EMPTY_EDITION, nextDraftOf, readEdition, type EditionDraft } from './edition-draft.ts'
import { BoosterFields, OwnFields, PrimaryFields, ValidityFields } from './edition-form.tsx'
import { beginsTooEarly, withEdition } from './editions.ts'
import { rulesWith } from './rule-sets.ts'
import { spanWords } from './span-words.ts'
import { TryPart } from './try-part.tsx'
import { useFirstWrong } from './use-first-wrong.ts'

interface Props {
  readonly placeId: PlaceId
  readonly scope: string
  readonly disease: Disease
  /** All rules there are, so that what is written can be tried with them. */
  readonly rules: readonly VaccinationRules[]
  /** The one it takes the place of; undefined for another beside those there are. */
  readonly replaced: Schedule | undefined
  readonly onClose: () => void
}

/** Writes a new edition of a schedule: what held before stays with the days on which it held. */
export function EditionDialog(props: Props): ReactElement {
  const { t } = useTranslation()
  return <Dialog size="large" title={t(props.replaced ? 'planning.rule.newEdition' : 'planning.rule.newSchedule', { disease: props.disease.name })} isOpen onClose={props.onClose}><EditionForm {...props} /></Dialog>
}

function EditionForm({ placeId, scope, disease, rules, replaced, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const [draft, setDraft] = useState<EditionDraft>(() =>
    (replaced ? nextDraftOf(replaced, { span: span => spanWords(t, span), day: day => formatPlainDay(day, language) }) : EMPTY_EDITION))
  const [isJudged, setJudged] = useState(false)
  const { form, goThere } = useFirstWrong()
  const { run, isRunning } = useVaccinationCommand('set-rules')
  const isOnline = useStatus()?.connection === 'online'
  const { schedule, problems } = readEdition(draft, disease)
  const isTooEarly = schedule !== undefined && beginsTooEarly(schedule, replaced)
  const tried = rulesWith(rules, scope, disease.code, known => ({ ...known, schedules: schedule && !isTooEarly ? [...withEdition(known.schedules, schedule, replaced?.id)] : known.schedules }))
  const change = (part: Partial<EditionDraft>): void => setDraft({ ...draft, ...part })
  const wrong = (path: string): string | undefined => {
    if (isJudged && path === 'validFrom' && isTooEarly && replaced) return t('planning.ruleProblem.before', { day: formatPlainDay(replaced.validFrom, language) })
    const problem = problems.get(path)
    return isJudged && problem ? t(`planning.ruleProblem.${problem}`) : undefined
  }
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setJudged(true)
    if (!schedule || isTooEarly) goThere()
    if (!schedule || isTooEarly || !isOnline || isRunning) return
    if (await run({ placeId, key: disease.code, content: tried.content })) onClose()
  }
  // What is tried stands between the fields and the buttons, and outside of the form: Enter there sends nothing.
  const id = useId()
  const fields = { draft, wrong, onChange: change }
  return (
    <div className="stack">
      {!isOnline && <p className="callout">{t('planning.onlyOnline')}</p>}
      <form ref={form} id={id} noValidate className="stack" onSubmit={event => void send(event)}>
        <ValidityFields {...fields} isNew={!replaced} />
        <PrimaryFields {...fields} />
        <BoosterFields {...fields} />
        <OwnFields {...fields} />
      </form>
      <TryPart scope={scope} rules={tried.rules} disease={disease} isUnread={schedule === undefined} from={schedule?.validFrom} />
      {isJudged && (!schedule || isTooEarly) && <p role="alert" className="field__hint field__hint--error">{t('planning.incomplete')}</p>}
      <DialogActions>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
        <Button kind="primary" type="submit" form={id} isDisabled={isRunning || !isOnline}>{t('planning.rule.save')}</Button>
      </DialogActions>
    </div>
  )
}
