import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import type { Fields } from './join-edits.ts'
import type { Edited } from './use-edited.ts'

interface Props<Content> {
  readonly edited: Edited<Content>
  /** What a field is called, and what stands in it, in words. */
  readonly inWords: (field: keyof Content & string, value: Content[keyof Content & string]) => readonly [name: string, value: string]
}

/** What somebody has to know before going on: words from before, what others changed meanwhile, and both versions where two have written. */
export function EditNotices<Content extends Fields>({ edited: { contested, hasTaken, isFromEarlier, takeTheirs, keepMine, forget }, inWords }: Props<Content>): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      {isFromEarlier && (
        <div className="callout catalogue-choice">
          <p>{t('alertCatalogue.fromEarlier')}</p>
          <div className="row"><Button kind="quiet" icon="undo" onPress={forget}>{t('alertCatalogue.forget')}</Button></div>
        </div>
      )}
      {hasTaken && contested.length === 0 && <output className="callout">{t('alertCatalogue.taken')}</output>}
      {contested.length > 0 && (
        <div className="callout catalogue-choice" role="alert">
          <p>{t('alertCatalogue.contested')}</p>
          <dl className="catalogue-versions">
            {contested.map(([field, theirs]) => {
              const [name, value] = inWords(field, theirs)
              return <div key={field}><dt>{name}</dt><dd>{value || '–'}</dd></div>
            })}
          </dl>
          <div className="row">
            <Button onPress={takeTheirs}>{t('alertCatalogue.takeTheirs')}</Button>
            <Button onPress={keepMine}>{t('alertCatalogue.keepMine')}</Button>
          </div>
        </div>
      )}
    </>
  )
}
