import { useRef, useState, type FormEvent, type ReactElement } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Offer } from '../../../../shared/contract/capture.ts'
import { CAPTURED_CHANNELS } from '../../../../shared/domains/applications/capture-command.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import { valuesOf } from '../../../../shared/domains/applications/typed-values.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { formatPlainDay, parseDay } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { focusField, SchemaForm } from '../../../ui/schema-form/schema-form.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { useToast } from '../../../ui/toasts.tsx'
import { useAddFiles } from '../case/files/use-add-files.ts'
import { useApplicationCommand } from '../mutations.ts'
import type { CaptureDraft } from './capture-draft.ts'
import { Papers } from './papers.tsx'
import { RECEIVED_ON, useProblems } from './use-problems.ts'

interface Props {
  readonly offer: Offer
  readonly draft: CaptureDraft
  readonly onChange: (part: Partial<CaptureDraft>) => void
  readonly onOtherService: () => void
  readonly onDiscard: () => void
  readonly onTaken: (applicationId: string) => void
}

/** The way it came, the day of receipt and the service's form; what is wrong stands beside each field. */
export function CaptureForm({ offer, draft, onChange, onOtherService, onDiscard, onTaken }: Props): ReactElement {
  const { t } = useTranslation()
  const { service, form } = offer
  const frame = useRef<HTMLFormElement>(null)
  const [isSent, setSent] = useState(false)
  const [papers, setPapers] = useState<readonly File[]>([])
  const show = useToast()
  const { add } = useAddFiles(draft.applicationId)
  const { run, isRunning } = useApplicationCommand('capture')
  const typed = new Map(Object.entries(draft.typed))
  const problems = useProblems(offer, draft)
  const shown = isSent ? problems : NO_PROBLEMS
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setSent(true)
    const receivedOn = parseDay(draft.receivedOn)
    const [first] = problems.keys()
    if (first !== undefined) focusField(frame.current, first)
    if (first !== undefined || !receivedOn || isRunning) return
    const { applicationId, channel } = draft
    if (!await run({ applicationId, serviceId: service.id, formVersion: form.formVersion, channel, receivedOn, form: valuesOf(form, typed) })) return
    const added = papers.length > 0 ? await add(papers, { kind: 'scan' }) : 0
    if (added < papers.length) show({ kind: 'refused', title: t('capture.papersMissing', { count: papers.length - added }), text: t('capture.papersMissingTodo') })
    onTaken(applicationId)
  }
  return (
    <form ref={frame} noValidate className="capture__form" onSubmit={event => void send(event)}>
      <ChosenService offer={offer} onOther={onOtherService} />
      {draft.formVersion !== null && draft.formVersion !== form.formVersion && <p className="callout">{t('capture.formChanged', { version: form.formVersion })}</p>}
      <Receipt draft={draft} problem={shown.get(RECEIVED_ON)} onChange={onChange} />
      <SchemaForm
        form={form} typed={typed} problems={shown} waived={form.emailKey === null ? [] : [form.emailKey]}
        onChange={(key, text) => onChange({ typed: { ...draft.typed, [key]: text }, formVersion: draft.formVersion ?? form.formVersion })}
      />
      {draft.channel === 'paper' && <Papers papers={papers} onChange={setPapers} />}
      <div className="capture__foot">
        <Summary count={shown.size} />
        <Button kind="quiet" onPress={onDiscard}>{t('capture.discard')}</Button>
        <button type="submit" className="button button--primary" data-primary-action="" disabled={isRunning}><Icon name="check" /><span>{t('capture.take')}</span></button>
      </div>
    </form>
  )
}

const NO_PROBLEMS: ReadonlyMap<string, string> = new Map()

function ChosenService({ offer: { service, form }, onOther }: { readonly offer: Offer; readonly onOther: () => void }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <div className="capture__chosen">
      <div>
        <p className="muted">{t('capture.service')}</p>
        <h2 className="capture__subtitle">{service.title[language]}</h2>
        <p className="muted">{t('case.formVersion', { version: form.formVersion })}</p>
      </div>
      <Button icon="undo" onPress={onOther}>{t('capture.otherService')}</Button>
    </div>
  )
}

interface ReceiptProps extends Pick<Props, 'draft' | 'onChange'> {
  readonly problem: string | undefined
}

/** How and when it came; the period begins with this day. */
function Receipt({ draft: { channel, receivedOn }, problem, onChange }: ReceiptProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const nowMs = useNow()
  const choose = (chosen: string): void => {
    if (chosen !== 'telephone') return onChange({ channel: 'paper' })
    // Whoever is on the telephone calls today; a stamp may be of any day.
    onChange({ channel: 'telephone', receivedOn: receivedOn || formatPlainDay(germanDayAt(nowMs), language) })
  }
  const first = useFirstFocus<HTMLInputElement>()
  return (
    <fieldset className="schema-section" aria-label={t('capture.receipt')}>
      <RadioGroup className="segments" orientation="horizontal" value={channel} onChange={choose}>
        <Label className="field__label">{t('capture.channel')}</Label>
        <div className="segments__row">
          {CAPTURED_CHANNELS.map(way => (
            <Radio key={way} value={way} className="segment" {...(way === channel ? { inputRef: first } : {})}>
              <Icon name={way === 'paper' ? 'file' : 'person'} />{t(`channel.${way}`)}
            </Radio>
          ))}
        </div>
      </RadioGroup>
      <div data-field={RECEIVED_ON}>
        <TextInput
          label={t(channel === 'paper' ? 'capture.stampDay' : 'capture.callDay')} hint={t('capture.receivedHint')} error={problem} value={receivedOn} maxLength={10}
          placeholder={t('list.filter.dateHint')} isRequired onChange={value => onChange({ receivedOn: value })}
        />
      </div>
    </fieldset>
  )
}

function Summary({ count }: { readonly count: number }): ReactElement {
  const { t } = useTranslation()
  return (
    <output className={count > 0 ? 'capture__summary capture__summary--bad' : 'capture__summary'}>
      {count > 0 ? t('capture.problems', { count }) : t('capture.draftKept')}
    </output>
  )
}
