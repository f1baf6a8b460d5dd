// The manifest is generated and long: its form is declared here once, and its text is not type-checked with every build.
declare module '@zonewright/v4/manifest.json' {
  const manifest: { readonly endpoints: readonly import('./manifest.ts').ManifestEndpoint[] }
  export default manifest
}
