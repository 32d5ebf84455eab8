import type { ReactElement } from 'react'
import { FileTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { ALLOWED_MEDIA_TYPES } from '../../../../shared/wire/streams.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { formatBytes } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'

interface Props {
  readonly papers: readonly File[]
  readonly onChange: (papers: readonly File[]) => void
}

/** The scanned paper: chosen here, put into the case as soon as there is one. */
export function Papers({ papers, onChange }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <section className="capture__panel" aria-labelledby="capture-papers">
      <div className="capture__papers-head">
        <div>
          <h2 id="capture-papers" className="capture__subtitle">{t('capture.papers')}</h2>
          <p className="muted">{t('capture.papersHint')}</p>
        </div>
        <FileTrigger allowsMultiple acceptedFileTypes={ALLOWED_MEDIA_TYPES} onSelect={list => list && onChange([...papers, ...list])}>
          <Button icon="paperclip">{t('capture.addPaper')}</Button>
        </FileTrigger>
      </div>
      {papers.length > 0 && (
        <ul className="capture__papers">
          {papers.map((paper, index) => (
            <li key={`${index}/${paper.name}`}>
              <Icon name="file" size={16} /><span className="capture__paper">{paper.name}</span><span className="muted">{formatBytes(paper.size, language)}</span>
              <IconButton icon="cross" label={t('common.remove', { what: paper.name })} onPress={() => onChange(papers.filter(other => other !== paper))} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
