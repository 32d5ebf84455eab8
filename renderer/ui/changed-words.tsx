import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { WordRun } from './words-between.ts'
import './changed-words.css'

/** What is different between two texts, in one. */
export const ChangedWords = ({ words }: { readonly words: readonly WordRun[] }): ReactElement => (
  <span className="changed-words">{words.map((run, index) => <Run key={index} run={run} />)}</span>
)

/** Not by colour alone: struck through or underlined, and named for whoever listens. */
function Run({ run: { text, kind } }: { readonly run: WordRun }): ReactElement {
  const { t } = useTranslation()
  if (kind === 'same') return <>{text}</>
  const Tag = kind === 'added' ? 'ins' : 'del'
  return <Tag><span className="sr-only">{t(`letter.${kind}`)} </span>{text}</Tag>
}
