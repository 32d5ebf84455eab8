import { useId, useState, type ReactElement } from 'react'
import { Button as AriaButton, FileTrigger, Tag, TagGroup, TagList } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Area } from '../../../../shared/domains/alerts/area.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { placeWords } from '../in-words.ts'
import { AreaMap } from './area-map.tsx'
import { CircleDialog } from './circle-dialog.tsx'
import type { Composing } from './composing.ts'
import { LocalityBox } from './locality-box.tsx'
import { moreAreas } from './more-areas.ts'
import { MOST_AREAS, useAreaFile } from './use-area-file.ts'

/** Where the message holds: localities by their first letters, a file with shapes, or all around a point. */
export function AreaFields({ content: { areas }, settings, change, errorAt }: Composing): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const [isRound, setRound] = useState(false)
  const localities = settings?.localities ?? []
  const error = errorAt('areas')
  const add = (more: readonly Area[]): void => change({ areas: [...moreAreas(areas, more)] })
  const { read, problem } = useAreaFile(areas, added => change({ areas: [...added] }))
  return (
    <section className="panel" aria-labelledby="alert-where">
      <h2 id="alert-where" className="panel__title">{t('alerts.where')}</h2>
      <div className="alert-where">
        <div className="stack" id="alert-areas">
          {/* The list says nothing by itself when it grows. */}
          <output className="sr-only">{areas.length > 0 && `${t('alerts.chosenAreas')}: ${placeWords(t, areas, language)}`}</output>
          <Chosen areas={areas} onChange={chosen => change({ areas: [...chosen] })} />
          <LocalityBox localities={localities} areas={areas} error={error} onAdd={name => add([{ kind: 'locality', name }])} />
          <div className="row">
            {localities.length > 0 && <Button onPress={() => change({ areas: [...areas.filter(({ kind }) => kind !== 'locality'), ...localities.slice(0, MOST_AREAS).map(({ name }) => ({ kind: 'locality' as const, name }))] })}>{t('alerts.wholeTown')}</Button>}
            <Button icon="circle" onPress={() => setRound(true)}>{t('alerts.addCircle')}</Button>
            <FileTrigger acceptedFileTypes={['.geojson', '.json', 'application/geo+json', 'application/json']} onSelect={files => void read(files?.[0])}>
              <Button icon="upload">{t('alerts.addFile')}</Button>
            </FileTrigger>
          </div>
          {problem && <p className="field__hint field__hint--error" role="alert">{t(`alerts.fileProblem.${problem}`)}</p>}
        </div>
        <AreaMap localities={localities} areas={areas} />
      </div>
      {isRound && <CircleDialog localities={localities} onAdd={area => add([area])} onClose={() => setRound(false)} />}
    </section>
  )
}

function Chosen({ areas, onChange }: { readonly areas: readonly Area[]; readonly onChange: (areas: readonly Area[]) => void }): ReactElement | null {
  const { t } = useTranslation()
  const labelId = useId()
  if (areas.length === 0) return null
  const items = areas.map((area, index) => ({ id: String(index), area }))
  return (
    <div>
      <span id={labelId} className="field__label">{t('alerts.chosenAreas')}</span>
      <TagGroup aria-labelledby={labelId} onRemove={keys => onChange(areas.filter((_, index) => !keys.has(String(index))))}>
        <TagList items={items} className="alert-areas">
          {({ id, area }) => (
            <Tag id={id} textValue={area.name} className="alert-area">
              <span>{area.kind === 'circle' ? t('alerts.circleOf', { name: area.name, km: area.radiusKm }) : area.name}</span>
              <AriaButton slot="remove" className="alert-area__remove" aria-label={t('common.remove', { what: area.name })}><Icon name="cross" size={14} /></AriaButton>
            </Tag>
          )}
        </TagList>
      </TagGroup>
    </div>
  )
}
