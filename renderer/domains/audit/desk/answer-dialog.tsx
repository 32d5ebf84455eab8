import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { REQUEST_OUTCOMES, RequestOutcome } from '../../../../shared/domains/audit/requests.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import type { PrivacyRequest } from '../../../../shared/wire/protection.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { formatPlainDay, parseDay } from '../../../ui/format.ts'
import { Select } from '../../../ui/select.tsx'
import { TextArea, TextInput } from '../../../ui/text-input.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useRequestChange } from './use-request-change.ts'

/** How a request was answered; said once. */
export function AnswerDialog({ request, onChanged, onClose }: { readonly request: PrivacyRequest; readonly onChanged: () => void; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const today = germanDayAt(useNow())
  const [outcome, setOutcome] = useState<RequestOutcome>()
  const [answer, setAnswer] = useState('')
  const [day, setDay] = useState(() => formatPlainDay(today, language))
  const [wasTried, setTried] = useState(false)
  const { run, isRunning } = useRequestChange('answer', onChanged)
  const answeredOn = parseDay(day)
  const send = async (): Promise<void> => {
    setTried(true)
    if (!outcome || answeredOn === undefined) return
    if (await run({ id: request.id, outcome, answer: answer.trim(), answeredOn })) onClose()
  }
  return (
    <FormDialog title={t('protection.answerTitle')} confirm={t('protection.answerNow')} isRunning={isRunning} onSend={() => void send()} onClose={onClose}>
      <p>{t(`protection.kinds.${request.kind}`)}, {request.name}</p>
      <Select
        label={t('protection.outcome')} value={outcome ?? null} hasFocus isRequired error={wasTried && !outcome ? t('protection.outcomeMissing') : undefined}
        items={REQUEST_OUTCOMES.map(one => ({ id: one, name: t(`protection.outcomes.${one}`) }))} onChange={one => setOutcome(RequestOutcome.safeParse(one).data)}
      />
      <TextInput label={t('protection.answeredDay')} value={day} maxLength={20} isRequired error={wasTried && answeredOn === undefined ? t('protection.dayWrong') : undefined} onChange={setDay} />
      <TextArea label={t('protection.answerText')} value={answer} maxLength={2_000} onChange={setAnswer} />
    </FormDialog>
  )
}
