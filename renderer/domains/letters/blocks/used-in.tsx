import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { BlockLine } from '../../../../shared/contract/letters.ts'
import type { TemplateId } from '../../../../shared/domains/letters/tables.ts'

/** The templates that use a block; each opens. */
export function UsedIn({ templates, onOpen }: { readonly templates: BlockLine['usedBy']; readonly onOpen: (id: TemplateId) => void }): ReactElement {
  const { t } = useTranslation()
  if (templates.length === 0) return <span className="muted">{t('blocks.unused')}</span>
  return (
    <ul className="used-in">
      {templates.map(({ id, title }) => <li key={id}><button type="button" className="set-up__open" onClick={() => onOpen(id)}>{title}</button></li>)}
    </ul>
  )
}
