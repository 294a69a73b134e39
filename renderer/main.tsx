import { createDOMRenderer, RendererProvider } from '@fluentui/react-components'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { makeAppStore } from './app/appStore.ts'
import { DeskProvider } from './app/client.tsx'
import { bridge, makeClient } from './ipc/client.ts'
import { PlanProvider } from './plan/planContext.tsx'
import { makePlanStore } from './plan/planStore.ts'
import './ui/base.css'

const client = makeClient(bridge().call)
const desk = { client, app: makeAppStore(client) }
const plan = makePlanStore(client)
desk.app.subscribe((now, before) => {
  if (now.app?.programme?.path !== before.app?.programme?.path) plan.getState().reset()
})

/** The content security policy lets in only style elements with this page's nonce. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } })

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <RendererProvider renderer={renderer} targetDocument={document}>
        <DeskProvider desk={desk}>
          <PlanProvider store={plan}>
            <App />
          </PlanProvider>
        </DeskProvider>
      </RendererProvider>
    </StrictMode>,
  )
}
