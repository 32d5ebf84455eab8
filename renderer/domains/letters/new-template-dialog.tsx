import { useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { LetterKind, TemplateId } from '../../../shared/domains/letters/tables.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import type { RefusalShown } from '../../ui/error-sentences.ts'
import { Problem } from '../../ui/problem.tsx'
import { Select } from '../../ui/select.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { useFirstFocus } from '../../ui/use-first-focus.ts'
import { useLanguage } from '../../ui/use-language.ts'
import { useKeepTemplate } from './mutations.ts'
import { newOutcomes, newTemplateContent, newTemplateId } from './new-template.ts'
import type { TownLetters } from './queries.ts'

interface Props {
  readonly town: TownLetters
  readonly onClose: () => void
  readonly onBegun: (id: TemplateId) => void
}

/** Chosen for every service that has none of its own. */
const EVERY = 'every'

/** Asks for what cannot be changed later, and for a name. */
export function NewTemplateDialog({ town, onClose, onBegun }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const [title, setTitle] = useState('')
  const [outcome, setOutcome] = useState<LetterKind>('granted')
  const [chosen, setChosen] = useState<string>(EVERY)
  const [isSent, setSent] = useState(false)
  const begin = useBegin(town, onBegun)
  const first = useFirstFocus<HTMLInputElement>()
  const outcomes = newOutcomes(town.templates).map(id => ({ id, name: t(`letters.outcome.${id}`) }))
  const services = [{ id: EVERY, name: t('letters.every') }, ...town.services.map(({ id, title: words }) => ({ id, name: words[language] }))]
  const isGeneral = outcome === 'certificate' || outcome === 'notice'
  const serviceId = chosen === EVERY || isGeneral ? '' : chosen
  const send = (event: FormEvent): void => {
    event.preventDefault()
    setSent(true)
    if (title.trim() !== '') void begin.run({ title: title.trim(), outcome, serviceId })
  }
  return (
    <Dialog title={t('letters.new')} isOpen onClose={onClose}>
      <form noValidate className="stack" onSubmit={send}>
        <p>{t('letters.newText')}</p>
        {begin.refusal && <Problem refusal={begin.refusal} />}
        <TextInput label={t('letters.field.title')} hint={t('letters.hint.title')} inputRef={first} error={isSent && title.trim() === '' ? t('letters.problem.missing') : undefined} value={title} maxLength={120} isRequired onChange={setTitle} />
        <Select label={t('letters.field.outcome')} items={outcomes} value={outcome} onChange={id => setOutcome(outcomes.find(one => one.id === id)?.id ?? 'granted')} />
        {!isGeneral && <Select label={t('letters.field.service')} items={services} value={chosen} onChange={setChosen} />}
        {serviceId !== '' && <p className="muted">{t('letters.ownInstead')}</p>}
        <DialogActions>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit">{t('letters.begin')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

interface Said {
  readonly title: string
  readonly outcome: LetterKind
  readonly serviceId: string
}

/** Begins the draft; the new template comes after those that are there for the same. */
function useBegin(town: TownLetters, onBegun: (id: TemplateId) => void): { readonly run: (said: Said) => Promise<void>; readonly refusal: RefusalShown | undefined } {
  const [refusal, setRefusal] = useState<RefusalShown>()
  const keep = useKeepTemplate()
  const run = async ({ title, outcome, serviceId }: Said): Promise<void> => {
    const templateId = newTemplateId(title, outcome, town.templates.map(({ id }) => id))
    const service = town.services.find(({ id }) => id === serviceId)
    const departmentId = service?.departmentId ?? town.letterheads[0]?.id
    if (!departmentId) return setRefusal({ code: 'commands/record-missing' })
    const position = 1 + town.templates.filter(template => template.outcome === outcome && (template.serviceId ?? '') === serviceId).length
    const answer = await keep({ templateId, content: newTemplateContent(outcome, { title, serviceId, position }), basedOn: null, isBegun: false, departmentId })
    if (answer.ok) onBegun(templateId)
    else setRefusal(answer.error)
  }
  return { run, refusal }
}
