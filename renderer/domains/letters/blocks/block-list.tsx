import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { BlockLine } from '../../../../shared/contract/letters.ts'
import type { BlockId, TemplateId } from '../../../../shared/domains/letters/tables.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { OfferMark } from '../../../ui/editing/offer-mark.tsx'
import { formatDay } from '../../../ui/format.ts'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { UsedIn } from './used-in.tsx'

interface Props {
  readonly blocks: readonly BlockLine[]
  /** The one a person comes back from. */
  readonly lastId: BlockId | undefined
  /** Null: a new one. */
  readonly onOpen: (id: BlockId | null) => void
  readonly onOpenTemplate: (id: TemplateId) => void
}

/** Every text block: its version, its last change, and the templates that use it. */
export function BlockList({ blocks, lastId, onOpen, onOpenTemplate }: Props): ReactElement {
  const { t } = useTranslation()
  const heads = [t('blocks.column.title'), t('blocks.column.usedBy'), { title: t('letters.column.version'), isNumber: true }, t('blocks.column.changed'), t('letters.column.state')]
  return (
    <div className="stack">
      <p className="muted">{t('blocks.intro')}</p>
      <DataTable caption={t('blocks.count', { count: blocks.length })} heads={heads}>
        {blocks.map(line => <Line key={line.id} line={line} isLast={line.id === lastId} onOpen={onOpen} onOpenTemplate={onOpenTemplate} />)}
        {blocks.length === 0 && <tr><td colSpan={heads.length}><p className="muted">{t('blocks.none')}</p></td></tr>}
      </DataTable>
      <div><Button icon="plus" onPress={() => onOpen(null)}>{t('blocks.new')}</Button></div>
    </div>
  )
}

interface LineProps extends Pick<Props, 'onOpen' | 'onOpenTemplate'> {
  readonly line: BlockLine
  readonly isLast: boolean
}

function Line({ line: { id, title, usedBy, blockVersion, publishedAt, publishedByName, active }, isLast, onOpen, onOpenTemplate }: LineProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const button = useFirstFocus<HTMLButtonElement>(isLast)
  return (
    <tr>
      <th scope="row"><button ref={button} type="button" className="set-up__open" onClick={() => onOpen(id)}>{title}</button></th>
      <td><UsedIn templates={usedBy} onOpen={onOpenTemplate} /></td>
      <td className="number">{blockVersion}</td>
      <td>
        {publishedAt === null ? t('letters.delivered') : <time dateTime={publishedAt}>{formatDay(publishedAt, language)}</time>}
        {publishedByName && <span className="letters__note">{publishedByName}</span>}
      </td>
      <td><OfferMark state={active ? 'offered' : 'withdrawn'} word={t(active ? 'letters.state.offered' : 'letters.state.withdrawn')} /></td>
    </tr>
  )
}
