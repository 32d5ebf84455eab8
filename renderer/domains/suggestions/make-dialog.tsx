import { useId, useState, type FormEvent, type ReactElement } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { usePerson } from '../../core-client/core-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { errorSentences } from '../../ui/error-sentences.ts'
import { TextArea } from '../../ui/text-input.tsx'
import { useFirstFocus } from '../../ui/use-first-focus.ts'
import { useLanguage } from '../../ui/use-language.ts'
import { aboutWords, type About, type NamedService } from './about.ts'
import { useSuggestionCommand } from './mutations.ts'
import { useTownServices } from './queries.ts'
import './suggestions.css'

interface Props {
  /** What lies at hand where the person is: the screen, and the service of an open case. The first is chosen. */
  readonly atHand: readonly About[]
  readonly onClose: () => void
}

const OTHER = 'other'

/** An idea about what is on the screen, or about any service; written where it comes to mind. */
export function MakeSuggestionDialog({ atHand, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const { accountId } = usePerson()
  const services = useTownServices()
  const { run, isRunning } = useSuggestionCommand('make')
  const [chosen, setChosen] = useState('0')
  const [serviceId, setServiceId] = useState<string>()
  const [text, setText] = useState('')
  const [isMissing, setMissing] = useState(false)
  const area = useFirstFocus<HTMLTextAreaElement>()
  const other = services.find(({ id }) => id === serviceId) ?? services[0]
  const about: About | undefined = chosen === OTHER ? other && { kind: 'service', serviceId: other.id } : atHand[Number(chosen)]
  const lacks = text.trim() === ''
  const send = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault()
    setMissing(lacks)
    if (lacks) area.current?.focus()
    if (!lacks && about && !isRunning && await run({ accountId, about, text })) onClose()
  }
  const empty = errorSentences(t, { code: 'suggestions/empty' })
  return (
    <Dialog title={t('suggestions.makeTitle')} isOpen onClose={onClose}>
      <form noValidate className="stack" onSubmit={event => void send(event)}>
        <TextArea
          label={t('suggestions.text')} hint={t('suggestions.textHint')} error={isMissing && lacks ? `${empty.happened} ${empty.todo}` : undefined}
          value={text} maxLength={4_000} areaRef={area} rows={4} isRequired onChange={setText} onSubmit={() => void send()}
        />
        <AboutChoice atHand={atHand} services={services} value={chosen} onChange={setChosen} />
        {chosen === OTHER && <ServiceChoice services={services} value={other?.id ?? ''} onChange={setServiceId} />}
        <DialogActions>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit">{t('suggestions.send')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

interface ChoiceProps {
  readonly services: readonly NamedService[]
  readonly value: string
  readonly onChange: (value: string) => void
}

function AboutChoice({ atHand, services, value, onChange }: ChoiceProps & Pick<Props, 'atHand'>): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <RadioGroup className="segments" value={value} onChange={onChange}>
      <Label className="field__label">{t('suggestions.about')}</Label>
      <div className="suggestion__abouts">
        {atHand.map((about, index) => <Radio key={JSON.stringify(about)} value={String(index)} className="segment">{aboutWords(t, language, services, about)}</Radio>)}
        {services.length > 0 && <Radio value={OTHER} className="segment">{t('suggestions.otherService')}</Radio>}
      </div>
    </RadioGroup>
  )
}

function ServiceChoice({ services, value, onChange }: ChoiceProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const id = useId()
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>{t('suggestions.service')}</label>
      <select id={id} className="input" value={value} onChange={event => onChange(event.target.value)}>
        {services.map(service => <option key={service.id} value={service.id}>{service.title[language]}</option>)}
      </select>
    </div>
  )
}
