import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { LANGUAGES } from '../../../../shared/domains/alerts/content.ts'
import { filled, gapsOf } from '../../../../shared/domains/alerts/fill-template.ts'
import { LONGEST_FILLING, longestFilling, type TemplateContent, type WordsOf } from '../../../../shared/domains/alerts/template-problems.ts'
import type { AlertSettings, AlertTopic } from '../../../../shared/domains/alerts/tables.ts'
import { shortText } from '../../../../shared/domains/alerts/renditions.ts'
import { inDefaultAlphabet } from '../../../../shared/formats/gsm.ts'
import { TextArea } from '../../../ui/text-input.tsx'
import { ShortLength } from '../composer/mobile-lengths.tsx'
import { fieldId } from './template-words.ts'
import type { Edited } from './use-edited.ts'
import { TEXTS, wordKey, type HeadField, type TextField, type WordKey, type WrittenTemplate } from './written-template.ts'

interface Props {
  readonly of: WordsOf
  readonly edited: Pick<Edited<WrittenTemplate>, 'content' | 'change'>
  readonly content: TemplateContent
  readonly topic: AlertTopic | undefined
  readonly settings: AlertSettings | null
  readonly errors: ReadonlyMap<HeadField | WordKey, string>
}

const ROWS = { headline: 2, text: 4, instruction: 3, short: 2 } as const satisfies Readonly<Record<TextField, number>>

/** The words for an event or for its end, German and English side by side, with the gaps that are filled in when a message is written. */
export function TemplateTexts(props: Props): ReactElement {
  const { t } = useTranslation()
  const { of, content } = props
  const gaps = gapsOf(content[of])
  return (
    <section className="panel catalogue-fields" aria-labelledby={`template-${of}`}>
      <h2 id={`template-${of}`} className="panel__title">{t(`alertCatalogue.words.${of}`)}</h2>
      <p className="field__hint">{t(`alertCatalogue.gapsHint.${of}`)}</p>
      {gaps.length > 0 && <p className="catalogue-gaps">{t('alertCatalogue.gaps')} {gaps.map(gap => <span key={gap} className="catalogue-gap">{`{${gap}}`}</span>)}</p>}
      {TEXTS.map(text => (
        <div key={text} className="pair">
          {LANGUAGES.map(language => <OneText key={language} {...props} text={text} language={language} />)}
        </div>
      ))}
    </section>
  )
}

interface OneProps extends Props {
  readonly text: TextField
  readonly language: 'de' | 'en'
}

function OneText({ of, text, language, edited: { content: written, change }, content, topic, settings, errors }: OneProps): ReactElement {
  const { t } = useTranslation()
  const key = wordKey(of, language, text)
  const value = written[key]
  const write = (next: string): void => change({ [key]: next })
  const isNeeded = language === 'de' && (text !== 'instruction' || topic?.kind === 'hazard')
  const longest = filled({ language, headline: '', text: '', instruction: '', short: value }, longestFilling(content[of], settings)).short
  return (
    <div id={fieldId(key)} className="catalogue-text">
      <TextArea
        label={t('alerts.fieldIn', { name: t(`alerts.field.${text}`), language: t(`languages.${language}`) })} rows={ROWS[text]} value={value} maxLength={20_000} isRequired={isNeeded}
        error={errors.get(key)} onChange={write}
      />
      {text === 'short' && value !== '' && (
        <>
          <ShortLength text={longest} sent={shortText({ mode: 'live', kind: of === 'allClear' ? 'all-clear' : 'alert' }, { language, short: longest })} hasSms={topic?.channels.includes('sms') ?? false} onChange={() => write(inDefaultAlphabet(value))} />
          {longest !== value && <p className="field__hint">{t('alertCatalogue.longestHint', { count: LONGEST_FILLING })}</p>}
        </>
      )}
    </div>
  )
}
