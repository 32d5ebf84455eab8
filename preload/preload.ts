import { ipcRenderer } from 'electron'

// Hands the page each port to the core, once the page has asked for one, and nothing else.
let port: MessagePort | undefined
let isWanted = false

function handOver(): void {
  if (!port || !isWanted) return
  window.postMessage('core-port', window.location.origin, [port])
  port = undefined
}

ipcRenderer.on('core-port', ({ ports: [received] }) => {
  port = received
  handOver()
})

window.addEventListener('message', ({ source, data }) => {
  if (source !== window || data !== 'core-port-wanted') return
  isWanted = true
  handOver()
})
