/** What a file says, before anything of it is believed. */
export type Raw = Readonly<Record<string, unknown>>

export const objectIn = (value: unknown): Raw | undefined => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : undefined)

export const objectsIn = (value: unknown): readonly Raw[] => (Array.isArray(value) ? value : []).map(objectIn).filter(one => one !== undefined)

/** On one line and no longer than there is room for. */
export const lineIn = (value: unknown, most: number): string =>
  typeof value === 'string' ? value.slice(0, most * 2).replaceAll(/[\s\p{Cc}]+/gu, ' ').trim().slice(0, most).toWellFormed() : ''

export const codingsIn = (concept: unknown): readonly Raw[] => objectsIn(objectIn(concept)?.['coding'])

export const extensionIn = (value: unknown, url: string): Raw | undefined => extensionsIn(value, url)[0]

export const extensionsIn = (value: unknown, url: string): readonly Raw[] => objectsIn(objectIn(value)?.['extension']).filter(one => one['url'] === url)
