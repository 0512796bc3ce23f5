/** What we use of Citation.js, which brings no types. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(items: readonly object[]);
    format(format: 'bibliography', options: { format: 'text'; template: string; lang: string }): string;
  }
  interface Styles {
    get(name: string): string;
    add(name: string, style: string): void;
  }
  export const plugins: {
    config: {
      get(plugin: '@csl'): { styles: Styles };
    };
  };
}
declare module '@citation-js/plugin-csl' {}
