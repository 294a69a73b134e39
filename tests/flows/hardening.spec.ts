import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dropFiles, expect, test } from './fixture.ts'
import { startHost, type Host } from './hosts.ts'

// These only look, so one app serves them all.
const folder = mkdtempSync(join(tmpdir(), 'desk-hardening-'))
let desk: Host
test.beforeAll(async () => {
  desk = await startHost({ userData: join(folder, 'data') })
})
test.afterAll(async () => {
  await desk.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

type Window = { desk: { call(name: unknown, input: unknown): Promise<unknown> } }

test('the window is opened isolated, sandboxed and without Node', async () => {
  expect(await desk.preferences()).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    webSecurity: true,
  })
  const seen = await desk.page.evaluate(() => {
    const world = window as unknown as Record<string, unknown>
    return {
      require: typeof world['require'],
      process: typeof world['process'],
      desk: Object.keys(world['desk'] as object),
    }
  })
  expect(seen).toEqual({
    require: 'undefined',
    process: 'undefined',
    desk: ['call', 'onNotice', 'pathOfFile'],
  })
})

test('the content security policy allows nothing unsafe, and holds', async () => {
  const response = await desk.page.reload()
  const policy = response?.headers()['content-security-policy'] ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toMatch(/style-src 'self' 'nonce-[A-Za-z0-9+/]{24}'/)
  expect(policy).not.toContain('unsafe')
  const outcome = await desk.page.evaluate(async () => {
    const world = window as unknown as Record<string, unknown>
    const script = document.createElement('script')
    script.textContent = 'window.inlineScriptRan = true'
    document.body.append(script)
    const style = document.createElement('style')
    style.textContent = 'body { outline: 7px solid red }'
    document.head.append(style)
    return {
      script: world['inlineScriptRan'],
      outline: getComputedStyle(document.body).outlineWidth === '7px',
      fetched: await fetch('https://elsewhere.example/').then(
        () => true,
        () => false,
      ),
    }
  })
  expect(outcome).toEqual({ script: undefined, outline: false, fetched: false })
})

test('the nonce is another one at every load', async () => {
  const nonce = async (): Promise<string> =>
    /'nonce-([^']+)'/.exec((await desk.page.reload())?.headers()['content-security-policy'] ?? '')?.[1] ?? ''
  const first = await nonce()
  expect(first).not.toBe('')
  expect(await nonce()).not.toBe(first)
})

test('links, scripts and dropped files lead nowhere', async () => {
  const home = desk.page.url()
  await desk.page.evaluate(() => {
    const link = document.createElement('a')
    link.href = 'https://elsewhere.example/'
    document.body.append(link)
    link.click()
  })
  await desk.page.evaluate(() => {
    location.href = 'https://elsewhere.example/script'
  })
  await desk.page.evaluate(() => {
    location.href = './assets/'
  })
  const file = join(folder, 'dropped.html')
  writeFileSync(file, 'not the app')
  const heading = desk.page.getByRole('heading', { level: 1 })
  await dropFiles(desk.page, heading, [file])
  await expect(heading).toBeVisible()
  expect(desk.page.url()).toBe(home)
})

test('no further window opens', async () => {
  const opened = await desk.page.evaluate(() => {
    const link = document.createElement('a')
    link.href = 'https://elsewhere.example/'
    link.target = '_blank'
    document.body.append(link)
    link.click()
    return window.open('https://elsewhere.example/')
  })
  expect(opened).toBeNull()
  await desk.page.waitForTimeout(300) // a window that would come has time to
  expect(desk.page.context().pages()).toHaveLength(1)
})

test('no permission is given', async () => {
  const states = await desk.page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone'] as PermissionName[]
    const found = await Promise.all(names.map((name) => navigator.permissions.query({ name })))
    return found.map((status) => status.state)
  })
  expect(states).toEqual(['denied', 'denied', 'denied', 'denied'])
})

test('a call that the contract does not know is refused', async () => {
  for (const name of ['toString', '__proto__', 'programme.delete', 7, null]) {
    const answer = await desk.page.evaluate((name) => (window as unknown as Window).desk.call(name, {}), name)
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
  }
  const wrong = await desk.page.evaluate(() =>
    (window as unknown as Window).desk.call('programme.open', { path: 7 }),
  )
  expect(wrong).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
})

test('a call from any other page is refused', async () => {
  expect(await desk.invokeFrom('app://bundle/index.html', 'app.state', {})).toMatchObject({ ok: true })
  for (const url of [
    'https://elsewhere.example/',
    'file:///index.html',
    'app://bundle.example/',
    'app://other/',
    '',
  ]) {
    expect(await desk.invokeFrom(url, 'app.state', {})).toEqual({
      ok: false,
      error: { code: 'invalid-input', where: 'sender' },
    })
  }
})
