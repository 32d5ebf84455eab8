import { useState, type ReactElement, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseLine, Surroundings } from '../../../../shared/contract/around.ts'
import { Button } from '../../../ui/button.tsx'
import { formatDay } from '../../../ui/format.ts'
import { StatusMark } from '../../../ui/status-mark.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useApplicationCommand } from '../mutations.ts'
import type { Whole } from './case-actions.ts'
import { CaseLink, type OpenCase } from './case-link.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { UnmergeDialog } from './unmerge-dialog.tsx'

interface Props {
  readonly whole: Whole
  readonly around: Surroundings
  readonly onOpen: OpenCase
}

/** Cases that hang together with this one, and the person's other cases. */
export function RelatedPanel({ whole, around, onOpen }: Props): ReactElement {
  const { t } = useTranslation()
  const [isLinking, setLinking] = useState(false)
  const [undoing, setUndoing] = useState<CaseLine>()
  const unlink = useApplicationCommand('unlink').run
  const { parent, parts, merged, samePerson, more } = around
  const isEmpty = !parent && parts.length + merged.length + samePerson.length === 0
  return (
    <section className="panel" aria-labelledby="related-title">
      <header className="panel__head">
        <h2 id="related-title" className="panel__title">{t('work.related.title')}</h2>
        {!parent && <Button kind="quiet" icon="plus" onPress={() => setLinking(true)}>{t('work.related.link')}</Button>}
      </header>
      {isEmpty && <p className="muted">{t('work.related.none')}</p>}
      {parent && (
        <Group title={t('work.related.parent')} lines={[parent]} onOpen={onOpen}>
          <Button kind="quiet" icon="undo" onPress={() => void unlink({ applicationId: whole.application.id })}>{t('work.related.unlink')}</Button>
        </Group>
      )}
      <Group title={t('work.related.parts')} lines={parts} onOpen={onOpen} />
      <Group title={t('work.related.merged')} note={t('work.related.mergedNote')} lines={merged.map(({ line }) => line)} onOpen={onOpen}>
        {merged.map(({ line }) => <Button key={line.id} kind="quiet" icon="undo" onPress={() => setUndoing(line)}>{t('work.related.unmerge')}{merged.length > 1 && `: ${line.reference}`}</Button>)}
      </Group>
      <Group title={t('work.related.samePerson')} lines={samePerson} onOpen={onOpen}>
        {more > 0 && <p className="muted">{t('work.related.more', { count: more })}</p>}
      </Group>
      {isLinking && <LinkDialog application={whole.application} excluded={parts.map(({ id }) => id)} onClose={() => setLinking(false)} />}
      {undoing && <UnmergeDialog duplicate={undoing} onClose={() => setUndoing(undefined)} />}
    </section>
  )
}

interface GroupProps {
  readonly title: string
  readonly note?: string
  readonly lines: readonly CaseLine[]
  readonly onOpen: OpenCase
  readonly children?: ReactNode
}

function Group({ title, note, lines, onOpen, children }: GroupProps): ReactElement | null {
  const language = useLanguage()
  if (lines.length === 0) return null
  return (
    <div className="related">
      <h3 className="panel__subtitle">{title}</h3>
      <ul className="related__list">
        {lines.map(line => (
          <li key={line.id} className="related__line">
            <CaseLink id={line.id} onOpen={onOpen}>{line.subject}</CaseLink>
            <span className="related__facts">
              <StatusMark status={line.status} outcome={line.outcome} />
              <span className="muted">{line.reference} · {formatDay(line.receivedAt, language)}</span>
            </span>
          </li>
        ))}
      </ul>
      {note && <p className="muted">{note}</p>}
      {children}
    </div>
  )
}
