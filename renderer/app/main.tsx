import '../ui/styles.css'
import { createRoot } from 'react-dom/client'
import { systemClock } from '../core-client/clock.ts'
import { connectToCore } from '../core-client/connect.ts'
import { createCore } from '../core-client/core.ts'
import { createDrafts } from '../core-client/drafts.ts'
import { writable } from '../core-client/readable.ts'
import { createListMemory } from '../domains/applications/list/list-state.ts'
import { createTexts } from '../texts/texts.ts'
import { createToasts } from '../ui/toasts.tsx'
import { App } from './app.tsx'
import { applyAppearance, createAppearance } from './appearance.ts'
import { createDeskRouter, readScreens } from './router.tsx'

const root = document.querySelector('#root')
if (!root) throw new Error('index.html has no #root')

const connection = connectToCore()
const core = createCore(connection, systemClock)
const drafts = createDrafts(connection.client)
const appearance = createAppearance()
const texts = createTexts(appearance.get().language)
applyAppearance(appearance, texts)
window.addEventListener('pagehide', drafts.flush)
connection.state.subscribe(() => connection.state.get() === 'open' && drafts.flush())

createRoot(root).render(
  <App
    core={core}
    drafts={drafts}
    texts={texts}
    toasts={createToasts()}
    router={createDeskRouter()}
    desk={{ appearance, list: createListMemory(), grid: { current: null }, training: writable(false), suggesting: writable(false), booking: writable(false), announcing: writable(false) }}
  />,
)

// Read once it is known that nobody is signed in, while they type their name; whoever is signed in waits for them at once.
const stopWaiting = core.session.subscribe(() => {
  if (!core.session.get()) return
  stopWaiting()
  requestIdleCallback(() => void readScreens())
})
