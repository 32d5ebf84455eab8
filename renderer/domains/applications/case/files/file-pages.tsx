import { useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attachment, PageArea } from '../../../../../shared/domains/applications/tables.ts'
import { Problem } from '../../../../ui/problem.tsx'
import { turned, unturned } from './area.ts'
import { copyName } from './copy-name.ts'
import { FileTools, type FileMode } from './file-tools.tsx'
import { MarksLayer } from './marks-layer.tsx'
import { NotesPanel } from './notes-panel.tsx'
import type { PageSource } from './page-source.ts'
import { PagesView } from './pages-view.tsx'
import { placeOf } from './place-of.ts'
import { RedactPanel } from './redact-panel.tsx'
import { useAddFiles } from './use-add-files.ts'
import { useBurning } from './use-burning.ts'

interface Props {
  readonly attachment: Attachment
  readonly source: PageSource
  readonly onClose: () => void
  readonly onSave: () => void
}

/** The pages of a file with everything one may do to it. */
export function FilePages({ attachment, source, onClose, onSave }: Props): ReactElement {
  const [mode, setMode] = useState<FileMode>('read')
  const [page, setPage] = useState(1)
  const marks = useMarks(mode)
  const converting = useConverting(attachment, source, onClose)
  const change = (next: FileMode): void => {
    marks.clear()
    setMode(next)
  }
  const place = (area: PageArea): void => marks.add(unturned(area, attachment.rotation))
  const tools = (
    <FileTools attachment={attachment} mode={mode} onMode={change} onSave={onSave} isConverting={converting.isRunning} onConvert={converting.run} />
  )
  const over = (of: number): ReactElement => (
    <>
      <NotesOver attachment={attachment} page={of} />
      {mode !== 'read' && <MarksLayer kind={mode} page={of} rotation={attachment.rotation} marks={marks.all} takesFocus={marks.takesFocus} onDraw={marks.add} onChange={marks.change} onRemove={marks.remove} />}
    </>
  )
  return (
    <div className="file-window">
      <PagesView source={source} label={attachment.filename} rotation={attachment.rotation} tools={tools} over={over} onPage={setPage} />
      <aside className="file-window__side">
        {converting.problem}
        {attachment.isWithheld && <Withheld />}
        {mode === 'redact'
          ? <RedactPanel attachment={attachment} source={source} page={page} marks={marks.all} onPlace={place} onDone={onClose} />
          : <NotesPanel attachment={attachment} page={page} area={marks.all[0]} isWriting={mode === 'note'} onPlace={place} onDone={() => change('read')} />}
      </aside>
    </div>
  )
}

function Withheld(): ReactElement {
  const { t } = useTranslation()
  return <p className="callout">{t('files.withheldMeaning')}</p>
}

/** Boxes somebody is drawing; a note has one, a redaction as many as it takes. */
function useMarks(mode: FileMode) {
  const [all, setAll] = useState<readonly PageArea[]>([])
  const fresh = useRef(false)
  return {
    all,
    takesFocus: (): boolean => {
      const isFresh = fresh.current
      fresh.current = false
      return isFresh
    },
    add: (area: PageArea) => {
      fresh.current = true
      setAll(before => (mode === 'note' ? [area] : [...before, area]))
    },
    change: (index: number, area: PageArea) => setAll(before => before.with(index, area)),
    remove: (index: number) => setAll(before => before.toSpliced(index, 1)),
    clear: () => setAll([]),
  }
}

function useConverting(attachment: Attachment, source: PageSource, onDone: () => void) {
  const { progress, refusal, convert } = useBurning(source, attachment.rotation)
  const { files, add } = useAddFiles(attachment.applicationId)
  const failed = refusal ?? files[0]?.refusal ?? null
  const run = async (): Promise<void> => {
    const file = await convert(copyName(attachment.filename, ''))
    if (file && (await add([file], { kind: 'derived', derivedFrom: attachment.id, withholdsOriginal: false })) === 1) onDone()
  }
  return { isRunning: progress !== null, run: () => void run(), problem: failed && <Problem refusal={failed} /> }
}

function NotesOver({ attachment, page }: { readonly attachment: Attachment; readonly page: number }): ReactElement {
  return (
    <>
      {attachment.notes.map((note, index) => note.area.page === page && (
        <div key={note.id} className="note-box" title={note.text} style={placeOf(turned(note.area, attachment.rotation))}>
          <span className="note-box__place" aria-hidden="true">{index + 1}</span>
        </div>
      ))}
    </>
  )
}
