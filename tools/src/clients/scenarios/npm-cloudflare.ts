import type { Scene } from '../scene.ts'

/** The official client that is made from the service's own description, from its first version to today's. */
const generated = (major: number) => async (scene: Scene): Promise<void> => {
  await scene.emulate()
  await scene.script(process.execPath, 'cloudflare7.mjs', String(major))
}

export const [cloudflare4, cloudflare5, cloudflare6, cloudflare7] = [4, 5, 6, 7].map(generated) as [ReturnType<typeof generated>, ReturnType<typeof generated>, ReturnType<typeof generated>, ReturnType<typeof generated>]

/** Modules of Greenlock that answer challenges. */
export const acmeDns01 = async (scene: Scene): Promise<void> => {
  await scene.emulate()
  await scene.script(process.execPath, 'acme_dns_01.cjs')
}

/** A client without dependencies. */
export const cloudflareClient = async (scene: Scene): Promise<void> => {
  await scene.emulate()
  await scene.script(process.execPath, 'cloudflare_client.mjs')
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
