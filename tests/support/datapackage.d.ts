/** What the tests use of the package `datapackage`, which comes without types. */
declare module 'datapackage' {
  interface Resource {
    checkRelations(): Promise<boolean>;
    read(options: { keyed: boolean; relations: boolean }): Promise<unknown[]>;
  }
  export class Package {
    static load(descriptor: string, options: { basePath: string; strict: boolean }): Promise<Package>;
    getResource(name: string): Resource | null;
  }
  export function validate(descriptor: string): Promise<{ valid: boolean; errors: Error[] }>;
}
