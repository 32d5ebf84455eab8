// Citizens at work, by HTTP alone. One READY line when the first one can begin, one SIMULATED line at the end.
import { readSimulateArguments, type SimulateArguments } from './simulate/arguments.ts'
import { playCitizens, type Act } from './simulate/play-citizens.ts'

const SENTENCES = {
  opened: 'A citizen has read a message.',
  replied: 'A citizen has written back.',
  looked: 'A citizen has looked into the mailbox.',
  sent: 'A citizen has handed in at the portal of the state.',
} as const

const parsed = readSimulateArguments(process.argv.slice(2))
if (parsed.ok) process.exitCode = await simulate(parsed.value)
else {
  process.stderr.write(`The citizens cannot be played like this:\n${parsed.error.map(line => `  ${line}\n`).join('')}`)
  process.exitCode = 2
}

async function simulate({ service, rate, seed, count, 'fit-connect': fitConnectUrl }: SimulateArguments): Promise<number> {
  const stop = new AbortController()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort())
  process.stderr.write(`Playing citizens at ${service}: ${rate} acts a minute, seed ${seed}.\n`)
  try {
    const played = await playCitizens({
      serviceUrl: service, ratePerMinute: rate, seed, count, signal: stop.signal, nowMs: Date.now, fitConnectUrl,
      onReady: () => process.stdout.write(`READY ${JSON.stringify({ service })}\n`),
      onAct: act => process.stderr.write(`${sentenceOf(act)}\n`),
    })
    process.stdout.write(`SIMULATED ${JSON.stringify({ seed, ...played })}\n`)
    return played.failed > 0 ? 1 : 0
  } catch (error) {
    process.stderr.write(`The service at ${service} cannot be used (${error instanceof Error ? error.message : String(error)}). Is it running?\n`)
    return 1
  }
}

const sentenceOf = (act: Act): string => (act.kind === 'submitted'
  ? `${act.reference}  ${act.serviceId}, ${act.attachments} attached`
  : act.kind === 'failed' ? `Refused: ${act.code}` : SENTENCES[act.kind])
