import { useState, type ReactElement, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Wording } from '../../../../shared/domains/alerts/content.ts'
import { withEnglish } from '../../../../shared/domains/alerts/fill-template.ts'
import { MOST_HEADLINE, MOST_INSTRUCTION, MOST_TEXT } from '../../../../shared/domains/alerts/problems.ts'
import { shortText } from '../../../../shared/domains/alerts/renditions.ts'
import { Button } from '../../../ui/button.tsx'
import { TextArea } from '../../../ui/text-input.tsx'
import { AdviceLines } from './advice-lines.tsx'
import { agreedAfter, agreedOn, foundRight, isBehind, type TextField } from './agreed.ts'
import { BroadcastLength, ShortLength } from './mobile-lengths.tsx'
import { fieldId } from './composer-problems.ts'
import type { Composing } from './composing.ts'
import { EnglishLines } from './english-lines.tsx'

const TEXTS = ['headline', 'text', 'instruction', 'short'] as const satisfies readonly TextField[]

const ROWS = { headline: 1, text: 4, instruction: 3, short: 2 } as const satisfies Readonly<Record<TextField, number>>

/** What is said, in each language side by side: each text with how long it may be on each way. */
export function WordsFields(composing: Composing): ReactElement {
  const { t } = useTranslation()
  const { content, topic, change } = composing
  const [agreed, setAgreed] = useState(() => agreedOn(content.wordings))
  const after = agreedAfter(agreed, content.wordings)
  if (after !== agreed) setAgreed(after)
  const german = content.wordings.find(({ language }) => language === 'de')
  const hasEnglish = content.wordings.some(({ language }) => language === 'en')
  return (
    <section className="panel" aria-labelledby="alert-words">
      <div className="alert-panel__head">
        <h2 id="alert-words" className="panel__title">{t('alerts.words')}</h2>
        {hasEnglish
          ? <Button kind="quiet" icon="trash" onPress={() => change({ wordings: content.wordings.filter(({ language }) => language === 'de') })}>{t('alerts.removeEnglish')}</Button>
          : <Button kind="quiet" icon="plus" onPress={() => change(withEnglish(content))}>{t('alerts.addEnglish')}</Button>}
      </div>
      {TEXTS.map(field => (
        <div key={field} className="alert-pair">
          {content.wordings.map(wording => (
            <WordField key={wording.language} field={field} wording={wording} hasTwo={hasEnglish} composing={composing}>
              {wording.language === 'en' && german && <EnglishLines german={german[field]} english={wording[field]} isBehind={isBehind(after, content.wordings, field)} onRight={() => setAgreed(foundRight(after, content.wordings, field))} />}
            </WordField>
          ))}
        </div>
      ))}
      {topic?.kind === 'hazard' && <BroadcastLength wordings={content.wordings} onChange={wordings => change({ wordings })} />}
    </section>
  )
}

interface FieldProps {
  readonly field: TextField
  readonly wording: Wording
  readonly hasTwo: boolean
  readonly composing: Composing
  readonly children: ReactNode
}

function WordField({ field, wording, hasTwo, composing, children }: FieldProps): ReactElement {
  const { t } = useTranslation()
  const { alert, content, topic, change, errorAt, advice } = composing
  const { language } = wording
  const write = (value: string): void => change({ wordings: content.wordings.map(one => (one.language === language ? { ...one, [field]: value } : one)) })
  const name = t(`alerts.field.${field}`)
  return (
    <div id={fieldId(field, language)} className="alert-word">
      <TextArea
        label={hasTwo ? t('alerts.fieldIn', { name, language: t(`languages.${language}`) }) : name} rows={ROWS[field]} value={wording[field]} maxLength={20_000}
        isRequired={field !== 'instruction' || topic?.kind === 'hazard'} error={errorAt(field, language)} onChange={write}
      />
      {field === 'short' ? <ShortLength text={wording.short} sent={shortText(alert, wording)} hasSms={content.channels.includes('sms')} onChange={write} /> : <TextLength field={field} text={wording[field]} />}
      {children}
      <AdviceLines advice={advice.filter(one => one.field === field && one.language === language)} text={wording[field]} onChange={write} />
    </div>
  )
}

const MOST = { headline: MOST_HEADLINE, text: MOST_TEXT, instruction: MOST_INSTRUCTION } as const satisfies Readonly<Record<Exclude<TextField, 'short'>, number>>

function TextLength({ field, text }: { readonly field: Exclude<TextField, 'short'>; readonly text: string }): ReactElement {
  const { t } = useTranslation()
  const length = Array.from(text).length
  return <p className={length > MOST[field] ? 'alert-length late' : 'alert-length'}>{t('alerts.length', { count: length, most: MOST[field] })}</p>
}
