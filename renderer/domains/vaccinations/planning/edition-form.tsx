import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../../ui/button.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { Tick } from '../../../ui/tick.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { OpenerButton } from '../opener-button.tsx'
import { BOOSTER_SPANS, EMPTY_BOOSTER, EMPTY_STEP, OWN_SPANS, PRIMARY_SPANS, type BoosterDraft, type EditionDraft, type PrimaryDraft } from './edition-draft.ts'
import { FreshInput } from './fresh-input.tsx'
import { useLineFocus } from './use-line-focus.ts'

export interface EditionFieldsProps {
  readonly draft: EditionDraft
  readonly wrong: (path: string) => string | undefined
  readonly onChange: (part: Partial<EditionDraft>) => void
}

/** From when it holds, and where it was read. */
export function ValidityFields({ draft, wrong, onChange, isNew }: EditionFieldsProps & { readonly isNew: boolean }): ReactElement {
  const { t } = useTranslation()
  const first = useFirstFocus<HTMLInputElement>()
  return (
    <>
      <div className="planning__four">
        <TextInput inputRef={first} label={t('planning.rule.validFrom')} hint={isNew ? undefined : t('planning.rule.validFromHint')} value={draft.validFrom} placeholder={t('list.filter.dateHint')} maxLength={10} isRequired error={wrong('validFrom')} onChange={validFrom => onChange({ validFrom })} />
        <TextInput label={t('planning.rule.validTo')} value={draft.validTo} placeholder={t('list.filter.dateHint')} maxLength={10} error={wrong('validTo')} onChange={validTo => onChange({ validTo })} />
        <TextInput label={t('planning.rule.graceDays')} value={draft.graceDays} maxLength={2} error={wrong('graceDays')} onChange={graceDays => onChange({ graceDays })} />
      </div>
      <div className="planning__pair">
        <TextInput label={t('planning.rule.source')} value={draft.source} maxLength={200} isRequired error={wrong('source')} onChange={source => onChange({ source })} />
        <TextInput label={t('planning.rule.sourceEdition')} value={draft.sourceEdition} maxLength={120} onChange={sourceEdition => onChange({ sourceEdition })} />
        <TextInput label={t('planning.rule.url')} value={draft.url} maxLength={500} error={wrong('url')} onChange={url => onChange({ url })} />
      </div>
    </>
  )
}

/** One dose of the primary series below the other, each with the same fields. */
export function PrimaryFields({ draft, wrong, onChange }: EditionFieldsProps): ReactElement {
  const { t } = useTranslation()
  const focus = useLineFocus()
  const add = (): void => {
    onChange({ primary: [...draft.primary, EMPTY_STEP] })
    focus.added(draft.primary.length)
  }
  const remove = (index: number): void => {
    onChange({ primary: draft.primary.filter((_, place) => place !== index) })
    focus.removed()
  }
  const set = (index: number, part: Partial<PrimaryDraft>): void => onChange({ primary: draft.primary.map((step, place) => (place === index ? { ...step, ...part } : step)) })
  return (
    <fieldset className="stack">
      <legend className="planning__legend">{t('planning.rule.primary')}</legend>
      <p className="field__hint">{t('planning.rule.spanHint')}</p>
      {draft.primary.map((step, index) => (
        <fieldset key={index} className="planning__dose">
          <legend className="planning__dose-head">
            <strong>{t('planning.rule.primaryDose', { number: index + 1 })}</strong>
            {draft.primary.length > 1 && <IconButton icon="trash" label={t('common.remove', { what: t('planning.rule.primaryDose', { number: index + 1 }) })} onPress={() => remove(index)} />}
          </legend>
          <div className="planning__spans">
            {PRIMARY_SPANS.map((key, place) => <FreshInput key={key} hasFocus={place === 0 && focus.isFresh(index)} label={t(`planning.rule.primarySpan.${key}`)} value={step[key]} maxLength={20} error={wrong(`primary.${index}.${key}`)} onChange={text => set(index, { [key]: text })} />)}
          </div>
        </fieldset>
      ))}
      <div><OpenerButton key={focus.removals} hasFocus={focus.removals > 0} icon="plus" isDisabled={draft.primary.length >= 10} onPress={add}>{t('planning.rule.addDose')}</OpenerButton></div>
    </fieldset>
  )
}

