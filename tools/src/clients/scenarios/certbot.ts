import type { Scene } from '../scene.ts'

/** The plugin's hooks, on the answers of its own years and on today's. */
export const certbot = async (scene: Scene): Promise<void> => {
  for (const compat of ['2024', 'today'] as const) {
    await scene.emulate({ compat })
    await scene.script('python3', 'certbot_dns.py', compat)
  }
}
