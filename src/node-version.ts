/** The first import of every entry point: ends with one clear sentence before better-sqlite3 is loaded on a Node it crashes on. */
const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 24) {
  process.stderr.write(
    `Parole tenue needs Node 24 or newer; this is ${process.versions.node}. Run it through npm (npm start), which brings its own.\n`,
  );
  process.exit(1);
}
