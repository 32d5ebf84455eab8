import { systemClock } from '../../service/clock.ts'
import { SERVICE_ROLE } from '../../service/operate/roles.ts'
import { takeBackFuture } from '../../service/store/clock-difference.ts'
import { openUnmigrated } from '../../service/store/database.ts'
import { accountNamed, asAccount } from './accounts.ts'
import type { Environment } from './places.ts'
import { refuse, say } from './say.ts'

/** Says that the clock is right now, where it was ahead before and the network does not set it. The exit code. */
export async function clockIsRight(args: readonly string[], environment: Environment): Promise<number> {
  const databaseUrl = environment['DATABASE_URL']
  if (args.join(' ') !== '--is-right' || !databaseUrl) return refuse(['rathaus-service clock --is-right'])
  return asAccount(accountNamed(SERVICE_ROLE), async () => {
    const database = await openUnmigrated(databaseUrl)
    try {
      const count = await takeBackFuture(database.db, systemClock)
      say(`Es ist ${new Date(systemClock.nowMs()).toLocaleString('de-DE', { timeZone: 'Europe/Berlin', dateStyle: 'full', timeStyle: 'short' })}. ${count === 0 ? 'Nichts war zu berichtigen.' : `${count} Zeitangaben, die in der Zukunft lagen, sind berichtigt.`}`, 'Starten Sie den Dienst: systemctl start rathaus-service')
      return 0
    } finally {
      await database.close()
    }
  })
}
