import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { BlockContent } from '../../../../shared/domains/letters/block-content.ts'
import { EntryList } from '../../../ui/editing/entry-list.tsx'
import { useProblemAt } from '../../../ui/editing/problem-words.ts'
import { TextInput } from '../../../ui/text-input.tsx'
import type { VariableGroup } from '../variable-groups.ts'
import { VariableText } from '../variable-text.tsx'

interface Props {
  readonly content: BlockContent
  readonly groups: readonly VariableGroup[]
  readonly onChange: (change: Partial<BlockContent>) => void
}

/** Name and paragraphs of a text block. */
export function BlockText({ content: { title, paragraphs }, groups, onChange }: Props): ReactElement {
  const { t } = useTranslation()
  const problem = useProblemAt('title')
  return (
    <>
      <TextInput label={t('blocks.title')} hint={t('blocks.titleHint')} error={problem} value={title} maxLength={120} onChange={text => onChange({ title: text })} />
      <p className="muted">{t('letters.hint.paragraph')} {t('letters.hint.condition')} {t('letters.hint.table')}</p>
      <EntryList
        noun={t('letters.paragraph')} path="paragraphs" entries={paragraphs} empty={t('letters.noParagraphs')}
        add={{ label: t('letters.addParagraph'), entry: () => '' }} onChange={next => onChange({ paragraphs: next })}
      >
        {(text, index, change) => (
          <VariableText label={`${t('letters.paragraph')} ${index + 1}`} path={`paragraphs.${index}`} groups={groups} value={text} rows={Math.max(text.length > 200 ? 4 : 2, text.split('\n').length)} onChange={change} />
        )}
      </EntryList>
    </>
  )
}
