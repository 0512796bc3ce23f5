/** What we use of Citation.js, which brings no types. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(items: readonly object[]);
    format(format: 'bibtex' | 'ris', options?: object): string;
    format(format: 'bibliography', options: { format: 'text'; template: string; lang: string }): string;
  }
  interface Styles {
    get(name: string): string;
    add(name: string, style: string): void;
  }
  export const plugins: {
    config: {
      get(plugin: '@bibtex'): { format: { useIdAsLabel: boolean; asciiOnly: boolean } };
      get(plugin: '@csl'): { styles: Styles };
    };
  };
}
declare module '@citation-js/plugin-csl' {}
declare module '@citation-js/plugin-bibtex' {}
declare module '@citation-js/plugin-ris' {}
