import { useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { diseasesToChoose } from '../../../../shared/domains/vaccinations/known-diseases.ts'
import { SPACING } from '../../../../shared/domains/vaccinations/rules.ts'
import type { SpacingRule } from '../../../../shared/domains/vaccinations/schedule.ts'
import type { VaccinationRules } from '../../../../shared/domains/vaccinations/tables.ts'
import type { PlaceId } from '../../../../shared/ids.ts'
import { useStatus } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoiceFilter } from '../../../ui/choice-filter.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { formatPlainDay } from '../../../ui/format.ts'
import { TextInput } from '../../../ui/text-input.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useVaccinationCommand } from '../mutations.ts'
import { ValidityFields } from './edition-form.tsx'
import { EMPTY_EDITION } from './edition-draft.ts'
import { beginsTooEarly, withEdition } from './editions.ts'
import { contentUnder } from './rule-sets.ts'
import { EMPTY_SPACING, LIVE, readSpacing, spacingDraftOf, type SpacingDraft } from './spacing-draft.ts'
import { spanWords } from './span-words.ts'
import { useFirstWrong } from './use-first-wrong.ts'

interface Props {
  readonly placeId: PlaceId
  readonly scope: string
  readonly rules: readonly VaccinationRules[]
  /** The one it takes the place of; undefined for another beside those there are. */
  readonly replaced: SpacingRule | undefined
  readonly onClose: () => void
}

/** Writes how far apart doses of two groups are, from a day on. */
export function SpacingDialog(props: Props): ReactElement {
  const { t } = useTranslation()
  return <Dialog title={t(props.replaced ? 'planning.rule.newSpacingEdition' : 'planning.rule.addSpacing')} isOpen onClose={props.onClose}><SpacingForm {...props} /></Dialog>
}

function SpacingForm({ placeId, scope, rules, replaced, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const [draft, setDraft] = useState<SpacingDraft>(() => (replaced ? spacingDraftOf(replaced, { span: span => spanWords(t, span), day: day => formatPlainDay(day, language) }) : EMPTY_SPACING))
  const [isJudged, setJudged] = useState(false)
  const { form, goThere } = useFirstWrong()
  const { run, isRunning } = useVaccinationCommand('set-rules')
  const isOnline = useStatus()?.connection === 'online'
  const { rule, problems } = readSpacing(draft)
  const isTooEarly = rule !== undefined && beginsTooEarly(rule, replaced)
  const change = (part: Partial<SpacingDraft>): void => setDraft({ ...draft, ...part })
  const wrong = (path: string): string | undefined => {
    if (isJudged && path === 'validFrom' && isTooEarly && replaced) return t('planning.ruleProblem.before', { day: formatPlainDay(replaced.validFrom, language) })
    const problem = problems.get(path)
    return isJudged && problem ? t(`planning.ruleProblem.${problem}`) : undefined
  }
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setJudged(true)
    if (!rule || isTooEarly) goThere()
    if (!rule || isTooEarly || !isOnline || isRunning) return
    const { schedules, spacing } = contentUnder(rules, scope, SPACING)
    if (await run({ placeId, key: SPACING, content: { schedules, spacing: [...withEdition(spacing, rule, replaced?.id)] } })) onClose()
  }
  return (
    <form ref={form} noValidate className="stack" onSubmit={event => void send(event)}>
      {!isOnline && <p className="callout">{t('planning.onlyOnline')}</p>}
      <Group label={t('planning.rule.groupOne')} rules={rules} selected={draft.one} error={wrong('one')} onChange={one => change({ one })} />
      <Group label={t('planning.rule.groupOther')} rules={rules} selected={draft.other} error={wrong('other')} onChange={other => change({ other })} />
      <TextInput label={t('planning.rule.least')} hint={t('planning.rule.spanHint')} value={draft.least} maxLength={20} isRequired error={wrong('least')} onChange={least => change({ least })} />
      <ValidityFields draft={{ ...EMPTY_EDITION, ...draft }} wrong={wrong} isNew={!replaced} onChange={change} />
      <DialogActions>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
        <Button kind="primary" type="submit" isDisabled={isRunning || !isOnline}>{t('planning.rule.save')}</Button>
      </DialogActions>
    </form>
  )
}

interface GroupProps {
  readonly label: string
  readonly rules: readonly VaccinationRules[]
  readonly selected: readonly string[]
  readonly error: string | undefined
  readonly onChange: (selected: readonly string[]) => void
}

/** All live vaccines, or those against some diseases. */
function Group({ label, rules, selected, error, onChange }: GroupProps): ReactElement {
  const { t } = useTranslation()
  const items = [{ id: LIVE, name: t('planning.rule.allLive') }, ...diseasesToChoose(rules.flatMap(({ schedules }) => schedules.map(({ disease }) => disease))).map(({ code, name }) => ({ id: code, name }))]
  // All live vaccines are a group of their own: what was chosen last holds.
  const choose = (ids: readonly string[]): void => onChange(ids.includes(LIVE) && !selected.includes(LIVE) ? [LIVE] : ids.filter(id => ids.length === 1 || id !== LIVE))
  return (
    <div className="field">
      <div className="row"><ChoiceFilter label={label} items={items} selected={selected} onChange={choose} /></div>
      <p className="field__hint">{items.filter(({ id }) => selected.includes(id)).map(({ name }) => name).join(', ')}</p>
      {error && <p className="field__hint field__hint--error" role="alert">{error}</p>}
    </div>
  )
}
