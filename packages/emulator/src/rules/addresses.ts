import { isIPv4, isIPv6, BlockList } from 'node:net'

/** Addresses that can't be reached from outside, so no traffic can be led to them. Documentation ranges may: they are the usual placeholders. */
const unreachable = (): BlockList => {
  const list = new BlockList()
  for (const [address, prefix] of [
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.168.0.0', 16],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ] as const)
    list.addSubnet(address, prefix, 'ipv4')
  for (const [address, prefix] of [
    ['::', 127],
    ['fc00::', 7],
    ['fe80::', 10],
    ['ff00::', 8],
  ] as const)
    list.addSubnet(address, prefix, 'ipv6')
  return list
}

const blocked = Object.freeze(unreachable())

/** True when traffic to a record can go through the proxy: A, AAAA and CNAME, but not for private and reserved addresses. */
export const isProxiable = (type: string, content: string): boolean =>
  type === 'CNAME' || (type === 'A' && isIPv4(content) && !blocked.check(content, 'ipv4')) || (type === 'AAAA' && isIPv6(content) && !blocked.check(content, 'ipv6'))
