import type { Scene } from '../scene.ts'

/** The driver reads what records had until 2024, so it runs on the answers of then alone. */
export const libcloud = async (scene: Scene): Promise<void> => {
  await scene.emulate({ compat: '2024' })
  await scene.script('python3', 'libcloud_dns.py')
}
