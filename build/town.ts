// Towns of a service that has several: adds one, or lists them. Reads TOWNS_DIR and DATABASE_URL as the service does.
import { runTown } from './operate/town-command.ts'

process.exitCode = await runTown(process.argv.slice(2), process.env, 'npm run town --')
