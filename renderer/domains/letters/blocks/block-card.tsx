import { useMemo, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { BlockId, TextBlock } from '../../../../shared/domains/letters/tables.ts'
import { blockIn } from '../../../../shared/domains/letters/text-blocks.ts'
import { Button } from '../../../ui/button.tsx'
import { ProblemLine } from '../../../ui/editing/problem-line.tsx'
import { useProblemAt } from '../../../ui/editing/problem-words.ts'
import { placeholderWords } from '../placeholder-words.ts'
import type { VariableGroup } from '../variable-groups.ts'

interface Props {
  /** The paragraph that stands for the block. */
  readonly reference: string
  readonly path: string
  readonly blocks: readonly TextBlock[]
  readonly groups: readonly VariableGroup[]
  readonly onOpen: (id: BlockId) => void
}

/** A text block where a template names it: its words, which are changed in the block alone. */
export function BlockCard({ reference, path, blocks, groups, onOpen }: Props): ReactElement {
  const { t } = useTranslation()
  const words = useMemo(() => placeholderWords(groups), [groups])
  const hasProblem = useProblemAt(path) !== undefined
  const id = blockIn(reference) ?? ''
  const block = blocks.find(one => one.id === id)
  return (
    <div className="block-card" data-incomplete={hasProblem ? '' : undefined} tabIndex={hasProblem ? -1 : undefined}>
      <p className="block-card__title">{t('blocks.named', { title: block?.title ?? id })}</p>
      {block && <p className="block-card__words">{words.shown(block.paragraphs.join('\n\n'))}</p>}
      <ProblemLine path={path} />
      {block && <div><Button kind="quiet" icon="pencil" aria-label={t('blocks.openNamed', { title: block.title })} onPress={() => onOpen(id)}>{t('blocks.open')}</Button></div>}
    </div>
  )
}
