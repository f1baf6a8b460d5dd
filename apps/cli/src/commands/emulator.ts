import type { CommandData } from '../command.ts'

/** `zw emulator` */
export const emulator: CommandData = {
  name: 'emulator',
  summary: 'run a Cloudflare on this machine',
  description:
    'Serve the API on this machine until SIGTERM or Ctrl-C. It prints "listening on http://127.0.0.1:N" when it can serve; set CLOUDFLARE_API_URL to that address to use it. What it is told survives a restart, in the folder of --data.',
  options: [
    { flags: '--port <number>', description: 'port; 0 takes a free one (default: 8787)', kind: 'integer' },
    { flags: '--host <address>', description: 'address to listen on (default: 127.0.0.1)' },
    { flags: '--data <folder>', description: 'where to keep what it is told; :memory: keeps nothing (default: .zonewright)' },
    { flags: '--seed <file>', description: 'JSON file with what an empty folder starts with' },
    { flags: '--rate-limit', description: 'limit requests as the service does' },
    { flags: '--compat <year>', description: 'whose answers to give; 2024 for programs that need older ones (default: today)', choices: ['today', '2024'] },
    { flags: '--tls-key <file>', description: 'private key (PEM), to speak TLS' },
    { flags: '--tls-cert <file>', description: 'certificate (PEM), to speak TLS' },
  ],
  examples: ['zw emulator --port 8787', 'zw emulator --port 8787 --data :memory: --seed seed.json'],
  load: () => import('./emulator-action.ts'),
  otherApis: 'same',
}
