import type { TFunction } from 'i18next'
import type { Device } from '../../../../shared/wire/staff.ts'

/** As its person calls it; one without a name by the beginning of its id, so that two can be told apart. */
export const deviceName = (t: TFunction, { name, deskId }: Pick<Device, 'name' | 'deskId'>): string => name || t('staff.unnamedDevice', { id: deskId.slice(0, 8) })
