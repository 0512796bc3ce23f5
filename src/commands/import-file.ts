import { readConfig } from '../config.ts';
import { applyImport, preview } from '../elections/official-files/apply.ts';
import type { ReadingOptions } from '../elections/official-files/format.ts';
import { type ReadFile, readOfficialFile } from '../elections/official-files/read-file.ts';
import { changesNothing, report } from '../elections/official-files/report.ts';
import { WrongFile } from '../elections/official-files/wrong-file.ts';
import { openDataFolder } from './open-data-folder.ts';
import { showProgress } from './progress.ts';

/** Reads one file and shows the plan; stores it when told. The exit code: 0, or 1 when the file will not do. */
export async function importFile(path: string, options: ReadingOptions, apply: boolean): Promise<number> {
  const progress = showProgress(process.stderr);
  try {
    const file = await readOfficialFile(path, options, progress.step);
    progress.end();
    return store(file, apply);
  } catch (error) {
    if (!(error instanceof WrongFile)) throw error;
    progress.end();
    process.stderr.write(
      `Rien n’a changé — ${error.message.replace(/^(Le|Ce|Il|Ni|Après|Aucune) /, (word) => word.toLowerCase())}\n`,
    );
    return 1;
  }
}

function store(file: ReadFile, apply: boolean): number {
  const database = openDataFolder(readConfig(process.env));
  try {
    const plan = apply ? applyImport(database, file.stage) : preview(database, file.stage);
    process.stdout.write(`${report(file, plan)}\n`);
    process.stdout.write(`${conclusion(changesNothing(plan), apply)}\n`);
    return 0;
  } finally {
    database.sql.close();
  }
}

function conclusion(nothing: boolean, apply: boolean): string {
  if (nothing) return 'Tout est déjà là : rien à changer.';
  return apply ? 'C’est enregistré.' : 'Rien n’a été enregistré. Pour le faire, ajoutez --apply.';
}
