import { useState, type ReactElement } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { BlockId, TemplateId } from '../../../shared/domains/letters/tables.ts'
import type { DepartmentId } from '../../../shared/ids.ts'
import { Button } from '../../ui/button.tsx'
import { Screen } from '../../ui/screen.tsx'
import { BlockEditor } from './blocks/block-editor.tsx'
import { BlockList } from './blocks/block-list.tsx'
import { LetterheadEditor } from './letterhead-editor.tsx'
import { LetterheadList } from './letterhead-list.tsx'
import { NewTemplateDialog } from './new-template-dialog.tsx'
import type { PreviewButtonType } from './preview-button.ts'
import { useTownLetters, type TownLetters } from './queries.ts'
import { TemplateEditor } from './template-editor.tsx'
import { TemplateList } from './template-list.tsx'
import './letters.css'

type Opened =
  | { readonly kind: 'template'; readonly id: TemplateId }
  /** Null: one that is being begun. */
  | { readonly kind: 'block'; readonly id: BlockId | null }
  | { readonly kind: 'letterhead'; readonly id: DepartmentId }

/** What letters are made from: templates, the text blocks they share, and the letterhead of each department. */
export function LettersPage({ PreviewButton }: { readonly PreviewButton: PreviewButtonType }): ReactElement {
  const { t } = useTranslation()
  const town = useTownLetters()
  // From a template one goes to a block and back again, so that what was opened lies one on the other.
  const [opened, setOpened] = useState<readonly Opened[]>([])
  const [last, setLast] = useState<Opened>()
  const open = (next: Opened): void => {
    setOpened(before => [...before, next])
    if (opened.length === 0) setLast(next)
  }
  const close = (): void => setOpened(before => before.slice(0, -1))
  if (!town) return <Screen title={t('pages.letters')}><output className="muted">{t('common.loading')}</output></Screen>
  const top = opened.at(-1)
  if (top) return <div className="screen screen--wide"><Editor key={`${top.kind}/${top.id}`} opened={top} town={town} PreviewButton={PreviewButton} onOpen={open} onClose={close} /></div>
  return <Lists town={town} last={last} onOpen={open} />
}

interface EditorProps {
  readonly opened: Opened
  readonly town: TownLetters
  readonly PreviewButton: PreviewButtonType
  readonly onOpen: (next: Opened) => void
  readonly onClose: () => void
}

function Editor({ opened, town, PreviewButton, onOpen, onClose }: EditorProps): ReactElement | null {
  if (opened.kind === 'template') return <TemplateEditor id={opened.id} PreviewButton={PreviewButton} onOpenBlock={id => onOpen({ kind: 'block', id })} onClose={onClose} />
  if (opened.kind === 'block') return <BlockEditor id={opened.id} town={town} PreviewButton={PreviewButton} onOpenTemplate={id => onOpen({ kind: 'template', id })} onClose={onClose} />
  const head = town.letterheads.find(({ id }) => id === opened.id)
  return head ? <LetterheadEditor line={head} PreviewButton={PreviewButton} onClose={onClose} /> : null
}

interface ListsProps {
  readonly town: TownLetters
  /** What a person comes back from. */
  readonly last: Opened | undefined
  readonly onOpen: (next: Opened) => void
}

function Lists({ town, last, onOpen }: ListsProps): ReactElement {
  const { t } = useTranslation()
  const [isNew, setNew] = useState(false)
  return (
    <Screen isWide title={t('pages.letters')} intro={t('letters.intro')} actions={<Button kind="primary" icon="plus" onPress={() => setNew(true)}>{t('letters.new')}</Button>}>
      <Tabs defaultSelectedKey={last?.kind ?? 'template'}>
        <TabList className="tabs" aria-label={t('letters.views')}>
          <Tab id="template" className="tab">{t('letters.templates')}</Tab>
          <Tab id="block" className="tab">{t('letters.blocks')}</Tab>
          <Tab id="letterhead" className="tab">{t('letters.letterheads')}</Tab>
        </TabList>
        <TabPanel id="template"><TemplateList templates={town.templates} lastId={last?.kind === 'template' ? last.id : undefined} onOpen={id => onOpen({ kind: 'template', id })} /></TabPanel>
        <TabPanel id="block">
          <BlockList blocks={town.blocks} lastId={last?.kind === 'block' ? (last.id ?? undefined) : undefined} onOpen={id => onOpen({ kind: 'block', id })} onOpenTemplate={id => onOpen({ kind: 'template', id })} />
        </TabPanel>
        <TabPanel id="letterhead"><LetterheadList letterheads={town.letterheads} lastId={last?.kind === 'letterhead' ? last.id : undefined} onOpen={id => onOpen({ kind: 'letterhead', id })} /></TabPanel>
      </Tabs>
      {isNew && <NewTemplateDialog town={town} onClose={() => setNew(false)} onBegun={id => onOpen({ kind: 'template', id })} />}
    </Screen>
  )
}