/** What refreshes it. */
export function BoosterFields({ draft, wrong, onChange }: EditionFieldsProps): ReactElement {
  const { t } = useTranslation()
  const focus = useLineFocus()
  const add = (): void => {
    onChange({ boosters: [...draft.boosters, { ...EMPTY_BOOSTER, number: String(draft.boosters.length + 1) }] })
    focus.added(draft.boosters.length)
  }
  const remove = (index: number): void => {
    onChange({ boosters: draft.boosters.filter((_, place) => place !== index) })
    focus.removed()
  }
  const set = (index: number, part: Partial<BoosterDraft>): void => onChange({ boosters: draft.boosters.map((one, place) => (place === index ? { ...one, ...part } : one)) })
  return (
    <fieldset className="stack">
      <legend className="planning__legend">{t('planning.rule.boosters')}</legend>
      {draft.boosters.map((one, index) => (
        <fieldset key={index} className="planning__dose">
          <legend className="planning__dose-head">
            <strong>{t('planning.rule.booster', { number: one.number || '?' })}</strong>
            <IconButton icon="trash" label={t('common.remove', { what: t('planning.rule.booster', { number: one.number }) })} onPress={() => remove(index)} />
          </legend>
          <div className="planning__spans">
            <FreshInput hasFocus={focus.isFresh(index)} label={t('planning.rule.boosterNumber')} value={one.number} maxLength={2} error={wrong(`boosters.${index}.number`)} onChange={number => set(index, { number })} />
            {BOOSTER_SPANS.map(key => <TextInput key={key} label={t(`planning.rule.boosterSpan.${key}`)} value={one[key]} maxLength={20} error={wrong(`boosters.${index}.${key}`)} onChange={text => set(index, { [key]: text })} />)}
          </div>
          <Tick label={t('planning.rule.isRepeated')} isOn={one.isRepeated} onChange={isRepeated => set(index, { isRepeated })} />
        </fieldset>
      ))}
      <div><OpenerButton key={focus.removals} hasFocus={focus.removals > 0} icon="plus" isDisabled={draft.boosters.length >= 12} onPress={add}>{t('planning.rule.addBooster')}</OpenerButton></div>
    </fieldset>
  )
}

/** For whom it is, when in the year, and what else has to be waited for. */
export function OwnFields({ draft, wrong, onChange }: EditionFieldsProps): ReactElement {
  const { t } = useTranslation()
  return (
    <fieldset className="stack">
      <legend className="planning__legend">{t('planning.rule.own')}</legend>
      <div className="planning__spans">
        {OWN_SPANS.map(key => <TextInput key={key} label={t(`planning.rule.ownSpan.${key}`)} value={draft[key]} maxLength={20} error={wrong(key)} onChange={text => onChange({ [key]: text })} />)}
        <TextInput label={t('planning.rule.seasonFrom')} value={draft.seasonFrom} placeholder="1.10." maxLength={6} error={wrong('seasonFrom')} onChange={seasonFrom => onChange({ seasonFrom })} />
        <TextInput label={t('planning.rule.seasonTo')} value={draft.seasonTo} placeholder="15.12." maxLength={6} error={wrong('seasonTo')} onChange={seasonTo => onChange({ seasonTo })} />
      </div>
      <TextInput label={t('planning.rule.vaccines')} hint={t('planning.rule.vaccinesHint')} value={draft.vaccines} maxLength={800} onChange={vaccines => onChange({ vaccines })} />
      {draft.vaccines.trim() !== '' && <Tick label={t('planning.rule.countsOthers')} isOn={draft.countsOthers} onChange={countsOthers => onChange({ countsOthers })} />}
      <Tick label={t('planning.rule.isLive')} isOn={draft.isLive} onChange={isLive => onChange({ isLive })} />
    </fieldset>
  )
}
