import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright'
import { DEMO_SERVICES } from '../../service/demo/services/list.ts'
import { commitChanges } from '../../service/store/commit.ts'
import { openDatabase, type Database } from '../../service/store/database.ts'
import { addTown, NewTown } from '../../service/towns/add-town.ts'
import { setBranding } from '../../service/towns/branding.ts'
import type { Change } from '../../shared/command.ts'
import { DepartmentId } from '../../shared/ids.ts'
import { TOWN_SCOPE } from '../../shared/scope.ts'
import { instantFromMs } from '../../shared/time.ts'
import { startChild, type Child } from '../children.ts'
import { ROOT } from '../paths.ts'
import { freePort } from '../test-run/free-port.ts'
import { NOW, type Studio } from './studio.ts'

const now = instantFromMs(Date.parse(NOW.town))

/** Both lead to this machine, and are two names all the same. */
const TOWNS = [
  { id: 'stendal', name: 'Hansestadt Stendal', host: 'localhost', prefix: 'SDL', colour: '#7a1f5c', sign: 'M20 7l4 9 9 1-7 6 2 9-8-5-8 5 2-9-7-6 9-1z', services: ['dog-registration', 'residence-certificate', 'resident-parking', 'club-funding'] },
  { id: 'arneburg', name: 'Stadt Arneburg', host: '127.0.0.1', prefix: 'ARN', colour: '#1f5c3a', sign: 'M8 34V14h4v4h4v-4h8v4h4v-4h4v20z', services: ['business-registration', 'fishing-licence', 'village-hall'] },
] as const
type Town = (typeof TOWNS)[number]

/** Of nobody: no town's real arms. */
const crestOf = ({ colour, sign }: Town): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 48"><path d="M0 0h40v28q0 20-20 20T0 28z" fill="${colour}"/><path d="${sign}" fill="#fff"/></svg>`

/** What citizens of two towns see that one service serves, side by side. */
export async function pictureTowns(studio: Studio, { browser, folder, onChild }: { readonly browser: Browser; readonly folder: string; readonly onChild: (child: Child) => void }): Promise<void> {
  const port = await freePort()
  const environment = { TOWNS_DIR: join(folder, 'towns'), DATABASE_URL: join(folder, 'towns-data'), PORT: String(port) }
  const database = await openDatabase(environment.DATABASE_URL)
  for (const town of TOWNS) await addWithServices(town, database, { environment, port })
  await database.close()
  const service = startChild(join(ROOT, 'build', 'service.ts'), [], environment)
  onChild(service)
  await service.ready
  const shots: string[] = []
  for (const { host } of TOWNS) {
    const context = await browser.newContext({ viewport: { width: 712, height: 900 }, locale: 'de-DE', reducedMotion: 'reduce' })
    const page = await context.newPage()
    await page.goto(`http://${host}:${port}/portal`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    shots.push((await page.screenshot()).toString('base64'))
    await context.close()
  }
  const both = await studio.newPage()
  await both.setContent(`<body style="margin:0;display:flex;gap:16px;background:#888">${shots.map(shot => `<img src="data:image/png;base64,${shot}">`).join('')}</body>`)
  await both.locator('img').last().waitFor()
  await studio.picture(both, 'towns')
}

async function addWithServices(town: Town, database: Database, { environment, port }: { readonly environment: { readonly TOWNS_DIR: string; readonly DATABASE_URL: string }; readonly port: number }): Promise<void> {
  const { id, name, host, prefix, colour } = town
  const wanted = NewTown.parse({ id, name, host, state: 'ST', prefix, mail: `rathaus@${id}.example`, smtp: 'smtp://127.0.0.1:9' })
  const added = await addTown(wanted, { database, folder: environment.TOWNS_DIR, environment, now, show: () => undefined })
  if (!added.ok) throw new Error(added.error.join('\n'))
  await appendFile(added.value, `PUBLIC_URL='http://${host}:${port}'\n`)
  const kept = await setBranding(database.db, wanted.id, { colour, crest: { kind: 'svg', base64: Buffer.from(crestOf(town)).toString('base64') } }, now)
  if (!kept.ok) throw new Error(kept.error.code)
  const origin = { townId: wanted.id, actor: null, action: 'pictures', commandId: null, at: now }
  await database.db.transaction().execute(trx => commitChanges(trx, origin, changesOf(town)))
}

function changesOf({ services }: Town): readonly Change[] {
  const rows = { scope: TOWN_SCOPE, version: 0 } as const
  const departmentId = DepartmentId.parse('verwaltung')
  const offered = DEMO_SERVICES.filter(({ service }) => services.some(id => id === service.id))
  return offered.flatMap(({ service, forms }): readonly Change[] => [
    { table: 'services', row: { ...rows, ...service, departmentId, contact: null } }, ...forms.map((form): Change => ({ table: 'forms', row: { ...rows, ...form } })),
  ])
}
