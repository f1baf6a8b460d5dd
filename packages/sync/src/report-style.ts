/** The style of a report page, in light and dark. */
export const style = `
:root { --text: #1a1a1a; --soft: #5a5a5a; --page: #ffffff; --line: #d9d9d9; --new: #0a6b2d; --new-page: #e9f7ee; --gone: #a3111f; --gone-page: #fdecee; --other: #7a4b00; --other-page: #fff6e0 }
@media (prefers-color-scheme: dark) { :root { --text: #ececec; --soft: #a8a8a8; --page: #16181c; --line: #3a3e45; --new: #6fdc95; --new-page: #12301d; --gone: #ff8d98; --gone-page: #3a161b; --other: #ffd27a; --other-page: #33270d } }
* { box-sizing: border-box }
body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, sans-serif }
main { max-width: 75rem; margin: 0 auto; padding: 1.5rem 1rem 4rem }
h1 { font-size: 1.5rem; margin: 0 0 1rem; overflow-wrap: anywhere } h2 { font-size: 1rem; margin: 0 0 .25rem }
code { font: .9em/1.4 ui-monospace, monospace; overflow-wrap: anywhere }
section { border-left: .25rem solid; padding: .5rem 1rem; margin: 0 0 1rem } section ul { margin: 0; padding-left: 1.2rem }
.warning { border-color: var(--other); background: var(--other-page) } .refusal { border-color: var(--gone); background: var(--gone-page) }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: 0 0 1.5rem } dt { color: var(--soft) } dd { margin: 0; overflow-wrap: anywhere }
.scroll { overflow-x: auto } table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-top: 1px solid var(--line) } thead th { color: var(--soft); font-weight: normal; border: 0 }
tbody th { font-weight: 600; overflow-wrap: anywhere } .sign { font: 1em ui-monospace, monospace; text-align: center } .ttl { white-space: nowrap } .value { min-width: 16rem }
.create td { background: var(--new-page) } .create .sign, ins, .done { color: var(--new) } .delete td { background: var(--gone-page) } .delete .sign, del, .failed { color: var(--gone) } .update .sign { color: var(--other) }
ins { text-decoration: none } .note, .rule { color: var(--soft); font-size: .85em; margin-left: .4rem }
.hidden { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden }
@media print { body { font-size: 12px } }
`
