import { useRef, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { AreaMap } from '../composer/area-map.tsx'
import type { Edited } from './use-edited.ts'
import { EMPTY_LOCALITY, localityOf, type LocalityProblemCode, type SettingsProblem, type WrittenLocality, type WrittenSettings } from './written-settings.ts'

/** As many as a town may have. */
const MOST_LOCALITIES = 400
const FIELDS = ['name', 'latitude', 'longitude', 'radiusKm'] as const satisfies readonly (keyof WrittenLocality)[]

interface Props {
  readonly edited: Pick<Edited<WrittenSettings>, 'content' | 'change'>
  readonly problems: readonly SettingsProblem[]
}

/** The localities by name, centre and radius, with the map on which a slip is seen at once. */
export function LocalityFields({ edited: { content: { localities }, change }, problems }: Props): ReactElement {
  const { t } = useTranslation()
  const table = useRef<HTMLDivElement>(null)
  const set = (lines: readonly WrittenLocality[]): void => change({ localities: lines })
  const add = (): void => {
    set([...localities, EMPTY_LOCALITY])
    // The new line is drawn first.
    requestAnimationFrame(() => table.current?.querySelector<HTMLInputElement>('tbody tr:last-child input')?.focus())
  }
  const known = localities.flatMap(line => localityOf(line) ?? [])
  return (
    <section className="panel catalogue-fields" aria-labelledby="settings-localities">
      <h3 id="settings-localities" className="panel__title">{t('alertCatalogue.settingsField.localities')}</h3>
      <p className="field__hint">{t('alertCatalogue.localitiesMeaning')}</p>
      <div className="catalogue-localities">
        <div ref={table} className="stack">
          <DataTable isPlain isCaptionUnseen caption={t('alertCatalogue.settingsField.localities')} heads={[...FIELDS.map(field => t(`alertCatalogue.localityField.${field}`)), { title: t('alertCatalogue.removeLine'), isUnseen: true }]}>
            {localities.map((line, index) => (
              <Line
                key={index} line={line} number={index + 1} code={problems.flatMap(problem => (problem.field === 'localities' && problem.line === index ? [problem.code] : []))[0]}
                onChange={next => set(localities.map((one, place) => (place === index ? next : one)))} onRemove={() => set(localities.filter((_, place) => place !== index))}
              />
            ))}
          </DataTable>
          <div><Button icon="plus" isDisabled={localities.length >= MOST_LOCALITIES} onPress={add}>{t('alertCatalogue.addLocality')}</Button></div>
        </div>
        <AreaMap localities={known} areas={known.map(({ name, centre, radiusKm }) => ({ kind: 'circle', name, centre, radiusKm }))} />
      </div>
    </section>
  )
}

interface LineProps {
  readonly line: WrittenLocality
  readonly number: number
  readonly code: LocalityProblemCode | undefined
  readonly onChange: (line: WrittenLocality) => void
  readonly onRemove: () => void
}

function Line({ line, number, code, onChange, onRemove }: LineProps): ReactElement {
  const { t } = useTranslation()
  const id = `locality-problem-${number}`
  const name = line.name.trim() || t('alertCatalogue.lineNumber', { number })
  return (
    <tr>
      {FIELDS.map(field => (
        <td key={field}>
          <input
            className={`input catalogue-cell catalogue-cell--${field}`} autoComplete="off" inputMode={field === 'name' ? 'text' : 'decimal'} aria-label={`${t(`alertCatalogue.localityField.${field}`)}, ${name}`} value={line[field]} maxLength={field === 'name' ? 80 : 14}
            aria-invalid={isAbout(code, field) ? true : undefined} aria-describedby={isAbout(code, field) ? id : undefined} onChange={event => onChange({ ...line, [field]: event.target.value })}
          />
          {field === 'name' && code && <p id={id} role="alert" className="field__hint field__hint--error">{t(`alertCatalogue.localityProblem.${code}`)}</p>}
        </td>
      ))}
      <td><IconButton icon="trash" label={t('common.remove', { what: name })} onPress={onRemove} /></td>
    </tr>
  )
}

const ABOUT: Readonly<Record<LocalityProblemCode, readonly (keyof WrittenLocality)[]>> = { name: ['name'], twice: ['name'], place: ['latitude', 'longitude'], swapped: ['latitude', 'longitude'], radius: ['radiusKm'] }

const isAbout = (code: LocalityProblemCode | undefined, field: keyof WrittenLocality): boolean => code !== undefined && ABOUT[code].includes(field)
