import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { grantsFor } from '../../../../shared/actor.ts'
import { USUAL_ANSWER_DAYS } from '../../../../shared/domains/messages/begin-call-command.ts'
import type { MessageDesk } from '../../../../shared/domains/messages/conversation-tables.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import type { DepartmentId } from '../../../../shared/ids.ts'
import { useNow, usePerson } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextArea, TextInput } from '../../../ui/text-input.tsx'
import { Tick } from '../../../ui/tick.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { AbsenceFields, readAbsence, typedAbsence } from './absence-fields.tsx'
import { useInboxCommand } from './mutations.ts'
import type { Desks } from './queries.ts'
import { readTopics, topicLines } from './written-topics.ts'

interface Props {
  readonly desks: Desks
  readonly onClose: () => void
}

/** How a department takes messages: what leads set for their own. */
export function DeskDialog({ desks, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const person = usePerson()
  const led = desks.departments.filter(({ id }) => grantsFor(person, ['lead'], id).length > 0)
  const [chosen, setChosen] = useState(led[0]?.id)
  return (
    <Dialog title={t('inbox.desk.title')} isOpen onClose={onClose} size="large">
      <div className="stack">
        {led.length > 1 && <Select label={t('inbox.department')} items={led} value={chosen ?? null} onChange={id => setChosen(led.find(one => one.id === id)?.id)} />}
        {chosen && <DeskForm key={chosen} departmentId={chosen} desk={desks.desks.find(({ id }) => id === chosen)} onClose={onClose} />}
      </div>
    </Dialog>
  )
}

const USUAL_KEEP_DAYS = 365
const within = (text: string, least: number, most: number): number | undefined => (/^\d{1,4}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most ? Number(text) : undefined)

function DeskForm({ departmentId, desk, onClose }: { readonly departmentId: DepartmentId; readonly desk: MessageDesk | undefined; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const today = germanDayAt(useNow())
  const language = useLanguage()
  const [active, setActive] = useState(desk?.active ?? true)
  const [lines, setLines] = useState(() => topicLines(desk?.topics ?? []))
  const [days, setDays] = useState(String(desk?.answerDays ?? USUAL_ANSWER_DAYS))
  const [keep, setKeep] = useState(String(desk?.keepDays ?? USUAL_KEEP_DAYS))
  const [isAway, setAway] = useState(desk?.absence != null)
  const [typed, setTyped] = useState(() => typedAbsence(desk?.absence ?? null, today, language))
  const { run, isRunning } = useInboxCommand('set-desk')
  const topics = readTopics(lines)
  const [answerDays, keepDays] = [within(days, 1, 60), within(keep, 30, 3_650)]
  const absence = isAway ? readAbsence(typed) : null
  const save = async (): Promise<void> => {
    if (!topics || !answerDays || !keepDays || absence === undefined || isRunning) return
    if (await run({ departmentId, content: { topics, answerDays, keepDays, absence, active } })) onClose()
  }
  return (
    <form noValidate className="stack" onSubmit={event => { event.preventDefault(); void save() }}>
      <Tick label={t('inbox.desk.active')} isOn={active} onChange={setActive} />
      <TextArea label={t('inbox.desk.topics')} hint={t('inbox.desk.topicsHint')} value={lines} rows={5} error={topics ? undefined : t('inbox.desk.wrongTopics')} onChange={setLines} />
      <TextInput label={t('inbox.desk.days')} value={days} error={answerDays ? undefined : t('inbox.desk.wrongNumber')} onChange={setDays} />
      <TextInput label={t('inbox.desk.keep')} value={keep} error={keepDays ? undefined : t('inbox.desk.wrongNumber')} onChange={setKeep} />
      <Tick label={t('inbox.desk.away')} isOn={isAway} onChange={setAway} />
      {isAway && <AbsenceFields typed={typed} onChange={setTyped} />}
      <DialogActions>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
        <Button kind="primary" type="submit" isDisabled={isRunning}>{t('inbox.desk.save')}</Button>
      </DialogActions>
    </form>
  )
}
