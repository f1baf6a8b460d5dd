import type { Scene } from '../scene.ts'

/** The official client of today. */
export const cloudflare7 = async (scene: Scene): Promise<void> => {
  await scene.emulate()
  await scene.script(process.execPath, 'cloudflare7.mjs')
}

/** The one of the years before, on the answers of its own time and on today's. */
export const cloudflare2 = async (scene: Scene): Promise<void> => {
  for (const compat of ['2024', 'today'] as const) {
    await scene.emulate({ compat })
    await scene.script(process.execPath, 'cloudflare2.cjs', compat)
  }
}

/** A client of the years when there was no v4 yet, on the emulator and on a bridge. */
export const cloudflare0 = async (scene: Scene): Promise<void> => {
  await scene.emulate()
  await scene.script(process.execPath, 'cloudflare0.cjs', 'the emulator')
  await scene.bridge()
  await scene.script(process.execPath, 'cloudflare0.cjs', 'a bridge')
}
