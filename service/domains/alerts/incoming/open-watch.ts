import { startWarningSource } from '../../../demo/warning-source.ts'
import { SIMULATOR, type WarningSettings } from './warning-settings.ts'
import { createWarningWatch, type WarningWatch, type WarningWatchParts } from './warning-watch.ts'

/** The watch as the settings have it; a demo may have a source that pretends. */
export async function openWarningWatch({ officialWarningsUrls: urls, officialWarningsFolder: folder }: WarningSettings, parts: Omit<WarningWatchParts, 'addresses' | 'folder'>): Promise<WarningWatch> {
  const simulator = urls.includes(SIMULATOR) ? await startWarningSource(parts.clock) : null
  const watch = createWarningWatch({ ...parts, folder, addresses: urls.map(url => (url === SIMULATOR ? (simulator?.url ?? url) : url)) })
  return {
    ...watch,
    stop: async () => {
      await watch.stop()
      await simulator?.close()
    },
  }
}
