// The manifests are generated and long: their form is declared here once, and their text is not type-checked with every build.
declare module '@zonewright/v4/manifest.json' {
  const manifest: { readonly endpoints: readonly import('./manifest.ts').ManifestEndpoint[] }
  export default manifest
}
declare module '@zonewright/legacy-client/manifest.json' {
  const manifest: { readonly endpoints: readonly import('./manifest.ts').ManifestEndpoint[] }
  export default manifest
}
declare module '@zonewright/host-gw/manifest.json' {
  const manifest: { readonly endpoints: readonly import('./manifest.ts').ManifestEndpoint[] }
  export default manifest
}
