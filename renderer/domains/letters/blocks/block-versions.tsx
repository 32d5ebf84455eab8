import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { TextBlock } from '../../../../shared/domains/letters/tables.ts'
import { Button } from '../../../ui/button.tsx'
import { ChangedWords } from '../../../ui/changed-words.tsx'
import { SureDialog } from '../../../ui/editing/sure-dialog.tsx'
import { formatDay } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { wordsBetween } from '../../../ui/words-between.ts'
import type { PlaceholderWords } from '../placeholder-words.ts'

type Version = Pick<TextBlock, 'blockVersion' | 'paragraphs' | 'publishedAt' | 'publishedByName'>

interface Props {
  readonly block: TextBlock
  /** What stands in the editor now. */
  readonly paragraphs: readonly string[]
  readonly placeholders: PlaceholderWords
  /** How many templates read otherwise once it is kept. */
  readonly templates: number
  readonly onTake: (paragraphs: readonly string[]) => void
}

/** Every version of a block, today's first; each can be compared with what is being written, and taken again. */
export function BlockVersions({ block, paragraphs, placeholders, templates, onTake }: Props): ReactElement {
  const { t } = useTranslation()
  const [compared, setCompared] = useState<number>()
  const [wanted, setWanted] = useState<Version>()
  const take = (): void => {
    if (wanted) onTake(wanted.paragraphs)
    setWanted(undefined)
  }
  return (
    <>
      <p className="muted">{t('blocks.versionsHint')}</p>
      <ol className="versions">
        {[block, ...block.earlier].map(version => (
          <Line
            key={version.blockVersion} version={version} paragraphs={paragraphs} placeholders={placeholders} isCompared={compared === version.blockVersion}
            onCompare={() => setCompared(current => (current === version.blockVersion ? undefined : version.blockVersion))} onTake={() => setWanted(version)}
          />
        ))}
      </ol>
      {wanted && (
        <SureDialog title={t('blocks.takeTitle', { version: t('letters.version', { version: wanted.blockVersion }) })} act={t('blocks.take')} isRunning={false} onConfirm={take} onClose={() => setWanted(undefined)}>
          <p>{t('blocks.takeText')}</p>
          <p>{templates === 0 ? t('blocks.takeUnused') : t('blocks.takeUsed', { count: templates })}</p>
        </SureDialog>
      )}
    </>
  )
}

interface LineProps extends Pick<Props, 'paragraphs' | 'placeholders'> {
  readonly version: Version
  readonly isCompared: boolean
  readonly onCompare: () => void
  readonly onTake: () => void
}

function Line({ version: { blockVersion, paragraphs: before, publishedAt, publishedByName }, paragraphs, placeholders, isCompared, onCompare, onTake }: LineProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const name = t('letters.version', { version: blockVersion })
  const isSame = before.join('\n\n') === paragraphs.join('\n\n')
  const words = (texts: readonly string[]): string => placeholders.shown(texts.join('\n\n'))
  return (
    <li className="version">
      <div className="row">
        <strong>{name}</strong>
        <span className="muted">{[publishedAt === null ? t('letters.delivered') : formatDay(publishedAt, language), publishedByName].filter(Boolean).join(', ')}</span>
        {isSame && <span className="muted">{t('blocks.same')}</span>}
        {!isSame && <Button kind="quiet" icon="eye" aria-expanded={isCompared} aria-label={t('blocks.compareNamed', { version: name })} onPress={onCompare}>{t('blocks.compare')}</Button>}
        {!isSame && <Button kind="quiet" icon="undo" aria-label={t('blocks.takeNamed', { version: name })} onPress={onTake}>{t('blocks.take')}</Button>}
      </div>
      {isCompared && !isSame && <div className="version__words"><ChangedWords words={wordsBetween(words(before), words(paragraphs))} /></div>}
    </li>
  )
}
