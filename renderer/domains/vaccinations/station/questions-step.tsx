import { useState, type ReactElement } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { flagsOf, QUESTIONS, type Answers, type QuestionId } from '../../../../shared/domains/vaccinations/questionnaire.ts'
import { flagsAt } from '../../../../shared/domains/vaccinations/stage.ts'
import type { Visit } from '../../../../shared/domains/vaccinations/tables.ts'
import { Icon } from '../../../ui/icon.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { byEnter } from './by-enter.ts'
import type { Station } from './use-station.ts'
import { NextButton, StepFrame } from './step-frame.tsx'

interface Props {
  readonly visit: Visit
  readonly station: Station
  readonly onAnswered: () => void
}

type Given = Answers['given']

/** In this order an arrow to the left of no is yes, and to the right nobody knows. */
const CHOICES = ['yes', 'no', 'unknown'] as const

const ALL_NO = Object.fromEntries(QUESTIONS.map(({ id }) => [id, 'no'])) as Given

/** The seven questions. One key says no to all of them; each is changed by going there and an arrow. */
export function QuestionsStep({ visit, station, onAnswered }: Props): ReactElement {
  const { t } = useTranslation()
  const [given, setGiven] = useState<Given>(visit.answers?.given ?? ALL_NO)
  const [note, setNote] = useState(visit.answers?.note ?? '')
  const flags = flagsOf({ given, note })
  // What another desk has found out since was never looked at here.
  const [seen] = useState(() => flagsAt(visit))
  const send = (): void => station.step('answer', { visitId: visit.id, answers: { given, note: note.trim() }, flags: seen }, onAnswered)
  return (
    <StepFrame title={t('vaccinations.questions')}>
      <div className="step__row">
        <NextButton isResting={station.isResting} hasFocus onPress={send}>{flags.length === 0 ? t('vaccinations.allNo') : t('vaccinations.keepAnswers', { count: flags.length })}</NextButton>
        <p className="muted">{t('vaccinations.questionsHint')}</p>
      </div>
      <div className="questions" {...byEnter(send)}>
        {QUESTIONS.map(({ id, flagWhen }, index) => (
          <Question key={id} id={id} number={index + 1} value={given[id]} isFlag={given[id] === flagWhen || given[id] === 'unknown'} onChange={answer => setGiven(before => ({ ...before, [id]: answer }))} />
        ))}
      </div>
      {flags.length > 0 && <div {...byEnter(send)}><TextInput label={t('vaccinations.answersNote')} value={note} maxLength={2_000} onChange={setNote} /></div>}
    </StepFrame>
  )
}

interface QuestionProps {
  readonly id: QuestionId
  readonly number: number
  readonly value: Given[QuestionId]
  readonly isFlag: boolean
  readonly onChange: (answer: Given[QuestionId]) => void
}

function Question({ id, number, value, isFlag, onChange }: QuestionProps): ReactElement {
  const { t } = useTranslation()
  return (
    <RadioGroup className={isFlag ? 'ask ask--flag' : 'ask'} orientation="horizontal" value={value} onChange={chosen => onChange(CHOICES.find(choice => choice === chosen) ?? 'unknown')}>
      <Label className="ask__text">{number}. {t(`vaccinations.question.${id}`)}{isFlag && <span className="late ask__mark"><Icon name="warning" size={16} />{t('vaccinations.alarm.flag')}</span>}</Label>
      <div className="ask__choices">{CHOICES.map(choice => <Radio key={choice} value={choice} className={`segment${choice === 'no' ? '' : ' segment--bad'}`}>{t(`vaccinations.answer.${choice}`)}</Radio>)}</div>
    </RadioGroup>
  )
}

/** What was answered, in a line: only what is not no. */
export function AnswersLine({ answers }: { readonly answers: Answers }): ReactElement {
  const { t } = useTranslation()
  const flags = flagsOf(answers)
  if (flags.length === 0) return <p>{t('vaccinations.nothingFlagged')}</p>
  return (
    <>
      <ul className="step__flags">{flags.map(id => <li key={id} className="late"><Icon name="warning" size={16} />{t(`vaccinations.flag.${id}`)}: {t(`vaccinations.answer.${answers.given[id]}`)}</li>)}</ul>
      {answers.note && <p>{answers.note}</p>}
    </>
  )
}
