import type { CommandData } from '../command.ts'

/** `zw bridge` */
export const bridge: CommandData = {
  name: 'bridge',
  summary: 'keep programs of the two old APIs alive on API v4',
  description:
    'Answer at /api_json.html, /api.html, /ajax/external-event.html and /host-gw.html, and forward to API v4, until SIGTERM or Ctrl-C. A file says which old keys stand for which tokens; without one, the first start writes a file with new keys. Nobody else is forwarded. What is logged on stderr holds no secret.',
  options: [
    { flags: '--port <number>', description: 'port; 0 takes a free one (default: 8788)', kind: 'integer' },
    { flags: '--host <address>', description: 'address to listen on; others than loopback need --tls-key and --tls-cert (default: 127.0.0.1)' },
    { flags: '--upstream <url>', description: 'where API v4 is (default: --base-url, CLOUDFLARE_API_URL, or the service)' },
    { flags: '--data <folder>', description: 'where numbers, user keys, deleted zones and purge times are kept (default: .zonewright-bridge)' },
    { flags: '--config <file>', description: 'which old keys stand for which tokens (default: bridge.yaml in the folder of --data)' },
    { flags: '--tls-key <file>', description: 'private key, PEM' },
    { flags: '--tls-cert <file>', description: 'certificate with its chain, PEM' },
  ],
  examples: ['zw bridge --port 8788 --upstream http://127.0.0.1:8787 --token-env CLOUDFLARE_API_TOKEN --data ./bridge', 'zw bridge --config bridge.yaml --host 0.0.0.0 --tls-key key.pem --tls-cert cert.pem'],
  load: () => import('./bridge-action.ts'),
  otherApis: 'same',
}
