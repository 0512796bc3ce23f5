/** Says how far a long reading is, once a second, on one line where the terminal allows it. Short readings say nothing. */
export function showProgress(out: NodeJS.WriteStream) {
  let shownAt = Date.now();
  let shown = false;
  return {
    step(read: number, all: number): void {
      const now = Date.now();
      if (now - shownAt < 1000) return;
      shownAt = now;
      shown = true;
      const text = `Lecture\u00a0: ${Math.floor((100 * read) / Math.max(all, 1))}\u00a0% (${megabytes(read)} sur ${megabytes(all)})`;
      out.write(out.isTTY ? `\r${text}` : `${text}\n`);
    },
    end(): void {
      if (shown && out.isTTY) out.write('\n');
    },
  };
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)}\u00a0Mo`;
}
