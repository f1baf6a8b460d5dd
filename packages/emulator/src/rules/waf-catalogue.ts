import { seededId } from '../ids.ts'

/** A rule of a package. */
export interface WafRule {
  readonly id: string
  readonly description: string
  readonly priority: string
  readonly groupId: string
  /** What the rule does when nobody has changed it. */
  readonly initial: string
  readonly allowed: readonly string[]
  /** What `default` stands for; absent in rules that are only on or off. */
  readonly defaultMode?: string
}

/** A group of rules. */
export interface WafGroup {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly initial: 'on' | 'off'
}

/** A package with its groups and rules. */
export interface WafPackage {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly detection: 'anomaly' | 'traditional'
  readonly groups: readonly WafGroup[]
  readonly rules: readonly WafRule[]
}

const catalogue = [
  {
    name: 'OWASP ModSecurity Core Rule Set',
    description: 'Covers common classes of attacks and adds up points',
    detection: 'anomaly',
    groups: [
      { name: 'OWASP Bad Robots', rules: ['Scanners that say their name', 'Crawlers for mail addresses'] },
      { name: 'OWASP SQL Injection Attacks', rules: ['Comments in SQL', 'UNION in arguments', 'Quotes that close a statement'] },
      { name: 'OWASP XSS Attacks', rules: ['Script elements in arguments', 'Event attributes in arguments'] },
    ],
  },
  {
    name: 'CloudFlare',
    description: 'Rules for known holes in widespread programs',
    detection: 'traditional',
    groups: [
      { name: 'Cloudflare Specials', rules: ['Requests that ask for nothing a visitor needs', 'Headers that programs trust blindly'] },
      { name: 'Cloudflare WordPress', rules: ['Log-in by XML-RPC', 'Files of plugins with known holes'] },
      { name: 'Cloudflare Drupal', rules: ['Known holes of form handling'] },
    ],
  },
] as const

/** The packages of a zone: the same in all, under identifiers of its own. */
export const wafPackages = (zoneId: string): readonly WafPackage[] =>
  catalogue.map(({ name, description, detection, groups }) => {
    const id = (kind: string, key: string): string => seededId(`waf_${kind}`, `${zoneId}:${name}:${key}`)
    return {
      id: id('package', ''),
      name,
      description,
      detection,
      groups: groups.map((group) => ({ id: id('group', group.name), name: group.name, description: `Rules of the group ${group.name}`, initial: 'on' })),
      rules: groups.flatMap((group) =>
        group.rules.map((text, index) => ({
          id: id('rule', `${group.name}:${text}`),
          description: text,
          priority: String(index + 1),
          groupId: id('group', group.name),
          ...(detection === 'anomaly' ? { initial: 'on', allowed: ['on', 'off'] } : { initial: 'default', allowed: ['default', 'disable', 'simulate', 'block', 'challenge'], defaultMode: 'block' }),
        })),
      ),
    }
  })
